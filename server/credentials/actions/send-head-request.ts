import { stepUp } from "../../agencies/desk/step-up.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { fileRequest, requestSystem } from "../desk/file-request.ts";
import type { SeatPart } from "../holding.ts";
import type { FileRequestRefusal, SignRefusal } from "../request-refusal.ts";
import { findSeatOfCode } from "../store/seat-of-code.ts";
import { readRequest, type TypedRequest } from "../typed-request.ts";

export interface HeadRequest {
  readonly userCode: string;
  readonly part: SeatPart;
  readonly typed: TypedRequest;
  /** A code of the authenticator, or the password where there is none. */
  readonly proof: string;
  readonly requestKey: string;
}

/**
 * An agency's head asks for somebody in a seat of the agency, or for the one who comes next where the holder is gone, and
 * signs in both places. Refuses what is wrong in the form before the second step is tried, a wrong one, another agency's
 * seat, and what `judgeFiling` refuses.
 */
export async function sendHeadRequest(
  ports: Ports,
  actor: Staff,
  { userCode, part, typed, proof, requestKey }: HeadRequest,
): Promise<Result<{ readonly requestId: string }, FileRequestRefusal | SignRefusal>> {
  const read = readRequest(typed);
  if (!read.ok) return read;
  const seat = await ports.db.as(actor, (tx) => findSeatOfCode(tx, { agencyId: actor.agencyId }, userCode));
  if (!seat) return refuse({ kind: "seat_not_found" });
  const proven = await stepUp(ports, actor, proof);
  if (!proven.ok) return proven;
  return ports.db.as(requestSystem, async (tx) => {
    const filed = await fileRequest(ports, tx, {
      id: ports.random.uuid(),
      dataKey: ports.vault.newDataKey(),
      of: { seatId: seat.id, part },
      ...{ agencyId: actor.agencyId, issuerId: null },
      requester: "head",
      read: read.value,
      ...{ actor, requesterId: actor.staffId, requestKey },
      ...{ signed: "second_step", keyId: null, file: null },
      head: { way: "second_step", id: actor.staffId },
    });
    return filed.ok ? ok({ requestId: filed.value.requestId }) : filed;
  });
}
