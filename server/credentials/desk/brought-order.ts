import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { unnumbered } from "../seat-order.ts";
import { lockHolding, saveHolding } from "../store/holding.ts";
import { findOrder, insertOrder, type KeptOrder } from "../store/seat-order.ts";

/**
 * The order behind somebody's time in a seat. Who came over by a list has none yet and brings it with the registration:
 * it is opened here, for its files to lie in. Null: there is no such time any more. Runs as the gate.
 */
export async function broughtOrder(ports: Ports, tx: Tx, holdingId: string): Promise<KeptOrder | null> {
  const holding = await lockHolding(ports, tx, holdingId);
  if (!holding || holding.state === "ended") return null;
  const { agencyId, issuerId, orderId } = holding;
  if (orderId !== null) return findOrder(ports, tx, agencyId, orderId);
  const now = ports.clock.now();
  const id = await insertOrder(ports, tx, {
    ...{ id: ports.random.uuid(), agencyId, issuerId, number: unnumbered, dated: bangkokDay(now) },
    text: { duties: "", controls: "", keeping: "" },
    ...{ madeBy: null, madeAt: now, requestKey: `holding:${holdingId}` },
  });
  await saveHolding(ports, tx, holding, { orderId: id });
  return findOrder(ports, tx, agencyId, id);
}
