import { and, desc, eq, inArray, max } from "drizzle-orm";
import { seatHolding, seatOrder, tokenRegistration } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { OrderMark } from "../order-mark.ts";
import { orderPlace, type SeatOrderText } from "../seat-order.ts";
import { judgedStates } from "../token-registration.ts";

/** A written order, opened. */
export interface KeptOrder {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly number: string;
  readonly dated: BangkokDay;
  /** Wrapped; it seals the texts and the files. */
  readonly dataKey: Uint8Array;
  readonly text: SeatOrderText;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

type Sealer = Pick<Ports, "vault">;

function keptOf(ports: Sealer, row: typeof seatOrder.$inferSelect): KeptOrder {
  const { id, agencyId, issuerId, number, dataKey, madeBy, madeAt } = row;
  const text = ports.vault.open<SeatOrderText>(dataKey, orderPlace(id), row.sealed);
  return { id, agencyId, issuerId, number, dataKey, madeBy, madeAt, text, dated: row.dated as BangkokDay };
}

/** An order of an agency; null: there is none, or the actor may not see it. */
export async function findOrder(
  ports: Sealer,
  tx: Tx,
  agencyId: string,
  id: string,
): Promise<KeptOrder | null> {
  const [row] = await tx
    .select()
    .from(seatOrder)
    .where(and(eq(seatOrder.agencyId, agencyId), eq(seatOrder.id, id)));
  return row ? keptOf(ports, row) : null;
}

/** An order, if the actor may see it: of their own agency, or of one whose seats their office issued. */
export async function findVisibleOrder(ports: Sealer, tx: Tx, id: string): Promise<KeptOrder | null> {
  const [row] = await tx.select().from(seatOrder).where(eq(seatOrder.id, id));
  return row ? keptOf(ports, row) : null;
}

/** The latest orders of an agency, newest first. */
export async function listOrders(
  ports: Sealer,
  tx: Tx,
  agencyId: string,
  most: number,
): Promise<readonly KeptOrder[]> {
  const found = await tx
    .select()
    .from(seatOrder)
    .where(eq(seatOrder.agencyId, agencyId))
    .orderBy(desc(seatOrder.madeAt), desc(seatOrder.id))
    .limit(most);
  return found.map((row) => keptOf(ports, row));
}

export interface OrderMade extends Omit<KeptOrder, "dataKey"> {
  readonly requestKey: string;
}

/** Keeps a new order; the same form sent twice keeps one. Answers the id of the one there is. */
export async function insertOrder(ports: Sealer, tx: Tx, made: OrderMade): Promise<string> {
  const { text, ...row } = made;
  const dataKey = ports.vault.newDataKey();
  const sealed = ports.vault.seal(dataKey, orderPlace(made.id), text);
  await tx
    .insert(seatOrder)
    .values({ ...row, dataKey, sealed })
    .onConflictDoNothing({ target: [seatOrder.agencyId, seatOrder.requestKey] });
  const sameForm = and(eq(seatOrder.agencyId, made.agencyId), eq(seatOrder.requestKey, made.requestKey));
  const [kept] = await tx.select({ id: seatOrder.id }).from(seatOrder).where(sameForm);
  if (!kept) throw new Error("an order that was just kept is not there");
  return kept.id;
}

/** An order, locked until the transaction ends: its files and its number wait. Runs as the gate. */
export async function lockOrder(ports: Sealer, tx: Tx, id: string): Promise<KeptOrder | null> {
  const [row] = await tx.select().from(seatOrder).where(eq(seatOrder.id, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/**
 * When a registration that waits for the central office, or was approved by it, last went there under this order; null:
 * none did. What the order was then, the office judged by.
 */
export async function findOrderJudgedAt(tx: Tx, orderId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(tokenRegistration.sentAt) })
    .from(tokenRegistration)
    .innerJoin(seatHolding, eq(seatHolding.id, tokenRegistration.holdingId))
    .where(and(eq(seatHolding.orderId, orderId), inArray(tokenRegistration.state, [...judgedStates])));
  return row?.at ?? null;
}

/** Writes down under which number and day an order is known. */
export async function saveOrderMark(tx: Tx, id: string, { number, dated }: OrderMark): Promise<void> {
  await tx.update(seatOrder).set({ number, dated }).where(eq(seatOrder.id, id));
}
