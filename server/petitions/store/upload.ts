import { and, asc, count, eq, isNull, lt } from "drizzle-orm";
import { petitionUpload } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AttachmentFacts } from "../attachment.ts";

type Sealer = Pick<Ports, "vault">;

/** A file that is coming in pieces. */
export interface KeptUpload extends AttachmentFacts {
  readonly personId: string;
  readonly id: string;
  readonly agencyId: string;
  readonly draftId: string;
  readonly field: string;
  readonly size: number;
  readonly received: number;
  readonly dataKey: Uint8Array;
  readonly fileId: string | null;
}

const ofId = (personId: string, id: string) =>
  and(eq(petitionUpload.personId, personId), eq(petitionUpload.id, id));

/** Where an upload stands sealed, its pieces and its name alike. */
export function uploadPlace(rowId: string) {
  return { table: "petition_upload", rowId };
}

/** Begins an upload with nothing received. */
export async function insertUpload(
  ports: Sealer,
  tx: Tx,
  made: Omit<KeptUpload, "received" | "fileId" | "dataKey"> & { readonly now: Date },
): Promise<void> {
  const { name, now, ...rest } = made;
  const dataKey = ports.vault.newDataKey();
  const facts: AttachmentFacts = { name };
  const sealed = ports.vault.seal(dataKey, uploadPlace(made.id), facts);
  await tx
    .insert(petitionUpload)
    .values({ ...rest, received: 0, dataKey, sealed, madeAt: now, changedAt: now });
}

/** How many uploads of a draft are not finished. */
export async function findOpenUploadCount(tx: Tx, personId: string, draftId: string): Promise<number> {
  const [row] = await tx
    .select({ many: count() })
    .from(petitionUpload)
    .where(
      and(
        eq(petitionUpload.personId, personId),
        eq(petitionUpload.draftId, draftId),
        isNull(petitionUpload.fileId),
      ),
    );
  return row?.many ?? 0;
}

/** An upload of a person; null: none of that id. */
export async function findUpload(
  ports: Sealer,
  tx: Tx,
  personId: string,
  id: string,
): Promise<KeptUpload | null> {
  const [row] = await tx.select().from(petitionUpload).where(ofId(personId, id));
  return row ? keptOf(ports, row) : null;
}

/** The same, held until the transaction ends. */
export async function lockUpload(
  ports: Sealer,
  tx: Tx,
  personId: string,
  id: string,
): Promise<KeptUpload | null> {
  const [row] = await tx.select().from(petitionUpload).where(ofId(personId, id)).for("update");
  return row ? keptOf(ports, row) : null;
}

/** Counts a piece that was put. False: another piece was counted there meanwhile. */
export async function countPiece(tx: Tx, upload: KeptUpload, received: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(petitionUpload)
    .set({ received, changedAt: now })
    .where(and(ofId(upload.personId, upload.id), eq(petitionUpload.received, upload.received)))
    .returning({ id: petitionUpload.id });
  return rows.length === 1;
}

/** Marks an upload that is held as the file it became. */
export async function closeUpload(tx: Tx, upload: KeptUpload, fileId: string, now: Date): Promise<void> {
  await tx.update(petitionUpload).set({ fileId, changedAt: now }).where(ofId(upload.personId, upload.id));
}

export type OldUpload = Pick<KeptUpload, "personId" | "id" | "agencyId" | "size" | "fileId">;

/** Uploads nobody touched since `before`, finished or not, the oldest first. Runs as the system. */
export function listOldUploads(tx: Tx, before: Date, most: number): Promise<OldUpload[]> {
  const { personId, id, agencyId, size, fileId, changedAt } = petitionUpload;
  return tx
    .select({ personId, id, agencyId, size, fileId })
    .from(petitionUpload)
    .where(lt(changedAt, before))
    .orderBy(asc(changedAt))
    .limit(most);
}

/** Takes an upload's row away. */
export async function deleteUpload(tx: Tx, personId: string, id: string): Promise<void> {
  await tx.delete(petitionUpload).where(ofId(personId, id));
}

function keptOf(ports: Sealer, row: typeof petitionUpload.$inferSelect): KeptUpload {
  const { personId, id, agencyId, draftId, field, size, received, dataKey, fileId } = row;
  const { name } = ports.vault.open<AttachmentFacts>(dataKey, uploadPlace(id), row.sealed);
  return { personId, id, agencyId, draftId, field, size, received, dataKey, fileId, name };
}
