import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Holder } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { fileRequest, requestSystem } from "../desk/file-request.ts";
import { proveHolder } from "../desk/prove-holder.ts";
import type { FileRequestRefusal, SignRefusal } from "../request-refusal.ts";
import type { SeatSession } from "../seat-session.ts";
import { findKey } from "../store/soft-token.ts";
import { readRequest, type TypedRequest } from "../typed-request.ts";

export interface OwnRequest {
  readonly session: SeatSession;
  /** The key that signed this session in; null: the password alone did. */
  readonly softTokenId: string | null;
  readonly typed: TypedRequest;
  readonly password: string;
  readonly requestKey: string;
}

/**
 * Somebody in a seat, or named to it, asks the central office for a service and signs with their password, behind which
 * their Soft Token stands where the session is whole. Refuses what is wrong in the form before the password is tried, a
 * wrong password, a key that was ended meanwhile, and what `judgeFiling` refuses.
 */
export async function sendOwnRequest(
  ports: Ports,
  { session, softTokenId, typed, password, requestKey }: OwnRequest,
): Promise<Result<{ readonly requestId: string }, FileRequestRefusal | SignRefusal>> {
  const read = readRequest(typed);
  if (!read.ok) return read;
  const proven = await proveHolder(ports, session, password);
  if (!proven.ok) return proven;
  const { agencyId, seatId, holdingId, personId } = session;
  const actor: Holder = { kind: "holder", agencyId, seatId, holdingId, personId };
  return ports.db.as(requestSystem, async (tx) => {
    const key = softTokenId === null ? null : await findKey(tx, softTokenId);
    if (softTokenId !== null && key?.state !== "live") return refuse({ kind: "key_over" });
    const filed = await fileRequest(ports, tx, {
      id: ports.random.uuid(),
      dataKey: ports.vault.newDataKey(),
      of: { seatId, holdingId },
      ...{ agencyId: null, issuerId: null },
      requester: proven.value.state === "named" ? "new_holder" : "holder",
      read: read.value,
      ...{ actor, requesterId: holdingId, requestKey, sessionId: session.id },
      signed: key === null ? "password" : "soft_token",
      keyId: key?.id ?? null,
      ...{ head: null, file: null },
    });
    return filed.ok ? ok({ requestId: filed.value.requestId }) : filed;
  });
}
