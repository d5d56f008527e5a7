import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { AttachmentRefusal } from "../../petitions/attachment.ts";
import type { SentFile } from "../../petitions/sent-file.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { OrderFileRefusal } from "../order-file-refusal.ts";
import { deleteOrderFile, findOrderFile, insertOrderFile, type OrderFile } from "../store/order-file.ts";
import { findOrderJudgedAt, lockOrder, type KeptOrder } from "../store/seat-order.ts";
import { putOrderFile } from "./put-order-file.ts";

/** Which file goes away, and what comes in its place. */
export interface OrderFileChange {
  readonly order: KeptOrder;
  readonly fileId: string;
  /** Null: nothing. */
  readonly instead: SentFile | null;
  /** The time in a seat whose holder changes what they brought; null: the head, any file. */
  readonly broughtBy: string | null;
  /** Asked inside the transaction: whether it may be changed at all. */
  readonly isOpen: (tx: Tx) => Promise<boolean>;
}

/**
 * Takes a file of an order away, or puts another in its place; what comes instead is judged first, so that a file that
 * is refused leaves the old one. Refuses a file that is gone or another's, and one the central office judged by. It is
 * written down.
 */
export async function changeOrderFile(
  ports: Ports,
  actor: Actor,
  change: OrderFileChange,
): Promise<Result<{ readonly name: string }, OrderFileRefusal | AttachmentRefusal>> {
  const { order, instead, broughtBy } = change;
  const put = instead === null ? ok(null) : await putOrderFile(ports, order, instead, broughtBy);
  if (!put.ok) return put;
  const changed = await ports.db.as({ kind: "gate" }, (tx) => swap(ports, tx, actor, change, put.value));
  const left = changed.ok ? changed.value.fileKey : put.value?.fileKey;
  if (left !== undefined) await ports.files.delete(left);
  return changed.ok ? ok({ name: changed.value.name }) : changed;
}

/** Answers the file that went away. */
async function swap(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  { order, fileId, broughtBy, isOpen }: OrderFileChange,
  instead: OrderFile | null,
): Promise<Result<OrderFile, OrderFileRefusal>> {
  const isStill = await isOpen(tx);
  const held = await lockOrder(ports, tx, order.id);
  const file = held && (await findOrderFile(ports, tx, held, fileId));
  if (!isStill || !file || (broughtBy !== null && file.broughtBy !== broughtBy))
    return refuse({ kind: "order_file_gone" });
  const judgedAt = await findOrderJudgedAt(tx, order.id);
  if (judgedAt !== null && file.madeAt <= judgedAt) return refuse({ kind: "order_file_judged" });
  await deleteOrderFile(tx, order, file, ports.clock.now());
  if (instead) await insertOrderFile(ports, tx, order, instead);
  const refs = { fileId, insteadId: instead?.id ?? null, holdingId: broughtBy };
  const action = instead ? "seat_order.file_replaced" : "seat_order.file_removed";
  await record(ports, tx, { action, actor, agencyId: order.agencyId, subjectId: order.id, refs });
  return ok(file);
}
