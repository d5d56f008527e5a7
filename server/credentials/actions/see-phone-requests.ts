import type { Holder, LineUser } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { holderActor } from "../desk/key-actor.ts";
import { findKeyForRequest } from "../desk/key-for-request.ts";
import { pageOfRequests, type RequestsPage, type RequestTurn } from "../desk/page-of-requests.ts";
import { seenOf, type SeenRequest } from "../desk/seen-request.ts";
import { listKeysOfPhone } from "../store/soft-token.ts";

/** The requests of whoever has a key on a phone, and the seats it may ask for. */
export interface PhoneRequests {
  readonly seats: readonly { readonly keyId: string; readonly userCode: string }[];
  readonly requests: RequestsPage;
}

/** A page of what the holders whose keys are on this phone asked for; what waits for their signature stands on top. */
export async function seePhoneRequests(
  ports: Ports,
  phone: LineUser,
  turn: RequestTurn,
): Promise<PhoneRequests> {
  const keys = await ports.db.as({ kind: "gate" }, (tx) => listKeysOfPhone(tx, phone));
  const holdingIds = keys.map(({ holdingId }) => holdingId);
  const requests = await pageOfRequests(ports, { holdingIds, sessionId: null }, turn);
  return { seats: keys.map(({ id, userCode }) => ({ keyId: id, userCode })), requests };
}

/** A request as the phone that signs it sees it. */
export interface PhoneRequest {
  readonly seen: SeenRequest;
  readonly keyId: string;
  readonly holder: Holder;
}

/** One of them; null: it is not there, or another phone's. */
export function seePhoneRequest(ports: Ports, phone: LineUser, id: string): Promise<PhoneRequest | null> {
  return ports.db.as(requestSystem, async (tx) => {
    const found = await findKeyForRequest(ports, tx, phone, id);
    if (!found) return null;
    const { request, key } = found;
    return { seen: await seenOf(ports, tx, request), keyId: key.id, holder: holderActor(key) };
  });
}
