import { decodeBase32Number, encodeBase32Number } from "../kernel/base32.ts";
import { toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/** What people call a petition by: "2570-000123-3V": the year, the number in it, two check characters. */
export type TrackingNumber = string & { readonly [checked]: "tracking number" };

export type TrackingNumberRefusal =
  | { readonly kind: "tracking_number_empty" }
  | { readonly kind: "tracking_number_shape" }
  | { readonly kind: "tracking_number_check" };

/**
 * The largest prime that two base-32 characters hold: a digit that is wrong and two neighbours that are swapped always
 * change the remainder, as do wrong check characters.
 */
const checkPrime = 1021;
const checkLength = 2;
const fewestDigits = 6;
const mostDigits = 9;

/** Writes the number of a petition: `yearBe` of the Buddhist era, `sequence` from 1 in the agency's year. */
export function makeTrackingNumber(yearBe: number, sequence: number): TrackingNumber {
  const year = Number.isInteger(yearBe) && yearBe >= 1000 && yearBe <= 9999;
  if (!year || !Number.isInteger(sequence) || sequence < 1 || sequence >= 10 ** mostDigits) {
    throw new RangeError(`no tracking number for ${yearBe} and ${sequence}`);
  }
  const digits = String(sequence).padStart(fewestDigits, "0");
  return `${yearBe}-${digits}-${checkOf(yearBe, sequence)}` as TrackingNumber;
}

/**
 * Reads a tracking number as people copy it: any case, Thai digits, spaces or no hyphens; O as 0, I and L as 1. Refuses
 * an empty text, another shape, and check characters that do not belong to the digits.
 */
export function parseTrackingNumber(text: string): Result<TrackingNumber, TrackingNumberRefusal> {
  const tidy = withoutSeparators(toAsciiDigits(text)).toUpperCase();
  if (tidy === "") return refuse({ kind: "tracking_number_empty" });
  const digits = tidy.slice(0, -checkLength).replace(/O/g, "0").replace(/[IL]/g, "1");
  const check = decodeBase32Number(tidy.slice(-checkLength), checkLength);
  if (!/^[1-9]\d{3}(\d{6}|[1-9]\d{6,8})$/.test(digits) || check === null) {
    return refuse({ kind: "tracking_number_shape" });
  }
  const [yearBe, sequence] = [Number(digits.slice(0, 4)), Number(digits.slice(4))];
  if (sequence === 0) return refuse({ kind: "tracking_number_shape" });
  const right = makeTrackingNumber(yearBe, sequence);
  return right.endsWith(encodeBase32Number(check, checkLength))
    ? ok(right)
    : refuse({ kind: "tracking_number_check" });
}

/**
 * Reads what is said of a number in a hurry: "12" or "000012" of the year `yearBe`, "2569-000012" of its own, without the
 * check characters. Null: neither.
 */
export function readRunningNumber(text: string, yearBe: number): TrackingNumber | null {
  const tidy = withoutSeparators(toAsciiDigits(text));
  const [, year, sequence = ""] = /^(?:([1-9]\d{3})(?=\d{6}$))?(\d{1,6})$/.exec(tidy) ?? [];
  const number = Number(sequence);
  return number >= 1 ? makeTrackingNumber(year === undefined ? yearBe : Number(year), number) : null;
}

function checkOf(yearBe: number, sequence: number): string {
  return encodeBase32Number((yearBe * 10 ** mostDigits + sequence) % checkPrime, checkLength);
}
