import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { fileSigned } from "../desk/file-signed.ts";
import { holderActor } from "../desk/key-actor.ts";
import { proveHolder } from "../desk/prove-holder.ts";
import { mayRead, type RequestReader } from "../request-reader.ts";
import type { FileRequestRefusal, RequestDecided, RequestNotFound, SignRefusal } from "../request-refusal.ts";
import type { SeatSession } from "../seat-session.ts";
import { lockRequest } from "../store/service-request.ts";

/**
 * Somebody in a seat signs what they wrote with their password after all. Refuses a wrong one, what is not theirs to read as
 * not found, one that is signed already, and what `judgeFiling` refuses.
 */
export async function signOwnRequest(
  ports: Ports,
  session: SeatSession,
  asked: { readonly requestId: string; readonly password: string; readonly reader: RequestReader },
): Promise<Result<undefined, RequestNotFound | RequestDecided | SignRefusal | FileRequestRefusal>> {
  const { requestId, password, reader } = asked;
  if (!isUuid(requestId)) return refuse({ kind: "request_not_found" });
  const proven = await proveHolder(ports, session, password);
  if (!proven.ok) return proven;
  return ports.db.as(requestSystem, async (tx) => {
    const request = await lockRequest(ports, tx, requestId);
    if (!request || request.requester === "head" || !mayRead(request, reader))
      return refuse({ kind: "request_not_found" });
    return fileSigned(ports, tx, request, { way: "password", actor: holderActor(session) });
  });
}
