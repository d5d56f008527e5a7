import { toAsciiDigits } from "../kernel/digits.ts";

/** A time step of the authenticator's code, in seconds (RFC 6238). */
export const totpStepSeconds = 30;
export const totpSecretBytes = 20;
const digits = 6;
/** Steps before and after now that are taken: clocks of phones go wrong by half a minute. */
const drift = 1;

/** HMAC-SHA-1 under the account's secret: what authenticator apps speak. */
export type TotpMac = (counter: Uint8Array) => Uint8Array;

/** The time step of a moment. */
export function totpStep(at: Date): number {
  return Math.floor(at.getTime() / 1000 / totpStepSeconds);
}

/** The six digits of a step (RFC 4226, dynamic truncation). */
export function totpDigits(mac: TotpMac, step: number): string {
  const counter = new Uint8Array(8);
  new DataView(counter.buffer).setBigUint64(0, BigInt(step));
  const code = mac(counter);
  const offset = (code.at(-1) ?? 0) & 0xf;
  const number = new DataView(code.buffer, code.byteOffset, code.byteLength).getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/**
 * The step a typed code belongs to: this one, the one before or after, and none up to the last that was taken, so
 * that a code is worth one use. Spaces and Thai digits do not matter. Null: a wrong or used code.
 */
export function matchTotp(mac: TotpMac, text: string, last: number | null, now: Date): number | null {
  const typed = toAsciiDigits(text).replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(typed)) return null;
  const middle = totpStep(now);
  for (let step = middle - drift; step <= middle + drift; step += 1) {
    if ((last === null || step > last) && totpDigits(mac, step) === typed) return step;
  }
  return null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** A secret as it is typed into an app: base32 (RFC 4648) without padding. */
export function totpSecretText(secret: Uint8Array): string {
  let [bits, held, text] = [0, 0, ""];
  for (const byte of secret) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet.charAt((held >>> (bits - 5)) & 31);
    held &= 0xff;
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text;
}

/** What the QR of the enrolment holds: the key-URI that authenticator apps read. */
export function totpUri(issuer: string, account: string, secret: Uint8Array): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${totpSecretText(secret)}&issuer=${encodeURIComponent(issuer)}&digits=${digits}&period=${totpStepSeconds}`;
}
