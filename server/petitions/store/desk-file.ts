import { and, asc, eq } from "drizzle-orm";
import { petitionFile } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentPlace } from "../attachment.ts";
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

/** A file whose bytes lie in the store and whose row is still to be kept. */
export type NewDeskFile = Omit<DeskFile, "sealed" | "keptAt"> & { readonly name: string };

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

/** Keeps the row of a file under a field that is the staff's own; its bytes lie in the store already. */
export async function insertDeskFile(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Pick<KeptPetition, "agencyId" | "id" | "personId">,
  made: NewDeskFile,
  keptAt: Date,
): Promise<void> {
  const { name, ...row } = made;
  const sealed = ports.vault.seal(made.dataKey, attachmentPlace(made.id), { name });
  const { agencyId, id: petitionId, personId } = of;
  await tx.insert(petitionFile).values({ ...row, agencyId, petitionId, personId, sealed, keptAt });
}
