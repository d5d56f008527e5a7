import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** Six digits that a citizen reads out at the counter, so that a clerk goes on where the phone stopped (N15). */
export type HandOverNumber = string & { readonly handOverNumber: true };

/** How long a number may be read out after it was made. */
export const handOverMinutes = 15;

/** How long the clerk who took it may work on it. */
export const handOverWorkMinutes = 60;

/** Numbers one LINE user may ask for, and in how many minutes. */
export const handOverMakes = 6;
export const handOverMakeMinutes = 60;

/** Wrong numbers one member of staff may type, and in how many minutes. */
export const handOverTries = 5;
export const handOverTryMinutes = 10;

const length = 6;

export type HandOverNumberRefusal =
  | { readonly kind: "hand_over_empty" }
  | { readonly kind: "hand_over_length"; readonly digits: number }
  | { readonly kind: "hand_over_not_digits"; readonly seen: string };

/** What a clerk who types a number may be answered. */
export type TakeHandOverRefusal =
  | HandOverNumberRefusal
  /** Of no hand-over of this facility that may be taken: wrong, too late, withdrawn or finished. */
  | { readonly kind: "hand_over_missing" }
  | { readonly kind: "hand_over_taken" }
  | { readonly kind: "hand_over_limit"; readonly tries: number; readonly minutes: number };

/** A number out of eight random bytes; every number is as likely as the next. */
export function drawHandOverNumber(random: Uint8Array): HandOverNumber {
  const drawn = new DataView(random.buffer, random.byteOffset).getBigUint64(0) % 10n ** BigInt(length);
  return String(drawn).padStart(length, "0") as HandOverNumber;
}

/** Reads a number as it is typed: spaces, hyphens and Thai digits are fine. Refuses all but six digits. */
export function parseHandOverNumber(text: string): Result<HandOverNumber, HandOverNumberRefusal> {
  const read = readDigits(text);
  if (!read.ok) return refuse({ kind: "hand_over_not_digits", seen: read.refusal.seen });
  if (read.value === "") return refuse({ kind: "hand_over_empty" });
  if (read.value.length !== length) return refuse({ kind: "hand_over_length", digits: read.value.length });
  return ok(read.value as HandOverNumber);
}

/** In two groups to be read out: "123 456". */
export function formatHandOverNumber(number: HandOverNumber): string {
  return number.replace(/^(\d{3})(\d{3})$/, "$1 $2");
}

/**
 * Where a hand-over stands: `waiting` to be read out; `taken` by a clerk; `done`, its visit is confirmed; `over`
 * (withdrawn, replaced or too late).
 */
export const handOverStates = ["waiting", "taken", "done", "over"] as const;
export type HandOverState = (typeof handOverStates)[number];

/** What decides where it stands. */
export interface HandOverLife {
  readonly diesAt: Date;
  readonly takenAt: Date | null;
  readonly visitId: string | null;
  readonly endedAt: Date | null;
}

/** Where it stands at `now`. A clerk who took it in time has an hour from then on. */
export function handOverState({ diesAt, takenAt, visitId, endedAt }: HandOverLife, now: Date): HandOverState {
  if (endedAt !== null) return visitId === null ? "over" : "done";
  if (takenAt === null) return now < diesAt ? "waiting" : "over";
  return now < workEndsAt(takenAt) ? "taken" : "over";
}

/** Until when the clerk who took it may finish. */
export function workEndsAt(takenAt: Date): Date {
  return new Date(takenAt.getTime() + handOverWorkMinutes * 60_000);
}
