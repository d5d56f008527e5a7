import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { attachmentKey, pieceKey } from "../attachment.ts";
import { crossOutWords } from "../desk/cross-out-words.ts";
import { fileFieldOfDraft, settleUpload } from "../desk/settle-upload.ts";
import { findDraftFile } from "../store/attachment.ts";
import { findDraft } from "../store/draft.ts";
import { deleteUpload, findUpload, lockUpload, uploadPlace, type KeptUpload } from "../store/upload.ts";
import { pieceOffsets, type FinishUploadRefusal, type KeptFile } from "../upload.ts";

interface Named {
  readonly uploadId: string;
  readonly draftId: string;
  /** Where in the answers it is to stand. */
  readonly path: string;
}

/**
 * Makes a file of an upload that is all there. Done twice, it answers the same file. Refuses somebody else's upload as
 * missing, one with pieces still to come, and what `settleUpload` refuses; what is no file of ours goes at once.
 */
export async function finishUpload(
  ports: Ports,
  actor: Citizen,
  { uploadId, draftId, path }: Named,
): Promise<Result<KeptFile, FinishUploadRefusal>> {
  if (!isUuid(uploadId) || !isUuid(draftId)) return refuse({ kind: "upload_missing" });
  const found = await ports.db.as(actor, async (tx) => {
    const upload = await findUpload(ports, tx, actor.personId, uploadId);
    const draft = await findDraft(ports, tx, actor.personId, draftId);
    if (!upload || !draft || upload.draftId !== draftId) return null;
    const field = await fileFieldOfDraft(tx, draft, upload.field);
    const of = { personId: actor.personId, draftId, fileId: uploadId };
    const file = upload.fileId === null ? null : await findDraftFile(ports, tx, of);
    const crossOut = field && (await crossOutWords(ports, tx, draft, field));
    return { upload, draft, field, crossOut, file };
  });
  if (!found) return refuse({ kind: "upload_missing" });
  const { upload, draft, field, crossOut, file } = found;
  if (file) return ok({ fileId: file.id, name: file.name, size: file.size, version: draft.version });
  if (!field) return refuse({ kind: "upload_field" });
  if (upload.received < upload.size) return refuse({ kind: "upload_unfinished", received: upload.received });
  const bytes = await joinPieces(ports, upload);
  if (bytes === null) return refuse({ kind: "file_not_kept" });
  const settled = await settleUpload(ports, actor, {
    ...{ upload, bytes, accepts: field.accepts, path },
    crossOut,
  });
  if (settled.ok || isFinal(settled.refusal.kind)) await clearAway(ports, actor, upload, settled.ok);
  return settled;
}

/** What stays refused however often it is tried: its bytes are of no use any more. */
function isFinal(kind: FinishUploadRefusal["kind"]): boolean {
  return !["file_not_kept", "files_full", "upload_unfinished"].includes(kind);
}

async function joinPieces(ports: Ports, upload: KeptUpload): Promise<Uint8Array | null> {
  const whole = new Uint8Array(upload.size);
  for (const offset of pieceOffsets(upload.size)) {
    const sealed = await ports.files.get(pieceKey(upload.id, offset)).catch((error: unknown) => {
      ports.log.error("petition_upload.not_read", error);
      return null;
    });
    if (!sealed) return null;
    whole.set(ports.vault.openBytes(upload.dataKey, uploadPlace(upload.id), sealed), offset);
  }
  return whole;
}

/** Pieces go as soon as they are of no use; what the store does not let go, the purge finds again by the row. */
async function clearAway(ports: Ports, actor: Citizen, upload: KeptUpload, isKept: boolean): Promise<void> {
  const pieces = pieceOffsets(upload.size).map((offset) => pieceKey(upload.id, offset));
  try {
    await Promise.all(pieces.map((key) => ports.files.delete(key)));
    if (!isKept) await ports.db.as(actor, (tx) => giveUp(ports, tx, upload));
  } catch (error) {
    ports.log.error("petition_upload.not_cleared", error);
  }
}

/**
 * Ends what was put of an upload that is refused, and its row; but nothing of what a twin made a file of. Its bytes go
 * while the row is held, so that none makes a file of them meanwhile.
 */
async function giveUp(ports: Ports, tx: Tx, { personId, draftId, id, agencyId }: KeptUpload): Promise<void> {
  await lockUpload(ports, tx, personId, id);
  if (await findDraftFile(ports, tx, { personId, draftId, fileId: id })) return;
  await ports.files.delete(attachmentKey(agencyId, id));
  await deleteUpload(tx, personId, id);
}
