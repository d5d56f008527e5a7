import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { FileRequestRefusal, RequestDecided } from "../request-refusal.ts";
import type { SigningWay } from "../service-request.ts";
import { requestText } from "../signed-request.ts";
import { saveRequest, type KeptRequest, type RequestFile } from "../store/service-request.ts";
import { petitionOf } from "./file-request.ts";
import { judgeFiling } from "./judge-filing.ts";
import { tellSent } from "./tell-request.ts";

/** How somebody signed what they wrote before. */
export interface RequestSignature {
  readonly way: SigningWay;
  /** Who did it, for the audit. */
  readonly actor: Actor;
  readonly keyId?: string;
  /** That key's signature over `phoneRequestText`. */
  readonly bytes?: Uint8Array;
  /** The form signed by hand. */
  readonly file?: RequestFile;
  /** The member of staff who signs for the head too, because the head asks. */
  readonly headId?: string;
}

/**
 * Sends a request that was written before, now that it is signed: it becomes a petition, as one does that is signed at once.
 * Everything is judged anew, for days may lie between. Refuses one that is signed already or was thrown away, what
 * `judgeFiling` refuses, and another successor than the one that was signed for. Runs as the system; the row is locked.
 */
export async function fileSigned(
  ports: Ports,
  tx: Tx,
  request: KeptRequest,
  signature: RequestSignature,
): Promise<Result<undefined, FileRequestRefusal | RequestDecided>> {
  if (request.state !== "unsigned") return refuse({ kind: "request_decided" });
  const hash = createHash("sha256").update(requestText(request)).digest();
  if (!sameBytes(hash, request.signedHash)) throw new Error("a request is not what was written");
  const { id, seatId, holdingId, successorId, requester, facts } = request;
  const filing = {
    requester,
    of: { seatId, holdingId: successorId ?? holdingId },
    agencyId: null,
    issuerId: null,
  };
  const read = { case: request.case, ...facts };
  const fitting = await judgeFiling(ports, tx, filing, read, "");
  if (!fitting.ok) return fitting;
  if ((fitting.value.successor?.id ?? null) !== successorId) return refuse({ kind: "successor_missing" });
  const petition = await petitionOf(ports, tx, { id, read, requester }, fitting.value, facts);
  await saveRequest(ports, tx, request, {
    state: "sent",
    petitionId: petition.id,
    ...signed(ports, signature),
  });
  const { agencyId, personId } = fitting.value.holding;
  const refs = { seatId, case: request.case, requester, number: petition.number, way: signature.way };
  const { actor } = signature;
  await record(ports, tx, { action: "service_request.sent", actor, agencyId, personId, subjectId: id, refs });
  await tellSent(ports, tx, request, { isSignedByHead: signature.headId !== undefined });
  return ok();
}

function signed({ clock }: Pick<Ports, "clock">, signature: RequestSignature) {
  const { way, keyId, bytes, file, headId } = signature;
  const now = clock.now();
  const head = headId === undefined ? {} : { headSigned: way, headId, headSignedAt: now };
  return {
    ...{ sentAt: now, requesterSigned: way, requesterKeyId: keyId ?? null },
    ...(bytes === undefined ? {} : { requesterSignature: bytes }),
    ...{ ...file, ...head },
  };
}
