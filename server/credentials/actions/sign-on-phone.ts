import { parsePin } from "../../identity/pin.ts";
import { decodeBase64url, encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { fileSigned } from "../desk/file-signed.ts";
import { holderActor } from "../desk/key-actor.ts";
import { findKeyForRequest, type RequestOnPhone } from "../desk/key-for-request.ts";
import { pinIdOf, reserveKeyPin, settleRightKeyPin, settleWrongKeyPin } from "../desk/key-pin.ts";
import type { SignOnPhoneRefusal } from "../request-refusal.ts";
import { forPhone, phoneRequestText } from "../signed-request.ts";
import { certificateStanding } from "../soft-token.ts";
import { lockRequest } from "../store/service-request.ts";
import { lockKey, saveKeyUse } from "../store/soft-token.ts";

export interface SignOnPhoneInput {
  readonly requestId: string;
  readonly pinText: string;
  /** By the key over `phoneRequestText`, base64url. */
  readonly signature: string;
}

const gate: Gate = { kind: "gate" };

/**
 * The key on the phone signs a request: its very words and the hash of the whole, so that nothing else can be made of it, and only once, for a request
 * is sent once. The signature is judged first, so that whoever lacks the key burns no tries; then the PIN, ten wrong of which
 * in a row end the key. Refuses another phone's as not found, one that was sent, and what `judgeFiling` refuses.
 */
export async function signOnPhone(
  ports: Ports,
  phone: LineUser,
  input: SignOnPhoneInput,
): Promise<Result<undefined, SignOnPhoneRefusal>> {
  const pin = parsePin(input.pinText);
  const found = await ports.db.as(requestSystem, (tx) =>
    findKeyForRequest(ports, tx, phone, input.requestId),
  );
  if (!found) return refuse({ kind: "request_not_found" });
  const { request, key } = found;
  if (request.state !== "unsigned") return refuse({ kind: "request_decided" });
  if (certificateStanding(key.notAfter, ports.clock.now()).kind === "expired")
    return refuse({ kind: "key_over" });
  const bytes = await signatureOf(ports, found, input.signature);
  if (bytes === null) return refuse({ kind: "signature_wrong" });
  if (!pin.ok) return pin;
  const reserved = await ports.db.as(gate, (tx) => reserve(ports, tx, key.id));
  if (!reserved.ok) return reserved;
  const isRight = await ports.pinHash.matches(pin.value, pinIdOf(key.id), key.pinHash);
  const settled = await ports.db.as(gate, (tx) => settle(ports, tx, key.id, isRight));
  if (!settled.ok) return settled;
  return ports.db.as(requestSystem, async (tx) => {
    const again = await findKeyForRequest(ports, tx, phone, input.requestId);
    if (again?.key.id !== key.id) return refuse({ kind: "key_over" });
    const locked = await lockRequest(ports, tx, input.requestId);
    if (!locked) return refuse({ kind: "request_not_found" });
    return fileSigned(ports, tx, locked, { way: "device", actor: holderActor(key), keyId: key.id, bytes });
  });
}

async function signatureOf(
  { deviceKeys }: Pick<Ports, "deviceKeys">,
  { request, key }: RequestOnPhone,
  given: string,
): Promise<Uint8Array | null> {
  const bytes = decodeBase64url(given);
  if (bytes === null) return null;
  const text = phoneRequestText(forPhone(request, encodeBase64url(request.signedHash)));
  return (await deviceKeys.hasSigned(key.publicKey, text, bytes)) ? bytes : null;
}

async function reserve(ports: Ports, tx: Tx, keyId: string): Promise<Result<undefined, SignOnPhoneRefusal>> {
  const key = await lockKey(tx, keyId);
  return key?.state === "live" ? reserveKeyPin(ports, tx, key) : refuse({ kind: "key_over" });
}

async function settle(
  ports: Ports,
  tx: Tx,
  keyId: string,
  isRight: boolean,
): Promise<Result<undefined, SignOnPhoneRefusal>> {
  const key = await lockKey(tx, keyId);
  if (key?.state !== "live") return refuse({ kind: "key_over" });
  if (!isRight) return settleWrongKeyPin(ports, tx, key);
  await settleRightKeyPin(tx, key);
  await saveKeyUse(tx, key.id, ports.clock.now());
  return ok();
}
