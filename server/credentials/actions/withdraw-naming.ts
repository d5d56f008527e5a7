import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { endHolding } from "../desk/end-holding.ts";
import { lockOwnHolding } from "../desk/lock-own-holding.ts";

export type WithdrawRefusal =
  | { readonly kind: "holding_not_found" }
  /** They hold the seat by now: that is ended, not withdrawn. */
  | { readonly kind: "holding_live"; readonly seatId: string };

/**
 * Takes back a naming before the person came in. Their links and password are worth nothing any more, and they are told
 * where an address is known. Withdrawn twice it is withdrawn. Refuses somebody of another agency as not found, and
 * whoever holds the seat already.
 */
export async function withdrawNaming(
  ports: Ports,
  actor: Staff,
  { holdingId }: { readonly holdingId: string },
): Promise<Result<{ readonly seatId: string }, WithdrawRefusal>> {
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockOwnHolding(ports, tx, actor, holdingId);
    if (!holding) return refuse({ kind: "holding_not_found" });
    const { seatId } = holding;
    if (holding.state === "live") return refuse({ kind: "holding_live", seatId });
    if (holding.state === "named") await endHolding(ports, tx, actor, holding, "not_taken_up");
    return ok({ seatId });
  });
}
