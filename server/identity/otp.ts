import { toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import type { Mac } from "../kernel/mac.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { sameBytes } from "../kernel/same-bytes.ts";

declare const checked: unique symbol;

/** Six digits that somebody typed as an OTP. Secret: never logged, never stored. */
export type OtpDigits = string & { readonly [checked]: "otp digits" };

/** What an OTP is asked for. An OTP of one purpose is worth nothing for another. */
export const otpPurposes = ["registration", "recovery", "companion", "phone_old", "phone_new"] as const;
export type OtpPurpose = (typeof otpPurposes)[number];

export const otpLifeSeconds = 5 * 60;
export const otpResendAfterSeconds = 60;

export type OtpTextRefusal =
  | { readonly kind: "otp_empty" }
  | { readonly kind: "otp_length"; readonly digits: number }
  | { readonly kind: "otp_not_digits" };

/** What is kept of an OTP that was asked for; the digits are made again from its id. */
export interface KeptOtp {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly replacedAt: Date | null;
}

export type OtpRefusal =
  | { readonly kind: "otp_wrong" }
  | { readonly kind: "otp_expired" }
  | { readonly kind: "otp_used" }
  | { readonly kind: "otp_replaced" };

const million = 1_000_000;
const fairLimit = Math.floor(2 ** 32 / million) * million;
/** No vowels, so that no word appears; none that is taken for another letter or a digit. */
const referenceLetters = "BCDFGHJKMNPQRTVWXYZ";
const referenceLength = 4;

/**
 * The six digits of an OTP, out of HMAC("pratu:otp:v1:<otp id>:<round>"): each of the million equally likely, as
 * words that would favour small numbers are passed over.
 */
export function otpDigits(mac: Mac, otpId: string): string {
  return String(fairNumber((round) => mac(`pratu:otp:v1:${otpId}:${round}`))).padStart(6, "0");
}

/** The four letters by which a person knows that the SMS belongs to this page. Tells nothing of the digits. */
export function otpReference(mac: Mac, otpId: string): string {
  const tag = mac(`pratu:otp-reference:v1:${otpId}`);
  return Array.from({ length: referenceLength }, (_, at) =>
    referenceLetters.charAt((tag[at] ?? 0) % referenceLetters.length),
  ).join("");
}

/**
 * Reads an OTP as people paste it: "๑๒๓๔๕๖", "123 456", "OTP: 123456", the whole SMS. Letters are passed over as
 * long as exactly one group of six digits stands among them.
 */
export function parseOtp(text: string): Result<OtpDigits, OtpTextRefusal> {
  const tidy = toAsciiDigits(text);
  const bare = withoutSeparators(tidy);
  if (bare === "") return refuse({ kind: "otp_empty" });
  if (/^[0-9]{6}$/.test(bare)) return ok(bare as OtpDigits);
  if (/^[0-9]+$/.test(bare)) return refuse({ kind: "otp_length", digits: bare.length });
  const [only, ...others] = sixDigitGroups(tidy);
  return only !== undefined && others.length === 0
    ? ok(only as OtpDigits)
    : refuse({ kind: "otp_not_digits" });
}

/** When an OTP made at `now` dies. */
export function otpExpiresAt(now: Date): Date {
  return new Date(now.getTime() + otpLifeSeconds * 1000);
}

/**
 * Judges what was typed against an OTP. Refuses a used, replaced or expired one before comparing, and compares in
 * constant time. The caller counts the wrong answer (otp-throttle) and marks the right one used, in one transaction.
 */
export function checkOtp(mac: Mac, otp: KeptOtp, typed: OtpDigits, now: Date): Result<undefined, OtpRefusal> {
  if (otp.usedAt !== null) return refuse({ kind: "otp_used" });
  if (otp.replacedAt !== null) return refuse({ kind: "otp_replaced" });
  if (now >= otp.expiresAt) return refuse({ kind: "otp_expired" });
  const bytes = (digits: string) => new TextEncoder().encode(digits);
  return sameBytes(bytes(typed), bytes(otpDigits(mac, otp.id))) ? ok() : refuse({ kind: "otp_wrong" });
}

/** Says whether a new OTP may be sent: not sooner than 60 seconds after the last. It replaces the one before. */
export function checkResend(
  lastCreatedAt: Date | null,
  now: Date,
): Result<undefined, { readonly kind: "otp_wait"; readonly until: Date }> {
  if (lastCreatedAt === null) return ok();
  const until = new Date(lastCreatedAt.getTime() + otpResendAfterSeconds * 1000);
  return now >= until ? ok() : refuse({ kind: "otp_wait", until });
}

/** How many seconds until another OTP may be sent; 0: at once. */
export function secondsToResend(lastCreatedAt: Date, now: Date): number {
  const readyAt = lastCreatedAt.getTime() + otpResendAfterSeconds * 1000;
  return Math.max(0, Math.ceil((readyAt - now.getTime()) / 1000));
}

function fairNumber(tagOf: (round: number) => Uint8Array): number {
  for (let round = 0; ; round += 1) {
    const tag = tagOf(round);
    const words = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
    for (let at = 0; at + 4 <= tag.length; at += 4) {
      const word = words.getUint32(at);
      if (word < fairLimit) return word % million;
    }
  }
}

/** The different groups of six digits in a text; where there is none, of three and three. */
function sixDigitGroups(text: string): string[] {
  const whole = (text.match(/[0-9]+/g) ?? []).filter((run) => run.length === 6);
  if (whole.length > 0) return [...new Set(whole)];
  const halves = [...text.matchAll(/(?:^|[^0-9])([0-9]{3})[ -]([0-9]{3})(?![0-9])/g)];
  return [...new Set(halves.map((found) => `${found[1] ?? ""}${found[2] ?? ""}`))];
}
