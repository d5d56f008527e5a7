import { mayStaff } from "../../agencies/role.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { pageOfRequests, type RequestsPage, type RequestTurn } from "../desk/page-of-requests.ts";
import { openRequestFile } from "../desk/put-request-file.ts";
import { seenOf, type SeenRequest } from "../desk/seen-request.ts";
import { mayRead, type RequestReader } from "../request-reader.ts";
import type { RequestSigner } from "../service-request.ts";
import { findLastLostPhone, type KeptLostPhone } from "../store/lost-phone.ts";
import { findRequest, type KeptRequest } from "../store/service-request.ts";

export type { SeenRequest } from "../desk/seen-request.ts";

/** A page of the requests of the central office, or of the agency whose head looks. Nobody is named in the list. */
export function seeRequests(ports: Ports, actor: Staff, turn: RequestTurn = null): Promise<RequestsPage> {
  const { agencyId } = actor;
  const of = mayStaff(actor.level, "register_tokens") ? { issuerId: agencyId } : { agencyId };
  return pageOfRequests(ports, of, turn);
}

/** A page of what somebody in a seat asked for, and what was asked about them; by a password alone, of this session. */
export function seeOwnRequests(
  ports: Ports,
  { holdingId, sessionId, isWhole }: RequestReader,
  turn: RequestTurn = null,
): Promise<RequestsPage> {
  return pageOfRequests(ports, { holdingIds: [holdingId], sessionId: isWhole ? null : sessionId }, turn);
}

/** A request as staff see it: with the names of the registrars who called, and of case 3 the report. */
export interface DeskRequest extends SeenRequest {
  readonly callers: ReadonlyMap<string, string>;
  /** The last report that this person's phone was lost; null: there is none, or the request is of another case. */
  readonly lost: Pick<KeptLostPhone, "id" | "lostOn" | "stoppedAt"> | null;
}

/** One request of the actor's office or agency, which is written down; null: there is none of theirs. */
export async function seeRequest(ports: Ports, actor: Staff, id: string): Promise<DeskRequest | null> {
  if (!isUuid(id)) return null;
  const seen = await ports.db.as(requestSystem, async (tx) => {
    const request = await findRequest(ports, tx, id);
    return request && isTheirs(actor, request) ? seenOf(ports, tx, request) : null;
  });
  if (!seen) return null;
  const { agencyId, id: subjectId, seatId } = seen;
  const entry = { action: "service_request.seen", actor, agencyId, subjectId, refs: { seatId } };
  return ports.db.as(actor, async (tx) => {
    await record(ports, tx, entry);
    const callers = (seen.office.calls ?? []).map(({ staffId }) => staffId);
    const { case: of, holdingId } = seen;
    const lost = of === "phone_lost" ? await findLastLostPhone(ports, tx, { holdingId }) : null;
    return { ...seen, lost, callers: await listStaffNames(ports, tx, callers) };
  });
}

/** What was never signed is only the head's who wrote it, and the central office sees nothing of it. */
function isTheirs({ agencyId }: Staff, request: KeptRequest): boolean {
  if (request.petitionId !== null) return request.agencyId === agencyId || request.issuerId === agencyId;
  return request.agencyId === agencyId && request.requester === "head" && request.state === "unsigned";
}

/** A form signed by hand of a request the actor may see, by whoever asked or by the head; null: there is none. */
export async function seeRequestPaper(
  ports: Ports,
  actor: Staff,
  { id, signer }: { readonly id: string; readonly signer: RequestSigner },
): Promise<{ readonly bytes: Uint8Array; readonly mime: string } | null> {
  const seen = await seeRequest(ports, actor, id);
  return seen && openRequestFile(ports, seen, signer);
}

/** One of one's own; null: there is none of theirs, or none that their session may read. */
export async function seeOwnRequest(
  ports: Ports,
  reader: RequestReader,
  id: string,
): Promise<SeenRequest | null> {
  if (!isUuid(id)) return null;
  return ports.db.as(requestSystem, async (tx) => {
    const request = await findRequest(ports, tx, id);
    if (!request || !mayRead(request, reader)) return null;
    const isHeads = request.petitionId === null && request.requester === "head";
    return isHeads ? null : seenOf(ports, tx, request);
  });
}
