import type { LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { requestSystem, writeRequest } from "../desk/file-request.ts";
import { holderActor } from "../desk/key-actor.ts";
import type { FileRequestRefusal } from "../request-refusal.ts";
import { phoneCases } from "../service-request.ts";
import { listKeysOfPhone } from "../store/soft-token.ts";
import { readRequest, type TypedRequest } from "../typed-request.ts";

/**
 * Somebody with a live key on their phone writes a request there, to sign it with the key. Refuses what is wrong in the form,
 * a case that is begun elsewhere, a seat whose key is not on this phone, and what `judgeFiling` refuses.
 */
export async function writePhoneRequest(
  ports: Ports,
  phone: LineUser,
  asked: { readonly keyId: string; readonly typed: TypedRequest; readonly requestKey: string },
): Promise<Result<{ readonly requestId: string }, FileRequestRefusal>> {
  const read = readRequest(asked.typed);
  if (!read.ok) return read;
  if (!phoneCases.some((each) => each === read.value.case)) return refuse({ kind: "case_not_yours" });
  const keys = await ports.db.as({ kind: "gate" }, (tx) => listKeysOfPhone(tx, phone));
  const key = keys.length === 1 ? keys[0] : keys.find(({ id }) => id === asked.keyId);
  if (!key) return refuse({ kind: "seat_not_found" });
  const { seatId, holdingId } = key;
  const written = await ports.db.as(requestSystem, (tx) =>
    writeRequest(ports, tx, {
      ...{ id: ports.random.uuid(), dataKey: ports.vault.newDataKey(), of: { seatId, holdingId } },
      ...{ agencyId: null, issuerId: null, read: read.value, requestKey: asked.requestKey },
      ...{ requester: "holder", actor: holderActor(key), requesterId: holdingId },
    }),
  );
  return written.ok ? ok({ requestId: written.value.requestId }) : written;
}
