import type { FileFormat } from "../../forms/field.ts";
import { barePicture } from "../../kernel/bare-picture.ts";
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
import { judgeAttachment } from "../judge-attachment.ts";
import type { NewPetitionFile } from "../store/own-file.ts";

export const messageFormats: readonly FileFormat[] = ["jpg", "png", "pdf"];
export const photoFormats: readonly FileFormat[] = ["jpg", "png"];

/**
 * Judges a file by its bytes and puts it sealed into the file store, a picture without place and time of its taking; the row that makes it part of a petition is the
 * caller's to keep, or else `dropFile` ends it. Refuses what `judgeAttachment` refuses. Runs outside any transaction.
 */
export async function putOwnFile(
  ports: Ports,
  agencyId: string,
  sent: SentFile,
  accepts: readonly FileFormat[],
): Promise<Result<NewPetitionFile, AttachmentRefusal>> {
  const judged = await judgeAttachment(sent.bytes, accepts);
  if (!judged.ok) return judged;
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const fileKey = attachmentKey(agencyId, id);
  const bytes = barePicture(sent.bytes);
  const sealed = ports.vault.sealBytes(dataKey, attachmentPlace(id), bytes);
  await ports.files.put(fileKey, sealed, "application/octet-stream");
  const name = attachmentName(sent.name, judged.value);
  return ok({ id, name, mediaType: mediaTypeOf[judged.value], size: bytes.length, dataKey, fileKey });
}

/** Ends a file that became part of nothing. */
export async function dropFile(ports: Ports, file: NewPetitionFile | null): Promise<void> {
  if (file !== null) await ports.files.delete(file.fileKey);
}
