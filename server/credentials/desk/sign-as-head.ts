import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { FileRequestRefusal, RequestDecided, RequestNotFound } from "../request-refusal.ts";
import { lockRequest, saveRequest, type RequestFile } from "../store/service-request.ts";
import { fileSigned } from "./file-signed.ts";

export type HeadSignRefusal = RequestNotFound | RequestDecided | FileRequestRefusal;

/** The signature of a head: by the second step, or on a form of which this is the scan. */
export type HeadSignature = { readonly requestId: string } & (
  { readonly way: "second_step" } | { readonly way: "paper"; readonly file: RequestFile }
);

/**
 * A head signs: what somebody in a seat sent, or what they wrote themselves, which is sent by it. Once is enough: the second
 * time changes nothing. Refuses another agency's as not found, and one that was decided. Runs as the system, for the petition
 * of the central office is not the head's to make.
 */
export async function signAsHead(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  signature: HeadSignature,
): Promise<Result<undefined, HeadSignRefusal>> {
  const { requestId, way } = signature;
  const request = await lockRequest(ports, tx, requestId);
  const isTheirs = request?.agencyId === actor.agencyId;
  if (!isTheirs || (request.state === "unsigned" && request.requester !== "head"))
    return refuse({ kind: "request_not_found" });
  if (request.headSigned !== null) return ok();
  const file = way === "paper" ? signature.file : undefined;
  if (request.state === "unsigned")
    return fileSigned(ports, tx, request, { way, actor, headId: actor.staffId, ...(file ? { file } : {}) });
  if (request.state !== "sent") return refuse({ kind: "request_decided" });
  const kept = file && {
    ...{ headFileKey: file.fileKey, headFileMime: file.fileMime, headFileSize: file.fileSize },
  };
  const head = { headSigned: way, headId: actor.staffId, headSignedAt: ports.clock.now() };
  await saveRequest(ports, tx, request, { ...head, ...kept });
  const { agencyId, seatId } = request;
  const action = "service_request.signed_by_head";
  await record(ports, tx, { action, actor, agencyId, subjectId: requestId, refs: { seatId, way } });
  return ok();
}
