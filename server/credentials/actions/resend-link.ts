import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { lockOwnHolding } from "../desk/lock-own-holding.ts";
import { sendPasswordLink } from "../desk/send-password-link.ts";

export type ResendRefusal =
  | { readonly kind: "holding_not_found" }
  /** Only whoever is named and not in yet gets a first link. */
  | { readonly kind: "holding_not_named"; readonly seatId: string }
  | { readonly kind: "no_address"; readonly seatId: string };

/**
 * Mails the link that sets the first password once more, to the person's own address; the one before is worth nothing
 * any more. Refuses somebody of another agency as not found, whoever is not waiting to come in, and a person of whom no
 * address is known.
 */
export async function resendLink(
  ports: Ports,
  actor: Staff,
  { holdingId }: { readonly holdingId: string },
): Promise<Result<{ readonly seatId: string }, ResendRefusal>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockOwnHolding(ports, tx, actor, holdingId);
    if (!holding) return refuse({ kind: "holding_not_found" });
    const { id, seatId, agencyId, personId } = holding;
    if (holding.state !== "named") return refuse({ kind: "holding_not_named", seatId });
    if (!(await sendPasswordLink(ports, tx, holding, "first"))) return refuse({ kind: "no_address", seatId });
    const action = "seat_link.sent";
    await record(ports, tx, { action, actor, personId, agencyId, subjectId: id, refs: { seatId } });
    return ok({ seatId });
  });
}
