import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem, writeRequest, type RequestWriting } from "../desk/file-request.ts";
import { holderActor } from "../desk/key-actor.ts";
import type { SeatPart } from "../holding.ts";
import type { FileRequestRefusal } from "../request-refusal.ts";
import type { SeatSession } from "../seat-session.ts";
import { findHolding } from "../store/holding.ts";
import { findSeatOfCode } from "../store/seat-of-code.ts";
import { readRequest, type TypedRequest } from "../typed-request.ts";

type Written = Result<{ readonly requestId: string }, FileRequestRefusal>;

/**
 * Somebody in a seat, or named to it, writes a request at a computer to sign it afterwards: on their phone, or by hand on the
 * printed form. Refuses what is wrong in the form and what `judgeFiling` refuses.
 */
export async function writeOwnRequest(
  ports: Ports,
  asked: { readonly session: SeatSession; readonly typed: TypedRequest; readonly requestKey: string },
): Promise<Written> {
  const { session, typed, requestKey } = asked;
  const read = readRequest(typed);
  if (!read.ok) return read;
  const { seatId, holdingId } = session;
  const holding = await ports.db.as(requestSystem, (tx) => findHolding(ports, tx, holdingId));
  return write(ports, {
    of: { seatId, holdingId },
    ...{ agencyId: null, issuerId: null, read: read.value, requestKey },
    requester: holding?.state === "named" ? "new_holder" : "holder",
    ...{ actor: holderActor(session), requesterId: holdingId, sessionId: session.id },
  });
}

/**
 * An agency's head writes one to sign by hand on the printed form. Refuses another agency's seat, too, as one that is not
 * there.
 */
export async function writeHeadRequest(
  ports: Ports,
  actor: Staff,
  asked: {
    readonly userCode: string;
    readonly part: SeatPart;
    readonly typed: TypedRequest;
    readonly requestKey: string;
  },
): Promise<Written> {
  const read = readRequest(asked.typed);
  if (!read.ok) return read;
  const { agencyId } = actor;
  const seat = await ports.db.as(actor, (tx) => findSeatOfCode(tx, { agencyId }, asked.userCode));
  if (!seat) return refuse({ kind: "seat_not_found" });
  return write(ports, {
    of: { seatId: seat.id, part: asked.part },
    ...{ agencyId, issuerId: null, read: read.value, requestKey: asked.requestKey },
    ...{ requester: "head", actor, requesterId: actor.staffId },
  });
}

async function write(ports: Ports, writing: Omit<RequestWriting, "id" | "dataKey">): Promise<Written> {
  const own = { id: ports.random.uuid(), dataKey: ports.vault.newDataKey() };
  const written = await ports.db.as(requestSystem, (tx) => writeRequest(ports, tx, { ...writing, ...own }));
  return written.ok ? ok({ requestId: written.value.requestId }) : written;
}
