import { viewDelegation, type DelegationView } from "../../identity/delegation-view.ts";
import { mayAskFor } from "../../identity/companion.ts";
import { listByAsker } from "../../identity/store/delegation.ts";
import type { Citizen, Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { checkPlace, type PlaceRefusalKind } from "../asking.ts";
import type { TicketRefusal } from "../refusal.ts";
import { openTicket } from "../scan-ticket.ts";
import type { PlaceOfQr } from "../place.ts";
import { findPlace, takeTicket } from "../store.ts";
import type { Evidence } from "../visit.ts";

/** What the citizen confirms, and for whom they may. */
export interface Asking {
  readonly place: PlaceOfQr;
  readonly evidence: Evidence;
  /** People whose yes covers this service today; none are shown before the PIN. */
  readonly people: readonly DelegationView[];
}

/**
 * Opens a scan ticket for its confirmation: facility, service, and the people the citizen may ask for there. The
 * ticket is theirs from now on. Refuses a ticket that is forged, expired or another's, and what the place refuses.
 */
export async function seeAsking(
  ports: Ports,
  actor: Citizen | Visitor,
  input: { readonly ticket: string },
): Promise<Result<Asking, TicketRefusal | { readonly kind: PlaceRefusalKind }>> {
  const now = ports.clock.now();
  const opened = openTicket(ports.keys.qr, input.ticket, now);
  if (!opened.ok) return opened;
  const { nonce, qrId, serviceType, evidence } = opened.value;
  const asker = actor.kind === "citizen" && actor.unlocked ? actor.personId : null;
  const [taken, place, delegations] = await ports.db.as(actor, (tx) =>
    Promise.all([
      takeTicket(tx, actor, nonce, now),
      findPlace(tx, qrId),
      asker === null ? [] : listByAsker(ports, tx, asker),
    ]),
  );
  if (!taken) return refuse({ kind: "ticket_taken" });
  if (!place) return refuse({ kind: "qr_revoked" });
  const day = bangkokDay(now);
  const open = checkPlace(place.asking, day);
  if (!open.ok) return open;
  const people = delegations.filter((delegation) => mayAskFor(delegation, serviceType, day).ok);
  return ok({
    place,
    evidence,
    people: people.flatMap((delegation) => viewDelegation(delegation, delegation.askerId, day) ?? []),
  });
}
