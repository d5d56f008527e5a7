import { record } from "../../audit/store.ts";
import { parsePin, type PinTextRefusal } from "../../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import { decodeBase64url, encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { certifyKey, keepKey, subjectOf } from "../desk/certify-key.ts";
import { holderActor } from "../desk/key-actor.ts";
import { pinIdOf, reserveKeyPin, settleRightKeyPin, settleWrongKeyPin } from "../desk/key-pin.ts";
import { newKeyText } from "../signed-text.ts";
import { findActivation, lockActivation, type KeptActivation } from "../store/activation.ts";
import { endWaiting } from "../store/challenge.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";
import { endRenewedKey, lockKey, type KeptKey } from "../store/soft-token.ts";

export interface RenewKeyInput {
  readonly activationId: string;
  readonly phone: LineUser;
  readonly device: string;
  readonly pinText: string;
  /** SubjectPublicKeyInfo of the new key, base64url. */
  readonly publicKey: string;
  /** Over `newKeyText`, by the new key. */
  readonly signature: string;
  /** Over the same, by the old one: it hands over. */
  readonly oldSignature: string;
}

export type RenewKeyRefusal =
  | { readonly kind: "renewal_over" }
  | { readonly kind: "key_wrong" }
  | PinTextRefusal
  | PinTryRefusal
  | PinWrongRefusal;

interface Renewal {
  readonly activation: KeptActivation;
  readonly holding: KeptHolding;
  readonly old: KeptKey;
}

/**
 * Renews a key (flows T4): a new one on the same phone, signed by itself and by the old one, under the same PIN, with a
 * certificate for two more years. The old key signs no more; computers it signed in stay in. Refuses a renewal that is over
 * or another phone's, signatures that are not both there, and the PIN as at signing.
 */
export async function renewKey(
  ports: Ports,
  actor: Gate,
  input: RenewKeyInput,
): Promise<Result<undefined, RenewKeyRefusal>> {
  const pin = parsePin(input.pinText);
  if (!pin.ok) return pin;
  const found = await ports.db.as(actor, async (tx) => {
    const renewal = await lockRenewal(ports, tx, input);
    return renewal && { ...renewal, subject: await subjectOf(tx, renewal.holding) };
  });
  if (found === null) return refuse({ kind: "renewal_over" });
  const publicKey = await handedOver(ports, found, input);
  if (publicKey === null) return refuse({ kind: "key_wrong" });
  const reserved = await ports.db.as(actor, async (tx) => {
    const renewal = await lockRenewal(ports, tx, input);
    return renewal ? reserveKeyPin(ports, tx, renewal.old) : refuse({ kind: "renewal_over" });
  });
  if (!reserved.ok) return reserved;
  const isRight = await ports.pinHash.matches(pin.value, pinIdOf(found.old.id), found.old.pinHash);
  if (!isRight) return ports.db.as(actor, (tx) => wrongPin(ports, tx, input));
  const { phone, device } = input;
  const keyId = found.activation.id;
  const key = await certifyKey(ports, {
    keyId,
    subject: found.subject,
    publicKey,
    pin: pin.value,
    phone,
    device,
  });
  return ports.db.as(actor, async (tx) => {
    const renewal = await lockRenewal(ports, tx, input);
    if (!renewal) return refuse({ kind: "renewal_over" });
    const { activation, holding, old } = renewal;
    const now = ports.clock.now();
    await settleRightKeyPin(tx, old);
    await endWaiting(tx, old.id, now);
    await endRenewedKey(tx, old.id, now);
    await keepKey(ports, tx, { activation, holding, key });
    return ok();
  });
}

/** What is renewed, locked; null: it is over, or not of this phone. */
async function lockRenewal(
  ports: Ports,
  tx: Tx,
  { activationId, phone }: RenewKeyInput,
): Promise<Renewal | null> {
  const found = await findActivation(tx, activationId);
  if (!found?.renewsId) return null;
  const holding = await lockHolding(ports, tx, found.holdingId);
  const old = holding && (await lockKey(tx, found.renewsId));
  const activation = old && (await lockActivation(tx, activationId));
  if (!activation || activation.endedAt !== null || activation.expiresAt <= ports.clock.now()) return null;
  const isTheirs = old.channel === phone.channel && old.lineUserId === phone.lineUserId;
  return isTheirs && old.state === "live" && holding.state === "live" ? { activation, holding, old } : null;
}

/** The new public key, if it and the old key signed the hand-over. */
async function handedOver(
  { deviceKeys }: Pick<Ports, "deviceKeys">,
  { activation, old }: Renewal,
  given: RenewKeyInput,
): Promise<Uint8Array | null> {
  const [publicKey, own, before] = [given.publicKey, given.signature, given.oldSignature].map(
    decodeBase64url,
  );
  if (!publicKey || !own || !before) return null;
  const { id, userCode, tokenHash } = activation;
  const nonce = encodeBase64url(tokenHash);
  const text = newKeyText({ id, nonce, userCode, publicKey: given.publicKey, renewsId: old.id });
  const isSigned =
    (await deviceKeys.hasSigned(publicKey, text, own)) &&
    (await deviceKeys.hasSigned(old.publicKey, text, before));
  return isSigned ? publicKey : null;
}

async function wrongPin(
  ports: Ports,
  tx: Tx,
  input: RenewKeyInput,
): Promise<Result<undefined, RenewKeyRefusal>> {
  const renewal = await lockRenewal(ports, tx, input);
  if (!renewal) return refuse({ kind: "renewal_over" });
  const { old, activation } = renewal;
  const actor = holderActor(old);
  await record(ports, tx, { action: "renewal.pin_wrong", actor, subjectId: activation.id });
  return settleWrongKeyPin(ports, tx, old);
}
