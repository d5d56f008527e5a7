import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn, type TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Ports } from "../../ports.ts";
import type { QueuedIdCheck } from "../seen-id-check.ts";
import { listWaitingIdChecks } from "../store/id-check.ts";

export const idChecksAPage = 25;

/**
 * A page of the checks that wait at the officer's agency, those that wait longest first. No person is read for it: who
 * they are is told when one is opened, and written down.
 */
export async function seeIdChecks(
  ports: Ports,
  actor: Staff,
  turn: Turn<MomentPlace> | null,
): Promise<TurnedPage<QueuedIdCheck, MomentPlace>> {
  const found = await ports.db.as(actor, (tx) =>
    listWaitingIdChecks(tx, actor.agencyId, { turn, limit: idChecksAPage + 1 }),
  );
  const rows = found.map(({ id, madeAt }) => ({ id, madeAt }));
  return turnedPage(rows, { turn, size: idChecksAPage }, ({ madeAt, id }) => ({ at: madeAt, id }));
}
