import { queue } from "../../notices/store.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Phone } from "../../kernel/phone.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { limits, type Limit } from "../limit.ts";
import { afterRightOtp, afterWrongOtp, checkOpen, otpTriesLeft } from "../otp-throttle.ts";
import {
  checkOtp,
  checkResend,
  otpExpiresAt,
  otpReference,
  parseOtp,
  type OtpPurpose,
  type OtpRefusal,
  type OtpTextRefusal,
} from "../otp.ts";
import { findCount, countUp } from "../store/limit.ts";
import {
  findLastOtpAt,
  findOtp,
  insertOtp,
  lockOtpTries,
  markOtpUsed,
  saveOtpTries,
  type KeptOtpRow,
} from "../store/otp.ts";

export interface OtpRequest {
  readonly user: LineUser;
  readonly purpose: OtpPurpose;
  /** What exactly it is for: a draft, a delegation, an account. */
  readonly subjectId: string;
  readonly phone: Phone;
  /** The caller's network address. */
  readonly address: string;
}

export interface SentOtp {
  readonly otpId: string;
  /** Four letters that the SMS carries too. */
  readonly reference: string;
}

export type OtpRequestRefusal =
  | { readonly kind: "sms_off" }
  | { readonly kind: "otp_closed"; readonly until: Date }
  | { readonly kind: "otp_wait"; readonly until: Date }
  | { readonly kind: "otp_limit" };

/**
 * Makes an OTP and queues its SMS in this transaction. The row of tries is held, so that requests sent at once take
 * turns and the second of them waits its 60 seconds. Refuses without a gateway, while the purpose is closed, too
 * soon after the last, and past the limits per phone, LINE user and address. Runs as the asker.
 */
export async function requestOtp(
  ports: Ports,
  tx: Tx,
  request: OtpRequest,
): Promise<Result<SentOtp, OtpRequestRefusal>> {
  const { user, purpose, subjectId, phone } = request;
  if (!ports.sms.available) return refuse({ kind: "sms_off" });
  const now = ports.clock.now();
  const tries = await lockOtpTries(tx, request, now);
  const open = checkOpen(tries, now);
  if (!open.ok) return open;
  const resend = checkResend(await findLastOtpAt(tx, request), now);
  if (!resend.ok) return resend;
  if (!(await withinSmsLimits(ports, tx, request, now))) return refuse({ kind: "otp_limit" });
  const id = ports.random.uuid();
  const reference = otpReference(ports.keys.otp, id);
  const expiresAt = otpExpiresAt(now);
  await insertOtp(ports, tx, { id, user, purpose, subjectId, phone, reference, createdAt: now, expiresAt });
  await queue(ports, tx, {
    kind: "otp_sms",
    medium: "sms",
    to: user,
    refs: { otpId: id },
    diesAt: expiresAt,
  });
  return ok({ otpId: id, reference });
}

async function withinSmsLimits(ports: Ports, tx: Tx, request: OtpRequest, now: Date): Promise<boolean> {
  const { user, phone, address } = request;
  const phoneKey = Buffer.from(ports.keys.blindIndex("phone", phone)).toString("base64url");
  const counted: readonly (readonly [Limit, string])[] = [
    [limits.smsPerPhone, phoneKey],
    [limits.smsPerUser, `${user.channel}/${user.lineUserId}`],
    ...(address === "" ? [] : [[limits.smsPerAddress, address] as const]),
  ];
  for (const [limit, key] of counted) {
    if ((await countUp(tx, limit, key, now)) > limit.most) return false;
  }
  return true;
}

export interface OtpAnswer {
  readonly user: LineUser;
  readonly purpose: OtpPurpose;
  readonly subjectId: string;
  readonly otpId: string;
  /** As it was typed or pasted. */
  readonly text: string;
}

export type OtpAnswerRefusal =
  | OtpTextRefusal
  | Exclude<OtpRefusal, { readonly kind: "otp_wrong" }>
  | { readonly kind: "otp_wrong"; readonly left: number }
  | { readonly kind: "otp_closed"; readonly until: Date }
  | { readonly kind: "otp_busy" };

/**
 * Judges an answer and, when right, uses the OTP up, in this transaction. A wrong answer is counted for this user and
 * purpose across every OTP and resend, and for everybody together. Refuses by text, while closed, an OTP that was
 * used, replaced or has expired, and a wrong one with the tries left. Answers the OTP's row: the proven phone.
 */
export async function answerOtp(
  ports: Ports,
  tx: Tx,
  answer: OtpAnswer,
): Promise<Result<KeptOtpRow, OtpAnswerRefusal>> {
  const typed = parseOtp(answer.text);
  if (!typed.ok) return typed;
  const now = ports.clock.now();
  const tries = await lockOtpTries(tx, answer, now);
  const open = checkOpen(tries, now);
  if (!open.ok) return open;
  if ((await findCount(tx, limits.otpFailures, "", now)) >= limits.otpFailures.most) {
    ports.log.warn("otp.budget_spent");
    return refuse({ kind: "otp_busy" });
  }
  const kept = await findOtp(ports, tx, answer, answer.otpId);
  if (kept?.subjectId !== answer.subjectId) return refuse({ kind: "otp_expired" });
  const judged = checkOtp(ports.keys.otp, kept, typed.value, now);
  if (judged.ok) {
    await markOtpUsed(tx, kept.id, now);
    await saveOtpTries(tx, answer, afterRightOtp(tries));
    return ok(kept);
  }
  const { refusal } = judged;
  if (refusal.kind !== "otp_wrong") return refuse(refusal);
  const after = afterWrongOtp(tries, now);
  await saveOtpTries(tx, answer, after);
  await countUp(tx, limits.otpFailures, "", now);
  if (after.closedUntil !== null) return refuse({ kind: "otp_closed", until: after.closedUntil });
  return refuse({ kind: "otp_wrong", left: otpTriesLeft(after, now) });
}
