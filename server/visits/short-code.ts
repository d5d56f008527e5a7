import { readDigits } from "../kernel/digits.ts";
import type { Mac } from "../kernel/mac.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { QrKind } from "./facility-qr.ts";
import { acceptedSteps } from "./screen-step.ts";

/** Short numbers of QRs lie below this: five digits. */
export const shortNumberLimit = 100_000;

/** Short codes may be tried so often in that time, per account. Four digits of proof bear no more. */
export const shortCodeTries = 5;
export const shortCodeTryMinutes = 10;

/** A typed code taken apart: the QR's short number, and the four digits that have still to be checked. */
export interface ShortCode {
  readonly shortNumber: number;
  readonly proof: string;
}

export type ShortCodeRefusal =
  | { readonly kind: "short_code_empty" }
  | { readonly kind: "short_code_length"; readonly digits: number }
  | { readonly kind: "short_code_not_digits"; readonly seen: string; readonly digit: string | null };

const length = 9;

/**
 * The nine digits under a screen QR in one step: its short number (5) and four digits out of
 * HMAC("pratu:short-screen:v1:<short number>:<step>").
 */
export function makeScreenShortCode(mac: Mac, shortNumber: number, step: number): string {
  return write(shortNumber, proof(mac, `pratu:short-screen:v1:${shortNumber}:${step}`));
}

/** The nine digits under a printed QR, which never change: over "pratu:short-printed:v1:<short number>". */
export function makePrintedShortCode(mac: Mac, shortNumber: number): string {
  return write(shortNumber, proof(mac, `pratu:short-printed:v1:${shortNumber}`));
}

/** Reads nine digits as people type them, with spaces, hyphens and Thai digits. */
export function parseShortCode(text: string): Result<ShortCode, ShortCodeRefusal> {
  const read = readDigits(text);
  if (!read.ok) return refuse({ ...read.refusal, kind: "short_code_not_digits" });
  if (read.value === "") return refuse({ kind: "short_code_empty" });
  if (read.value.length !== length) return refuse({ kind: "short_code_length", digits: read.value.length });
  return ok({ shortNumber: Number(read.value.slice(0, 5)), proof: read.value.slice(5) });
}

/** In groups to be read and typed: "123 456 789". */
export function formatShortCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})(\d{3})$/, "$1 $2 $3");
}

/**
 * Judges a typed code for the kind of QR that its short number stands for; a screen's is good in its own step and
 * the next. Refuses the rest in one way, so that trying teaches nothing.
 */
export function verifyShortCode(
  mac: Mac,
  code: ShortCode,
  kind: QrKind,
  now: Date,
): Result<undefined, { readonly kind: "short_code_wrong" }> {
  const typed = write(code.shortNumber, code.proof);
  const right =
    kind === "printed"
      ? [makePrintedShortCode(mac, code.shortNumber)]
      : acceptedSteps(now).map((step) => makeScreenShortCode(mac, code.shortNumber, step));
  return right.includes(typed) ? ok() : refuse({ kind: "short_code_wrong" });
}

function write(shortNumber: number, digits: string): string {
  if (!Number.isSafeInteger(shortNumber) || shortNumber < 0 || shortNumber >= shortNumberLimit) {
    throw new RangeError(`${shortNumber} is no short number of a QR`);
  }
  return `${String(shortNumber).padStart(5, "0")}${digits}`;
}

function proof(mac: Mac, message: string): string {
  const tag = mac(message);
  return String(new DataView(tag.buffer, tag.byteOffset).getUint32(0) % 10_000).padStart(4, "0");
}
