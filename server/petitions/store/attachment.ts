import { and, asc, count, eq, inArray, isNotNull, isNull, lt, notExists } from "drizzle-orm";
import { petitionDraft, petitionFile } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentPlace, type AttachmentFacts } from "../attachment.ts";

type Sealer = Pick<Ports, "vault">;

/** A file of a draft, with what it is called. */
export interface DraftFile extends AttachmentFacts {
  readonly agencyId: string;
  readonly id: string;
  readonly personId: string;
  readonly draftId: string | null;
  readonly petitionId: string | null;
  /** The form's field, as its key or group.key. */
  readonly field: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly dataKey: Uint8Array;
  readonly fileKey: string;
}

const ofDraft = (personId: string, draftId: string) =>
  and(eq(petitionFile.personId, personId), eq(petitionFile.draftId, draftId));

/** Keeps the row of a file; its bytes are put into the store by the caller. */
export async function insertAttachment(
  ports: Sealer,
  tx: Tx,
  made: Omit<DraftFile, "petitionId"> & { readonly now: Date },
): Promise<void> {
  const { name, now, ...rest } = made;
  const facts: AttachmentFacts = { name };
  const sealed = ports.vault.seal(made.dataKey, attachmentPlace(made.id), facts);
  await tx.insert(petitionFile).values({ ...rest, sealed, keptAt: now });
}

/** The files of a draft that are of no petition yet, the oldest first. */
export async function listDraftFiles(
  ports: Sealer,
  tx: Tx,
  personId: string,
  draftId: string,
): Promise<readonly DraftFile[]> {
  const rows = await tx
    .select()
    .from(petitionFile)
    .where(and(ofDraft(personId, draftId), isNull(petitionFile.petitionId)))
    .orderBy(asc(petitionFile.keptAt), asc(petitionFile.id));
  return rows.map((row) => fileOf(ports, row));
}

/** How many files a draft has. */
export async function findFileCount(tx: Tx, personId: string, draftId: string): Promise<number> {
  const [row] = await tx.select({ many: count() }).from(petitionFile).where(ofDraft(personId, draftId));
  return row?.many ?? 0;
}

/** One file of a person's draft; null: none of that id. */
export async function findDraftFile(
  ports: Sealer,
  tx: Tx,
  of: { readonly personId: string; readonly draftId: string; readonly fileId: string },
): Promise<DraftFile | null> {
  const [row] = await tx
    .select()
    .from(petitionFile)
    .where(and(ofDraft(of.personId, of.draftId), eq(petitionFile.id, of.fileId)));
  return row ? fileOf(ports, row) : null;
}

/** Takes the row of a file away. */
export async function deleteAttachment(tx: Tx, file: Pick<DraftFile, "agencyId" | "id">): Promise<void> {
  await tx
    .delete(petitionFile)
    .where(and(eq(petitionFile.agencyId, file.agencyId), eq(petitionFile.id, file.id)));
}

/** Ties files of a draft to the petition it became; answers how many were. */
export async function tieAttachments(
  tx: Tx,
  of: { readonly personId: string; readonly draftId: string },
  ids: readonly string[],
  petitionId: string,
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx
    .update(petitionFile)
    .set({ petitionId })
    .where(and(ofDraft(of.personId, of.draftId), inArray(petitionFile.id, [...ids])))
    .returning({ id: petitionFile.id });
  return rows.length;
}

export type LooseFile = Pick<typeof petitionFile.$inferSelect, "agencyId" | "id" | "fileKey">;

/**
 * Files of no petition that were kept before `before` and belong to no draft that is open, the oldest first. Runs as
 * the system.
 */
export function listLooseAttachments(tx: Tx, before: Date, most: number): Promise<LooseFile[]> {
  const { agencyId, id, fileKey, personId, draftId, petitionId, keptAt } = petitionFile;
  const open = tx
    .select({ id: petitionDraft.id })
    .from(petitionDraft)
    .where(
      and(
        eq(petitionDraft.personId, personId),
        eq(petitionDraft.id, draftId),
        isNull(petitionDraft.petitionId),
      ),
    );
  return tx
    .select({ agencyId, id, fileKey })
    .from(petitionFile)
    .where(and(isNull(petitionId), isNotNull(draftId), lt(keptAt, before), notExists(open)))
    .orderBy(asc(keptAt))
    .limit(most);
}

function fileOf(ports: Sealer, row: typeof petitionFile.$inferSelect): DraftFile {
  const { agencyId, id, personId, draftId, petitionId, field, mediaType, size, dataKey, fileKey } = row;
  const { name } = ports.vault.open<AttachmentFacts>(dataKey, attachmentPlace(id), row.sealed);
  return { agencyId, id, personId, draftId, petitionId, field, mediaType, size, dataKey, fileKey, name };
}
