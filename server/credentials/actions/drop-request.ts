import { record } from "../../audit/store.ts";
import type { Actor, LineUser, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { holderActor } from "../desk/key-actor.ts";
import { findKeyForRequest } from "../desk/key-for-request.ts";
import { tellDenied } from "../desk/tell-denied.ts";
import { mayRead, type RequestReader } from "../request-reader.ts";
import type { RequestDecided, RequestNotFound } from "../request-refusal.ts";
import type { SeatSession } from "../seat-session.ts";
import { findHolding } from "../store/holding.ts";
import { endAskingSessions } from "../store/seat-session.ts";
import { lockRequest, saveRequest, type KeptRequest } from "../store/service-request.ts";

type Dropped = Result<undefined, RequestNotFound | RequestDecided>;

/** Somebody in a seat throws away what they wrote and did not sign. Refuses what is not theirs, and what was sent. */
export function dropOwnRequest(
  ports: Ports,
  session: SeatSession,
  { requestId, reader }: { readonly requestId: string; readonly reader: RequestReader },
): Promise<Dropped> {
  const isTheirs = (request: KeptRequest) => request.requester !== "head" && mayRead(request, reader);
  return ports.db.as(requestSystem, (tx) => drop(ports, tx, holderActor(session), { requestId, isTheirs }));
}

/** A head throws away what a head of the agency wrote and did not sign. */
export function dropHeadRequest(ports: Ports, actor: Staff, requestId: string): Promise<Dropped> {
  const isTheirs = ({ agencyId, requester }: KeptRequest) =>
    agencyId === actor.agencyId && requester === "head";
  return ports.db.as(requestSystem, (tx) => drop(ports, tx, actor, { requestId, isTheirs }));
}

/**
 * The phone throws away what waits for it. What was written at a computer and not by its holder means that somebody else has
 * the password: holder and head are warned, and that computer is out.
 */
export function dropOnPhone(
  ports: Ports,
  phone: LineUser,
  { requestId, isNotMe }: { readonly requestId: string; readonly isNotMe: boolean },
): Promise<Dropped> {
  return ports.db.as(requestSystem, async (tx) => {
    const found = await findKeyForRequest(ports, tx, phone, requestId);
    if (!found) return refuse({ kind: "request_not_found" });
    const { key, request } = found;
    const dropped = await drop(ports, tx, holderActor(key), { requestId, isTheirs: () => true });
    const holding = dropped.ok && isNotMe ? await findHolding(ports, tx, key.holdingId) : null;
    if (!holding) return dropped;
    await endAskingSessions(tx, request, ports.clock.now());
    await tellDenied(ports, tx, holding, "service_request");
    return dropped;
  });
}

async function drop(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  asked: { readonly requestId: string; readonly isTheirs: (request: KeptRequest) => boolean },
): Promise<Dropped> {
  const { requestId, isTheirs } = asked;
  const request = isUuid(requestId) ? await lockRequest(ports, tx, requestId) : null;
  if (!request || !isTheirs(request)) return refuse({ kind: "request_not_found" });
  if (request.state !== "unsigned") return refuse({ kind: "request_decided" });
  await saveRequest(ports, tx, request, { state: "withdrawn" });
  const { agencyId, seatId } = request;
  const action = "service_request.dropped";
  await record(ports, tx, { action, actor, agencyId, subjectId: requestId, refs: { seatId } });
  return ok();
}
