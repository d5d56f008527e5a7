import type { Holder, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { fileSigned } from "../desk/file-signed.ts";
import { putRequestFile } from "../desk/put-request-file.ts";
import { signAsHead, type HeadSignRefusal } from "../desk/sign-as-head.ts";
import { mayRead, type RequestReader } from "../request-reader.ts";
import type { PaperRefusal } from "../request-refusal.ts";
import type { RequestSigner } from "../service-request.ts";
import { findRequest, lockRequest, type KeptRequest, type RequestFile } from "../store/service-request.ts";

type Refusal = HeadSignRefusal | PaperRefusal;

interface Attached {
  readonly requestId: string;
  /** The form, printed, signed by hand and scanned; null: none was chosen. */
  readonly paper: Uint8Array | null;
}

/**
 * Somebody in a seat attaches the form they signed by hand to what they wrote: it is sent. Refuses what is not theirs to
 * read as not found, one that is signed already, a file that is none, and what `judgeFiling` refuses.
 */
export async function signOwnByPaper(
  ports: Ports,
  actor: Holder,
  reader: RequestReader,
  { requestId, paper }: Attached,
): Promise<Result<undefined, Refusal>> {
  const isTheirs = (request: KeptRequest) => request.requester !== "head" && mayRead(request, reader);
  return attach(ports, { requestId, paper, signer: "requester", isTheirs }, async (tx, file) => {
    const request = await lockRequest(ports, tx, requestId);
    if (!request) return refuse({ kind: "request_not_found" });
    return fileSigned(ports, tx, request, { way: "paper", actor, file });
  });
}

/**
 * A head attaches the form they signed by hand: to what somebody in a seat sent, or to what they wrote themselves. Refuses
 * as `signRequest` does, and a file that is none.
 */
export async function signAsHeadByPaper(
  ports: Ports,
  actor: Staff,
  { requestId, paper }: Attached,
): Promise<Result<undefined, Refusal>> {
  const found = await findWritten(ports, requestId);
  const signer = found?.state === "unsigned" ? "requester" : "head";
  const isTheirs = ({ agencyId }: KeptRequest) => agencyId === actor.agencyId;
  return attach(ports, { requestId, paper, signer, isTheirs }, (tx, file) =>
    signAsHead(ports, tx, actor, { requestId, way: "paper", file }),
  );
}

function findWritten(ports: Ports, requestId: string): Promise<KeptRequest | null> {
  if (!isUuid(requestId)) return Promise.resolve(null);
  return ports.db.as(requestSystem, (tx) => findRequest(ports, tx, requestId));
}

/** Puts the file, and takes it back where nothing is signed with it. */
async function attach(
  ports: Ports,
  asked: Attached & {
    readonly signer: RequestSigner;
    readonly isTheirs: (request: KeptRequest) => boolean;
  },
  sign: (tx: Tx, file: RequestFile) => Promise<Result<undefined, Refusal>>,
): Promise<Result<undefined, Refusal>> {
  const request = await findWritten(ports, asked.requestId);
  if (!request || !asked.isTheirs(request)) return refuse({ kind: "request_not_found" });
  const file = await putRequestFile(ports, request, asked.paper, asked.signer);
  if (!file.ok) return file;
  const { fileKey } = file.value;
  const signed = await ports.db
    .as(requestSystem, async (tx) => {
      const done = await sign(tx, file.value);
      if (!done.ok) return done;
      const kept = await findRequest(ports, tx, asked.requestId);
      return ok(kept?.fileKey === fileKey || kept?.headFileKey === fileKey);
    })
    .catch(async (fault: unknown) => {
      await ports.files.delete(fileKey);
      throw fault;
    });
  if (!signed.ok || !signed.value) await ports.files.delete(fileKey);
  return signed.ok ? ok() : signed;
}
