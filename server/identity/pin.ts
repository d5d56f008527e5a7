import type { BirthDate } from "../kernel/birth-date.ts";
import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { toChristianYear } from "../kernel/thai-date.ts";
import { isCommonPin } from "./common-pin.ts";

declare const checked: unique symbol;

/** Six ASCII digits typed as a PIN. Secret: never logged, stored only as a slow hash. */
export type Pin = string & { readonly [checked]: "pin" };

export const pinLength = 6;

export type PinTextRefusal =
  | { readonly kind: "pin_empty" }
  | { readonly kind: "pin_length"; readonly digits: number }
  | { readonly kind: "pin_not_digits" };

/** Why a new PIN is too easily guessed. */
export const pinWeaknesses = [
  "pin_all_same",
  "pin_run",
  "pin_birth_date",
  "pin_citizen_id",
  "pin_phone",
  "pin_common",
] as const;
export type PinWeakness = (typeof pinWeaknesses)[number];
export type WeakPinRefusal = { readonly [K in PinWeakness]: { readonly kind: K } }[PinWeakness];

/** What is known of the person who chooses; null: not known (yet). */
export interface PinOwner {
  readonly birth: BirthDate | null;
  readonly citizenId: string | null;
  readonly phone: string | null;
}

/** Reads a PIN as people type it, Thai digits too. The refusal never repeats what was typed. */
export function parsePin(text: string): Result<Pin, PinTextRefusal> {
  const read = readDigits(text);
  if (!read.ok) return refuse({ kind: "pin_not_digits" });
  if (read.value === "") return refuse({ kind: "pin_empty" });
  if (read.value.length !== pinLength) return refuse({ kind: "pin_length", digits: read.value.length });
  return ok(read.value as Pin);
}

/**
 * Judges a PIN that is being chosen. Refuses one digit six times, a run up or down, the birth date in any order and
 * era, the last six of citizen id or phone, and the tenth of all PINs that people choose most.
 */
export function checkNewPin(pin: Pin, owner: PinOwner): Result<Pin, WeakPinRefusal> {
  const weakness = weaknessOf(pin, owner);
  return weakness === null ? ok(pin) : refuse({ kind: weakness });
}

/** The last six digits of a number: for comparing a PIN already hashed with a phone given after it. */
export function lastSix(number: string): Pin {
  return number.slice(-pinLength) as Pin;
}

function weaknessOf(pin: Pin, { birth, citizenId, phone }: PinOwner): PinWeakness | null {
  if (new Set(pin).size === 1) return "pin_all_same";
  if (isRun(pin)) return "pin_run";
  if (birth !== null && isBirthDate(pin, birth)) return "pin_birth_date";
  if (citizenId !== null && pin === lastSix(citizenId)) return "pin_citizen_id";
  if (phone !== null && pin === lastSix(phone)) return "pin_phone";
  return isCommonPin(pin) ? "pin_common" : null;
}

/** Each digit one more, or one less, than the one before; 9 and 0 are neighbours. */
function isRun(pin: Pin): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/**
 * The year in four digits anywhere, or day, month and year of two digits in any order; both eras. What the card does
 * not know is written 00, as people write it.
 */
function isBirthDate(pin: Pin, birth: BirthDate): boolean {
  const years = [birth.yearBe, toChristianYear(birth.yearBe)].map(String);
  if (years.some((year) => pin.includes(year))) return true;
  const [day, month] = [birth.day, birth.month].map((part) => String(part ?? 0).padStart(2, "0"));
  const pairs = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].sort().join();
  return years.some((year) => [day, month, year.slice(2)].sort().join() === pairs);
}
