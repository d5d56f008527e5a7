import { barePicture } from "../../kernel/bare-picture.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { mediaTypeOf } from "../../petitions/attachment.ts";
import { judgeAttachment } from "../../petitions/judge-attachment.ts";
import type { Ports } from "../../ports.ts";
import type { PaperRefusal } from "../request-refusal.ts";
import type { RequestSigner } from "../service-request.ts";
import type { KeptRequest, RequestFile } from "../store/service-request.ts";

const filePlace = (rowId: string, signer: RequestSigner) => ({
  table: signer === "head" ? "service_request_head_file" : "service_request_file",
  rowId,
});

/**
 * Judges a form signed by hand by its bytes (PDF, JPEG or PNG, at most 10 MB) and puts it sealed into the file store. The
 * row is the caller's to keep, or else the file is deleted. Refuses what `judgeAttachment` refuses. Outside any transaction.
 */
export async function putRequestFile(
  ports: Ports,
  { id, agencyId, dataKey }: Pick<KeptRequest, "id" | "agencyId" | "dataKey">,
  sent: Uint8Array | null,
  signer: RequestSigner = "requester",
): Promise<Result<RequestFile, PaperRefusal>> {
  if (sent === null || sent.length === 0) return refuse({ kind: "paper_missing" });
  const judged = await judgeAttachment(sent, ["pdf", "jpg", "png"]);
  if (!judged.ok) return judged;
  const fileKey = `service-requests/${agencyId}/${id}/${ports.random.uuid()}`;
  const bytes = barePicture(sent);
  const sealed = ports.vault.sealBytes(dataKey, filePlace(id, signer), bytes);
  await ports.files.put(fileKey, sealed, "application/octet-stream");
  return ok({ fileKey, fileMime: mediaTypeOf[judged.value], fileSize: bytes.length });
}

/** The form signed by hand by one of the two; null: there is none. */
export async function openRequestFile(
  ports: Pick<Ports, "files" | "vault">,
  request: KeptRequest,
  signer: RequestSigner,
): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | null> {
  const { id, dataKey } = request;
  const isHead = signer === "head";
  const [key, mime] = isHead
    ? [request.headFileKey, request.headFileMime]
    : [request.fileKey, request.fileMime];
  const sealed = key === null ? null : await ports.files.get(key);
  if (!sealed || mime === null) return null;
  return { bytes: ports.vault.openBytes(dataKey, filePlace(id, signer), sealed), mime };
}
