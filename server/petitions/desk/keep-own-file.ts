import type { FileFormat } from "../../forms/field.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import {
  attachmentKey,
  attachmentName,
  attachmentPlace,
  mediaTypeOf,
  type AttachmentRefusal,
} from "../attachment.ts";
import type { SentFile } from "../sent-file.ts";
import { asKept, type Taking } from "./as-kept.ts";
import type { NewPetitionFile } from "../store/own-file.ts";

const messageFormats: readonly FileFormat[] = ["jpg", "png", "pdf"];
const photoFormats: readonly FileFormat[] = ["jpg", "png"];
/** What goes with a message. */
export const ofMessages: Taking = { accepts: messageFormats, crossOut: null };
/** Pictures of things: what is broken, what was done. */
export const ofThings: Taking = { accepts: photoFormats, crossOut: null };

/**
 * Judges a file by its bytes and puts it sealed into the file store as `asKept` makes it; the row that makes it part of a
 * petition is the caller's to keep, or else `dropFile` ends it. Refuses what `asKept` refuses. Runs outside any
 * transaction.
 */
export async function putOwnFile(
  ports: Ports,
  agencyId: string,
  sent: SentFile,
  { accepts, crossOut }: Taking,
): Promise<Result<NewPetitionFile, AttachmentRefusal>> {
  const made = await asKept(ports, sent.bytes, { accepts, crossOut });
  if (!made.ok) return made;
  const { bytes, format } = made.value;
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const fileKey = attachmentKey(agencyId, id);
  const sealed = ports.vault.sealBytes(dataKey, attachmentPlace(id), bytes);
  await ports.files.put(fileKey, sealed, "application/octet-stream");
  const name = attachmentName(sent.name, format);
  return ok({ id, name, mediaType: mediaTypeOf[format], size: bytes.length, dataKey, fileKey });
}

/** Ends a file that became part of nothing. */
export async function dropFile(ports: Ports, file: NewPetitionFile | null): Promise<void> {
  if (file !== null) await ports.files.delete(file.fileKey);
}
