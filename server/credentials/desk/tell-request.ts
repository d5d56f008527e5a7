import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { emailCodeMs } from "../email-code.ts";
import type { RequestNoticeKind } from "../request-notice.ts";
import { changesHolder } from "../service-request.ts";
import type { KeptRequest } from "../store/service-request.ts";
import { tellHeads } from "./tell-heads.ts";

/**
 * Mails what became of a request to whom it is about: whoever is in the seat, or comes next. Never to the phone, which may
 * be what was lost. `codeId` belongs to the code that proves a new address.
 */
export async function tellRequest(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  request: Pick<KeptRequest, "id" | "case" | "holdingId" | "successorId">,
  kind: RequestNoticeKind,
  codeId?: string,
): Promise<void> {
  const holdingId = changesHolder(request.case)
    ? (request.successorId ?? request.holdingId)
    : request.holdingId;
  const refs = { holdingId, requestId: request.id, ...(codeId === undefined ? {} : { codeId }) };
  const dies = codeId === undefined ? {} : { diesAt: new Date(ports.clock.now().getTime() + emailCodeMs) };
  await queue(ports, tx, { kind, medium: "mail", refs, ...dies });
}

/**
 * Tells that a request came: whom it is about, and where it waits for a head's signature the heads of the agency, who
 * would not learn of it otherwise.
 */
export async function tellSent(
  ports: Pick<Ports, "clock" | "random">,
  tx: Tx,
  request: Pick<KeptRequest, "id" | "agencyId" | "case" | "holdingId" | "successorId">,
  { isSignedByHead }: { readonly isSignedByHead: boolean },
): Promise<void> {
  await tellRequest(ports, tx, request, "seat_request_sent");
  if (isSignedByHead) return;
  const { id: requestId, agencyId, holdingId, successorId } = request;
  const about = { id: successorId ?? holdingId, agencyId };
  await tellHeads(ports, tx, about, "staff_request_said", { requestId, what: "sign" });
}
