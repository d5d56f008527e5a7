import { and, asc, eq } from "drizzle-orm";
import { petitionFile } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { KeptPetition } from "./petition.ts";

/** A file of a petition as staff come to it. */
export interface DeskFile {
  readonly id: string;
  /** The form's field by its path; null: it came with a message. */
  readonly field: string | null;
  readonly mediaType: string;
  readonly size: number;
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly fileKey: string;
  readonly keptAt: Date;
}

const columns = {
  id: petitionFile.id,
  field: petitionFile.field,
  mediaType: petitionFile.mediaType,
  size: petitionFile.size,
  dataKey: petitionFile.dataKey,
  sealed: petitionFile.sealed,
  fileKey: petitionFile.fileKey,
  keptAt: petitionFile.keptAt,
};

type Owner = Pick<KeptPetition, "agencyId" | "id">;

const ofPetition = ({ agencyId, id }: Owner) =>
  and(eq(petitionFile.agencyId, agencyId), eq(petitionFile.petitionId, id));

/** Every file of a petition, the oldest first. */
export function listDeskFiles(tx: Tx, of: Owner): Promise<DeskFile[]> {
  return tx.select(columns).from(petitionFile).where(ofPetition(of)).orderBy(asc(petitionFile.keptAt));
}

/** The files of one field of it. */
export function listFilesOfField(tx: Tx, of: Owner, field: string): Promise<DeskFile[]> {
  return tx
    .select(columns)
    .from(petitionFile)
    .where(and(ofPetition(of), eq(petitionFile.field, field)))
    .orderBy(asc(petitionFile.keptAt));
}

/** One file of a petition; null: it has none of that id. */
export async function findDeskFile(tx: Tx, of: Owner, fileId: string): Promise<DeskFile | null> {
  const [row] = await tx
    .select(columns)
    .from(petitionFile)
    .where(and(ofPetition(of), eq(petitionFile.id, fileId)));
  return row ?? null;
}
