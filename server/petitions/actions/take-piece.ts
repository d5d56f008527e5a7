import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { pieceKey } from "../attachment.ts";
import { countPiece, findUpload, uploadPlace } from "../store/upload.ts";
import { pieceBytes, type TakePieceRefusal, type UploadMissing } from "../upload.ts";

interface Piece {
  readonly uploadId: string;
  readonly draftId: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Keeps the next piece of a file that is coming, sealed in the file store; answers how many bytes are there. Refuses
 * somebody else's upload as missing, a piece that is not the next one (saying which is, so that a phone goes on where
 * the line was cut), one of another size than it must have, and a store that fails.
 */
export async function takePiece(
  ports: Ports,
  actor: Citizen,
  { uploadId, draftId, offset, bytes }: Piece,
): Promise<Result<{ readonly received: number }, TakePieceRefusal>> {
  const found = await seeUpload(ports, actor, { uploadId, draftId });
  if (!found.ok) return found;
  const upload = found.value;
  if (upload.fileId !== null || offset !== upload.received) {
    return refuse({ kind: "piece_elsewhere", received: upload.received });
  }
  const expected = Math.min(pieceBytes, upload.size - offset);
  if (bytes.length !== expected || expected === 0) return refuse({ kind: "piece_size" });
  try {
    const sealed = ports.vault.sealBytes(upload.dataKey, uploadPlace(upload.id), bytes);
    await ports.files.put(pieceKey(upload.id, offset), sealed, "application/octet-stream");
  } catch (error) {
    ports.log.error("petition_upload.not_kept", error);
    return refuse({ kind: "file_not_kept" });
  }
  const received = offset + bytes.length;
  const now = ports.clock.now();
  const counted = await ports.db.as(actor, (tx) => countPiece(tx, upload, received, now));
  return counted ? ok({ received }) : seeUploadAgain(ports, actor, { uploadId, draftId });
}

/** How far an upload of a citizen's own draft is. Refuses somebody else's and unknown ones alike. */
export async function seeUpload(
  ports: Ports,
  actor: Citizen,
  { uploadId, draftId }: Pick<Piece, "uploadId" | "draftId">,
) {
  const missing: UploadMissing = { kind: "upload_missing" };
  if (!isUuid(uploadId)) return refuse(missing);
  const upload = await ports.db.as(actor, (tx) => findUpload(ports, tx, actor.personId, uploadId));
  return upload?.draftId === draftId ? ok(upload) : refuse(missing);
}

/** Another tap sent the same piece at the same time: it is there. */
async function seeUploadAgain(
  ports: Ports,
  actor: Citizen,
  named: Pick<Piece, "uploadId" | "draftId">,
): Promise<Result<{ readonly received: number }, TakePieceRefusal>> {
  const found = await seeUpload(ports, actor, named);
  return found.ok ? ok({ received: found.value.received }) : found;
}
