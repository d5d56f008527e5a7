import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { textsAt } from "../../forms/typed-value.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  attachmentKey,
  attachmentLimits,
  attachmentName,
  attachmentPlace,
  mediaTypeOf,
} from "../attachment.ts";
import { barePath, fileFieldOf, withAt, type FileField } from "../draft.ts";
import { asKept, type Taking } from "./as-kept.ts";
import { findFileCount, insertAttachment } from "../store/attachment.ts";
import { lockDraft, writeDraft, type KeptDraft } from "../store/draft.ts";
import { findVersion } from "../store/service.ts";
import { closeUpload, lockUpload, type KeptUpload } from "../store/upload.ts";
import type { FinishUploadRefusal, KeptFile } from "../upload.ts";
import type { FileFormat } from "../../forms/field.ts";

/** The field of a draft's own form that takes files under that bare path; null: none does. */
export async function fileFieldOfDraft(
  tx: Tx,
  { agencyId, serviceId, serviceVersion }: Pick<KeptDraft, "agencyId" | "serviceId" | "serviceVersion">,
  bare: string,
): Promise<FileField | null> {
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  return version && fileFieldOf(version.definition.form, bare);
}

interface Settling extends Taking {
  readonly upload: KeptUpload;
  readonly bytes: Uint8Array;
  /** Where in the answers it stands ("owners.0.photo"). */
  readonly path: string;
}

/**
 * Makes a file of an upload whose bytes are all there: made fit to be kept by `asKept`, put sealed into the file store under
 * the upload's own id (so that doing it twice makes one file), tied to the draft and written into its answers. Refuses what
 * `asKept` refuses, more files than a draft takes, a field the form no longer has, and a store that fails.
 */
export async function settleUpload(
  ports: Ports,
  actor: Citizen,
  { upload, bytes: sent, accepts, crossOut, path }: Settling,
): Promise<Result<KeptFile, FinishUploadRefusal>> {
  const made = await asKept(ports, sent, { accepts, crossOut });
  if (!made.ok) return made;
  const { bytes, format } = made.value;
  const { id, agencyId, dataKey } = upload;
  const fileKey = attachmentKey(agencyId, id);
  try {
    const sealed = ports.vault.sealBytes(dataKey, attachmentPlace(id), bytes);
    await ports.files.put(fileKey, sealed, "application/octet-stream");
  } catch (error) {
    ports.log.error("petition_file.not_kept", error);
    return refuse({ kind: "file_not_kept" });
  }
  const file = { fileKey, bytes, name: attachmentName(upload.name, format), format };
  return ports.db.as(actor, (tx) => tie(ports, tx, actor, upload, { ...file, path }));
}

interface Judged {
  readonly fileKey: string;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly format: FileFormat;
  readonly path: string;
}

async function tie(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  { personId, id, draftId }: KeptUpload,
  { fileKey, bytes, name, format, path }: Judged,
): Promise<Result<KeptFile, FinishUploadRefusal>> {
  const draft = await lockDraft(ports, tx, personId, draftId);
  const upload = await lockUpload(ports, tx, personId, id);
  if (!draft) return refuse({ kind: "draft_missing" });
  const size = bytes.length;
  // A twin that comes late answers as the first did, also where the draft was sent meanwhile with the file it made.
  if (upload && upload.fileId !== null) return ok({ fileId: id, name, size, version: draft.version });
  if (draft.petitionId !== null) return refuse({ kind: "draft_sent", petitionId: draft.petitionId });
  if (!upload) return refuse({ kind: "upload_missing" });
  if (!(await fileFieldOfDraft(tx, draft, upload.field))) return refuse({ kind: "upload_field" });
  if ((await findFileCount(tx, personId, draftId)) >= attachmentLimits.files) {
    return refuse({ kind: "files_full" });
  }
  const now = ports.clock.now();
  const { agencyId, dataKey, field } = upload;
  const row = { id, agencyId, personId, draftId, field, dataKey, fileKey, name, size, now };
  await insertAttachment(ports, tx, { ...row, mediaType: mediaTypeOf[format] });
  await closeUpload(tx, upload, id, now);
  await record(ports, tx, { action: "petition_file.kept", actor, agencyId, subjectId: id });
  const written = await writeDraft(ports, tx, draft, { content: withFile(draft, field, path, id), now });
  return ok({ fileId: id, name, size, version: written.version });
}

/** The draft's content with the file at its path, as long as that is a path of the file's field. */
export function withFile(
  { content }: KeptDraft,
  field: string,
  path: string,
  id: string,
): KeptDraft["content"] {
  if (barePath(path) !== field) return content;
  const list = [...textsAt(content.answers, path), id];
  return { ...content, answers: withAt(content.answers, path, list) };
}
