import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports } from "../../ports.ts";
import type { QueuedRegistration, QueuedState } from "../queued-registration.ts";
import { listSentRegistrations } from "../store/registration.ts";

export const registrationsAPage = 25;

export interface RegistrationFilter {
  readonly state: QueuedState;
  /** How the user code begins; empty: any. */
  readonly codeBegins: string;
}

/**
 * A page of the registrations that were sent to the office, those that wait longest first. Nobody is named: who they are
 * is told when one is opened, and written down.
 */
export async function seeRegistrations(
  ports: Ports,
  actor: Staff,
  asked: RegistrationFilter & { readonly turn: Turn<MomentPlace> | null },
): Promise<TurnedPage<QueuedRegistration, MomentPlace>> {
  const { turn } = asked;
  const limit = registrationsAPage + 1;
  const found = await ports.db.as(actor, (tx) =>
    listSentRegistrations(tx, actor.agencyId, { ...asked, limit }),
  );
  return turnedPage(found, { turn, size: registrationsAPage }, ({ sentAt, id }) => ({ at: sentAt, id }));
}
