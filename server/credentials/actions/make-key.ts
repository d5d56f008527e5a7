import {
  checkNewPin,
  parsePin,
  type Pin,
  type PinTextRefusal,
  type WeakPinRefusal,
} from "../../identity/pin.ts";
import { decodeBase64url, encodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { checkTheirLine } from "../desk/check-line.ts";
import { certifyKey, keepKey, subjectOf } from "../desk/certify-key.ts";
import { mayMakeKey, type MayMakeKeyRefusal } from "../desk/may-make-key.ts";
import { newKeyText } from "../signed-text.ts";
import { findActivation, lockActivation, type KeptActivation } from "../store/activation.ts";
import { lockHolding, type KeptHolding } from "../store/holding.ts";
import { completeRegistration } from "../store/registration-state.ts";

export interface NewKeyInput {
  readonly activationId: string;
  readonly phone: LineUser;
  readonly device: string;
  readonly pinText: string;
  readonly againText: string;
  /** SubjectPublicKeyInfo, base64url. */
  readonly publicKey: string;
  /** By that key over `newKeyText`, base64url. */
  readonly signature: string;
}

export type MakeKeyRefusal =
  | { readonly kind: "activation_over" }
  | { readonly kind: "other_phone" }
  | { readonly kind: "not_their_line" }
  /** Whoever sits at the computer has not said yet that this phone is theirs. */
  | { readonly kind: "phone_unconfirmed" }
  | MayMakeKeyRefusal
  | PinTextRefusal
  | WeakPinRefusal
  | { readonly kind: "pin_not_same" }
  /** No key, or not one that signed this activation. */
  | { readonly kind: "key_wrong" };

/**
 * Makes the first key of somebody in a seat, or one on a new phone: the phone that took the activation, and that the
 * computer knows, proves that it has
 * the key, chooses a PIN, and gets a certificate for two years. Refuses an activation that is over or another phone's, a
 * PIN that is weak or not the same twice, and a key that did not sign.
 */
export async function makeKey(
  ports: Ports,
  actor: Gate,
  input: NewKeyInput,
): Promise<Result<undefined, MakeKeyRefusal>> {
  const read = await ports.db.as(actor, async (tx) => {
    const checked = await check(ports, tx, input);
    return checked.ok
      ? ok({ ...checked.value, subject: await subjectOf(tx, checked.value.holding) })
      : checked;
  });
  if (!read.ok) return read;
  const { activation, holding, subject } = read.value;
  const pin = judgePin(input, holding);
  if (!pin.ok) return pin;
  const publicKey = await proven(ports, activation, input);
  if (publicKey === null) return refuse({ kind: "key_wrong" });
  const { phone, device } = input;
  const key = await certifyKey(ports, {
    keyId: activation.id,
    subject,
    publicKey,
    pin: pin.value,
    phone,
    device,
  });
  return ports.db.as(actor, async (tx) => {
    const still = await check(ports, tx, input);
    if (!still.ok) return still;
    await keepKey(ports, tx, { ...still.value, key });
    await completeRegistration(tx, holding.id);
    return ok();
  });
}

/** Locks the holding before the activation, as whoever begins one does. */
async function check(
  ports: Ports,
  tx: Tx,
  { activationId, phone }: NewKeyInput,
): Promise<Result<{ activation: KeptActivation; holding: KeptHolding }, MakeKeyRefusal>> {
  const over = refuse({ kind: "activation_over" });
  const found = await findActivation(tx, activationId);
  const holding = found && (await lockHolding(ports, tx, found.holdingId));
  const activation = holding && (await lockActivation(tx, activationId));
  if (!activation || activation.renewsId !== null) return over;
  if (activation.endedAt !== null || activation.expiresAt <= ports.clock.now()) return over;
  if (activation.channel !== phone.channel || activation.lineUserId !== phone.lineUserId) {
    return refuse({ kind: "other_phone" });
  }
  if (activation.confirmedAt === null) return refuse({ kind: "phone_unconfirmed" });
  const theirs = await checkTheirLine(tx, holding, phone);
  if (!theirs.ok) return theirs;
  const may = await mayMakeKey(ports, tx, holding);
  return may.ok ? ok({ activation, holding }) : may;
}

function judgePin(
  { pinText, againText }: NewKeyInput,
  { facts }: KeptHolding,
): Result<Pin, PinTextRefusal | WeakPinRefusal | { readonly kind: "pin_not_same" }> {
  const pin = parsePin(pinText);
  if (!pin.ok) return pin;
  const judged = checkNewPin(pin.value, { birth: null, citizenId: facts.citizenId, phone: facts.mobile });
  if (!judged.ok) return judged;
  const again = parsePin(againText);
  return again.ok && again.value === pin.value ? pin : refuse({ kind: "pin_not_same" });
}

/** The public key, if it signed this activation. */
async function proven(
  { deviceKeys }: Pick<Ports, "deviceKeys">,
  { id, tokenHash, userCode }: KeptActivation,
  given: NewKeyInput,
): Promise<Uint8Array | null> {
  const [publicKey, signature] = [decodeBase64url(given.publicKey), decodeBase64url(given.signature)];
  if (publicKey === null || signature === null) return null;
  const text = newKeyText({
    ...{ id, userCode, renewsId: null },
    nonce: encodeBase64url(tokenHash),
    publicKey: given.publicKey,
  });
  return (await deviceKeys.hasSigned(publicKey, text, signature)) ? publicKey : null;
}
