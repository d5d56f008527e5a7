import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { readOrderMark, type OrderMarkFaults, type TypedOrderMark } from "../order-mark.ts";
import { findOrderJudgedAt, lockOrder, saveOrderMark } from "../store/seat-order.ts";

export type MarkOrderRefusal =
  | OrderMarkFaults
  | { readonly kind: "order_not_found" }
  /** The central office judges, or judged, a registration by it. */
  | { readonly kind: "order_judged" };

/**
 * The head says under which number and day an order is known that a holder brought. Refuses what `readOrderMark`
 * refuses, an order of another agency or one the head wrote as not found, and one the central office judged by.
 */
export async function markOrder(
  ports: Ports,
  actor: Staff,
  { orderId, typed }: { readonly orderId: string; readonly typed: TypedOrderMark },
): Promise<Result<undefined, MarkOrderRefusal>> {
  if (!isUuid(orderId)) return refuse({ kind: "order_not_found" });
  const read = readOrderMark(typed, bangkokDay(ports.clock.now()));
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const order = await lockOrder(ports, tx, orderId);
    if (order?.agencyId !== actor.agencyId || order.madeBy !== null)
      return refuse({ kind: "order_not_found" });
    if ((await findOrderJudgedAt(tx, orderId)) !== null) return refuse({ kind: "order_judged" });
    if (!read.ok) return read;
    await saveOrderMark(tx, orderId, read.value);
    const { agencyId } = order;
    const refs = { from: order.number, number: read.value.number, dated: read.value.dated };
    await record(ports, tx, { action: "seat_order.marked", actor, agencyId, subjectId: orderId, refs });
    return ok();
  });
}
