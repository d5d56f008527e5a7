import { petitionFile } from "../../../db/schema/index.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentPlace, type AttachmentFacts } from "../attachment.ts";
import type { FollowedFile } from "../followed-petition.ts";
import { findDeskFile, listDeskFiles, type DeskFile } from "./desk-file.ts";
import type { KeptPetition } from "./petition.ts";

/** A file whose bytes lie in the store and whose row is still to be kept. */
export interface NewPetitionFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly dataKey: Uint8Array;
  readonly fileKey: string;
}

type Owner = Pick<KeptPetition, "agencyId" | "id" | "personId">;

/** Keeps the row of a file that came with what a citizen said, or with a field of the form. */
export async function insertOwnFile(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
  { name, ...made }: NewPetitionFile,
  now: Date,
  field: string | null = null,
): Promise<void> {
  const facts: AttachmentFacts = { name };
  const sealed = ports.vault.seal(made.dataKey, attachmentPlace(made.id), facts);
  const { agencyId, id: petitionId, personId } = of;
  await tx
    .insert(petitionFile)
    .values({ ...made, agencyId, petitionId, personId, field, sealed, keptAt: now });
}

/** The files of a petition by what they are called, with the field each came with. */
export async function listOwnFiles(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
): Promise<readonly (FollowedFile & { readonly field: string | null })[]> {
  const files = await listDeskFiles(tx, of);
  return files.map((file) => ({ ...named(ports, file), field: file.field }));
}

/** One file of a petition, with what opens its bytes; null: it has none of that id. */
export async function findOwnFile(
  ports: Pick<Ports, "vault">,
  tx: Tx,
  of: Owner,
  fileId: string,
): Promise<(FollowedFile & Pick<DeskFile, "dataKey" | "fileKey">) | null> {
  const file = await findDeskFile(tx, of, fileId);
  return file && { ...named(ports, file), dataKey: file.dataKey, fileKey: file.fileKey };
}

function named(
  ports: Pick<Ports, "vault">,
  { id, mediaType, size, dataKey, sealed }: DeskFile,
): FollowedFile {
  const { name } = ports.vault.open<AttachmentFacts>(dataKey, attachmentPlace(id), sealed);
  return { id, name, size, mediaType };
}
