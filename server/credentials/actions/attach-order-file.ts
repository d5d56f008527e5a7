import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { AttachmentRefusal } from "../../petitions/attachment.ts";
import type { SentFile } from "../../petitions/sent-file.ts";
import type { Ports } from "../../ports.ts";
import { putOrderFile } from "../desk/put-order-file.ts";
import { orderLimits } from "../seat-order.ts";
import { insertOrderFile, listOrderFiles } from "../store/order-file.ts";
import { findOrder } from "../store/seat-order.ts";

export type AttachOrderRefusal =
  | AttachmentRefusal
  | { readonly kind: "order_not_found" }
  | { readonly kind: "too_many_files"; readonly most: number };

/**
 * Puts a file to an order of the head's agency: the order as it was signed. Refuses another agency's order as not found,
 * a file that is none (`judgeAttachment`), and more files than an order has.
 */
export async function attachOrderFile(
  ports: Ports,
  actor: Staff,
  { orderId, sent }: { readonly orderId: string; readonly sent: SentFile },
): Promise<Result<{ readonly fileId: string }, AttachOrderRefusal>> {
  if (!isUuid(orderId)) return refuse({ kind: "order_not_found" });
  const order = await ports.db.as(actor, (tx) => findOrder(ports, tx, actor.agencyId, orderId));
  if (!order) return refuse({ kind: "order_not_found" });
  const file = await putOrderFile(ports, order, sent, null);
  if (!file.ok) return file;
  const kept = await ports.db.as(actor, async (tx) => {
    const before = await listOrderFiles(ports, tx, order);
    if (before.length >= orderLimits.files) return false;
    await insertOrderFile(ports, tx, order, file.value);
    const refs = { fileId: file.value.id };
    await record(ports, tx, { action: "seat_order.file_attached", actor, subjectId: orderId, refs });
    return true;
  });
  if (kept) return ok({ fileId: file.value.id });
  await ports.files.delete(file.value.fileKey);
  return refuse({ kind: "too_many_files", most: orderLimits.files });
}
