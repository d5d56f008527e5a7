import { and, asc, eq } from "drizzle-orm";
import { orderFileRemoval, seatOrderFile } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { orderFilePlace } from "../seat-order.ts";
import type { KeptOrder } from "./seat-order.ts";

/** A file of an order, by what the person's machine calls it. */
export interface OrderFile {
  readonly id: string;
  readonly fileKey: string;
  readonly mime: string;
  readonly size: number;
  readonly name: string;
  readonly madeAt: Date;
  /** The time in a seat whose holder brought it; null: the agency's head put it there. */
  readonly broughtBy: string | null;
}

type Owner = Pick<KeptOrder, "id" | "agencyId" | "issuerId" | "dataKey">;
type Sealer = Pick<Ports, "vault">;

/** Keeps the row of a file whose bytes lie in the store. */
export async function insertOrderFile(
  ports: Sealer,
  tx: Tx,
  { id: orderId, agencyId, issuerId, dataKey }: Owner,
  { name, ...file }: OrderFile,
): Promise<void> {
  const sealed = ports.vault.seal(dataKey, orderFilePlace(file.id), { name });
  await tx.insert(seatOrderFile).values({ ...file, orderId, agencyId, issuerId, name: sealed });
}

/** The files of an order, in the order they came. */
export async function listOrderFiles(ports: Sealer, tx: Tx, order: Owner): Promise<readonly OrderFile[]> {
  const found = await tx
    .select()
    .from(seatOrderFile)
    .where(eq(seatOrderFile.orderId, order.id))
    .orderBy(asc(seatOrderFile.madeAt), asc(seatOrderFile.id));
  return found.map((row) => named(ports, order, row));
}

/** One file of an order; null: it has none of that id. */
export async function findOrderFile(
  ports: Sealer,
  tx: Tx,
  order: Owner,
  fileId: string,
): Promise<OrderFile | null> {
  const [row] = await tx
    .select()
    .from(seatOrderFile)
    .where(and(eq(seatOrderFile.orderId, order.id), eq(seatOrderFile.id, fileId)));
  return row ? named(ports, order, row) : null;
}

/** Forgets a file of an order, but for when it came and went; its bytes are the caller's to delete. Runs as the gate. */
export async function deleteOrderFile(
  tx: Tx,
  { id: orderId, agencyId, issuerId }: Pick<KeptOrder, "id" | "agencyId" | "issuerId">,
  { id: fileId, madeAt }: Pick<OrderFile, "id" | "madeAt">,
  removedAt: Date,
): Promise<void> {
  await tx.insert(orderFileRemoval).values({ id: fileId, orderId, agencyId, issuerId, madeAt, removedAt });
  await tx.delete(seatOrderFile).where(and(eq(seatOrderFile.orderId, orderId), eq(seatOrderFile.id, fileId)));
}

function named(ports: Sealer, { dataKey }: Owner, row: typeof seatOrderFile.$inferSelect): OrderFile {
  const { id, fileKey, mime, size, madeAt, broughtBy } = row;
  const { name } = ports.vault.open<{ readonly name: string }>(dataKey, orderFilePlace(id), row.name);
  return { id, fileKey, mime, size, madeAt, broughtBy, name };
}
