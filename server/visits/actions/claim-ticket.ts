import type { Citizen, Visitor } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { TicketRefusal } from "../refusal.ts";
import { openTicket, type ScanTicket } from "../scan-ticket.ts";
import { takeTicket } from "../store.ts";

/**
 * Makes the LINE user the owner of a scan ticket before registration or PIN lead away from it, so that nobody else
 * can use it meanwhile. Refuses a ticket that is forged, ten minutes old, or opened by somebody else first.
 */
export async function claimTicket(
  ports: Ports,
  actor: Visitor | Citizen,
  input: { readonly ticket: string },
): Promise<Result<ScanTicket, TicketRefusal>> {
  const now = ports.clock.now();
  const opened = openTicket(ports.keys.qr, input.ticket, now);
  if (!opened.ok) return opened;
  const taken = await ports.db.as(actor, (tx) => takeTicket(tx, actor, opened.value.nonce, now));
  return taken ? opened : refuse({ kind: "ticket_taken" });
}
