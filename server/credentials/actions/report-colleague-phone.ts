import { record } from "../../audit/store.ts";
import { parsePin, type PinTextRefusal } from "../../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import { decodeBase64url } from "../../kernel/base64url.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import { pinIdOf, reserveKeyPin, settleRightKeyPin, settleWrongKeyPin } from "../desk/key-pin.ts";
import { isLossNonce } from "../desk/loss-nonce.ts";
import { reportLoss, type LostPhoneRefusal } from "../desk/report-loss.ts";
import { colleagueReportsADay } from "../lost-phone.ts";
import { lossText } from "../signed-text.ts";
import { findLiveHolding } from "../store/holding.ts";
import { countReportsOf, type KeptLostPhone } from "../store/lost-phone.ts";
import { findKey, lockKey, type KeptKey } from "../store/soft-token.ts";
import type { Loss } from "../typed-loss.ts";

export interface ColleagueReport {
  readonly loss: Loss;
  readonly requestKey: string;
  readonly pinText: string;
  /** The reporter's own key. */
  readonly keyId: string;
  readonly nonce: string;
  /** User code and part as they were typed, which is what was signed. */
  readonly typed: { readonly userCode: string; readonly part: string };
  /** By that key over `lossText`, base64url. */
  readonly signature: string;
}

export type ColleagueReportRefusal =
  /** That key is not on this phone, or signs no more. */
  | { readonly kind: "no_own_key" }
  /** Not this key's signature of this report, or the form was open too long. */
  | { readonly kind: "signature_wrong" }
  | { readonly kind: "too_many_reports"; readonly most: number }
  | PinTextRefusal
  | PinTryRefusal
  | PinWrongRefusal
  | LostPhoneRefusal;

interface Asked {
  readonly key: KeptKey;
  readonly holdingId: string;
}

const gate: Gate = { kind: "gate" };
const dayMs = 86_400_000;

/**
 * A colleague reports a lost phone from their own LINE (N13): somebody in a seat of the same agency, proven by the key on
 * this phone and its PIN. The signature is judged first, so that whoever lacks the key can neither guess the PIN nor learn
 * which seats there are; wrong PINs count towards the ten of that key. Refuses a seat of another agency as if there were
 * none, and more than a few reports a day.
 */
export async function reportColleaguePhone(
  ports: Ports,
  phone: LineUser,
  input: ColleagueReport,
): Promise<Result<KeptLostPhone, ColleagueReportRefusal>> {
  const key = await ports.db.as(gate, (tx) => findOwn(tx, phone, input.keyId));
  if (key === null) return refuse({ kind: "no_own_key" });
  if (!(await hasSigned(ports, key, input))) return notSigned(ports, key);
  const pin = parsePin(input.pinText);
  if (!pin.ok) return pin;
  const asked = await ports.db.as(gate, (tx) => reserve(ports, tx, key, input.loss));
  if (!asked.ok) return asked;
  const isRight = await ports.pinHash.matches(pin.value, pinIdOf(key.id), key.pinHash);
  const settled = await ports.db.as(gate, (tx) => settle(ports, tx, key.id, isRight));
  if (!settled.ok) return settled;
  const reporter = { kind: "colleague", holdingId: key.holdingId } as const;
  const { loss, requestKey } = input;
  return reportLoss(ports, reporter, { ...loss, holdingId: asked.value.holdingId, requestKey });
}

async function findOwn(tx: Tx, { channel, lineUserId }: LineUser, keyId: string): Promise<KeptKey | null> {
  const key = await findKey(tx, keyId);
  const isOwn = key?.channel === channel && key.lineUserId === lineUserId && key.state === "live";
  return isOwn ? key : null;
}

async function hasSigned(ports: Ports, key: KeptKey, report: ColleagueReport): Promise<boolean> {
  const { keyId, nonce, requestKey, typed } = report;
  const signature = decodeBase64url(report.signature);
  if (signature === null || !isLossNonce(ports, key, nonce)) return false;
  return ports.deviceKeys.hasSigned(
    key.publicKey,
    lossText({ keyId, nonce, requestKey, ...typed }),
    signature,
  );
}

function notSigned(ports: Ports, key: KeptKey): Promise<Result<never, ColleagueReportRefusal>> {
  return ports.db.as(gate, async (tx) => {
    const actor = holderActor(key);
    await record(ports, tx, { action: "lost_phone.signature_wrong", actor, subjectId: key.id });
    return refuse({ kind: "signature_wrong" });
  });
}

/** Whose phone it was, at the reporter's own agency; a try of the PIN is taken. */
async function reserve(
  ports: Ports,
  tx: Tx,
  own: KeptKey,
  { userCode, part }: Loss,
): Promise<Result<Asked, ColleagueReportRefusal>> {
  const key = await lockKey(tx, own.id);
  if (key?.state !== "live") return refuse({ kind: "no_own_key" });
  const since = new Date(ports.clock.now().getTime() - dayMs);
  const count = await countReportsOf(tx, key.holdingId, since);
  if (count >= colleagueReportsADay) return refuse({ kind: "too_many_reports", most: colleagueReportsADay });
  const lost = await findLiveHolding(ports, tx, userCode, part);
  if (lost?.agencyId !== key.agencyId) return refuse({ kind: "holding_missing" });
  const reserved = await reserveKeyPin(ports, tx, key);
  return reserved.ok ? ok({ key, holdingId: lost.id }) : reserved;
}

async function settle(
  ports: Ports,
  tx: Tx,
  keyId: string,
  isRight: boolean,
): Promise<Result<undefined, ColleagueReportRefusal>> {
  const key = await lockKey(tx, keyId);
  if (key?.state !== "live") return refuse({ kind: "no_own_key" });
  if (!isRight) return settleWrongKeyPin(ports, tx, key);
  await settleRightKeyPin(tx, key);
  return ok();
}
