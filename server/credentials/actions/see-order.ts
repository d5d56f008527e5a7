import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { OrderSeen } from "../order-view.ts";
import { orderFilePlace } from "../seat-order.ts";
import { findOrderFile, listOrderFiles, type OrderFile } from "../store/order-file.ts";
import { listPeopleOfOrder } from "../store/seat-people.ts";
import { findOrderJudgedAt, findVisibleOrder } from "../store/seat-order.ts";
import { listSeatsOfAgency } from "../store/seat.ts";

type NotFound = { readonly kind: "order_not_found" };

/** An order, for its agency and for the office that issued the agency's seats. Refuses any other as not found. */
export async function seeOrder(
  ports: Ports,
  actor: Staff,
  { orderId }: { readonly orderId: string },
): Promise<Result<OrderSeen, NotFound>> {
  if (!isUuid(orderId)) return refuse({ kind: "order_not_found" });
  return ports.db.as(actor, async (tx) => {
    const order = await findVisibleOrder(ports, tx, orderId);
    const agency = order && (await findAgencyPlace(tx, order.agencyId));
    if (!order || !agency) return refuse({ kind: "order_not_found" });
    const seats = new Map((await listSeatsOfAgency(tx, order.agencyId)).map((seat) => [seat.id, seat]));
    const people = (await listPeopleOfOrder(ports, tx, orderId)).flatMap((person) => {
      const seat = seats.get(person.seatId);
      return seat ? [{ ...person, userCode: seat.userCode, right: seat.right }] : [];
    });
    const { id, number, dated, text, madeAt } = order;
    const judgedAt = await findOrderJudgedAt(tx, id);
    const files = (await listOrderFiles(ports, tx, order)).map((file) => ({
      ...file,
      mayGo: judgedAt === null || file.madeAt > judgedAt,
    }));
    const { nameTh, nameEn } = agency;
    const stands = { isBrought: order.madeBy === null, isJudged: judgedAt !== null };
    return ok({ id, agency: { nameTh, nameEn }, number, dated, text, madeAt, people, files, ...stands });
  });
}

/** A file of an order as it was put there. */
export interface OpenedOrderFile extends Pick<OrderFile, "name" | "mime"> {
  readonly bytes: Uint8Array;
}

/**
 * Opens a file of an order, for its agency and for the office that issued its seats. It names people, so every opening
 * is written. Refuses any other as not found, and one that the store does not answer with.
 */
export async function openOrderFile(
  ports: Ports,
  actor: Staff,
  { orderId, fileId }: { readonly orderId: string; readonly fileId: string },
): Promise<Result<OpenedOrderFile, NotFound>> {
  if (!isUuid(orderId) || !isUuid(fileId)) return refuse({ kind: "order_not_found" });
  const found = await ports.db.as(actor, async (tx) => {
    const order = await findVisibleOrder(ports, tx, orderId);
    const file = order && (await findOrderFile(ports, tx, order, fileId));
    if (!file) return null;
    const { agencyId } = order;
    const refs = { fileId };
    await record(ports, tx, { action: "seat_order.file_opened", actor, agencyId, subjectId: orderId, refs });
    return { order, file };
  });
  const sealed = found && (await ports.files.get(found.file.fileKey));
  if (!sealed) return refuse({ kind: "order_not_found" });
  const { order, file } = found;
  const bytes = ports.vault.openBytes(order.dataKey, orderFilePlace(file.id), sealed);
  return ok({ bytes, name: file.name, mime: file.mime });
}
