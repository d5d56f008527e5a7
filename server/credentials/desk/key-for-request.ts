import type { LineUser } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findRequest, type KeptRequest } from "../store/service-request.ts";
import { findLiveKey, type KeptKey } from "../store/soft-token.ts";

/** A request, and the key on this phone that signs for whom it is about. */
export interface RequestOnPhone {
  readonly request: KeptRequest;
  readonly key: KeptKey;
}

/**
 * A request that a phone may show and sign: of somebody in a seat whose live key is on it, and not the head's to sign or put
 * in their place. Null: it is not there, or another phone's.
 */
export async function findKeyForRequest(
  ports: Ports,
  tx: Tx,
  phone: LineUser,
  requestId: string,
): Promise<RequestOnPhone | null> {
  const request = isUuid(requestId) ? await findRequest(ports, tx, requestId) : null;
  if (!request || request.successorId !== null) return null;
  if (request.state === "unsigned" && request.requester === "head") return null;
  const key = await findLiveKey(tx, request.holdingId);
  const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
  return key && isTheirs ? { request, key } : null;
}
