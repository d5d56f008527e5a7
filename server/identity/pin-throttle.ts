import { ok, refuse, type Result } from "../kernel/result.ts";

/** The tries of one account's PIN. `wrong` counts in a row, tries under way included. */
export interface PinTries {
  readonly wrong: number;
  readonly nextTryAt: Date | null;
  readonly disabledAt: Date | null;
}

export type PinTryRefusal =
  { readonly kind: "pin_wait"; readonly until: Date } | { readonly kind: "pin_disabled" };

export type PinWrongRefusal =
  /** `left` tries until the PIN is disabled; `until`: no sooner than that, null: at once. */
  | { readonly kind: "pin_wrong"; readonly left: number; readonly until: Date | null }
  | { readonly kind: "pin_disabled" };

export const wrongBeforeDelay = 5;
export const wrongBeforeDisabled = 10;

const firstDelaySeconds = 30;
const longestDelaySeconds = 60 * 60;

/** A PIN nobody has tried: after it was set, or a right answer. */
export const freshPinTries: PinTries = { wrong: 0, nextTryAt: null, disabledAt: null };

/** True when only recovery helps: ten wrong tries in a row, the last of them answered or lost on the way. */
export function isPinDisabled(tries: PinTries): boolean {
  return tries.disabledAt !== null || tries.wrong >= wrongBeforeDisabled;
}

/** Says whether a try may be taken at `now`. Refuses a disabled PIN, and tries before the delay is over. */
export function checkPinTry(tries: PinTries, now: Date): Result<undefined, PinTryRefusal> {
  if (isPinDisabled(tries)) return refuse({ kind: "pin_disabled" });
  const { nextTryAt } = tries;
  return nextTryAt !== null && now < nextTryAt ? refuse({ kind: "pin_wait", until: nextTryAt }) : ok();
}

/**
 * Takes one try, before anything is hashed, in a transaction of its own: so guesses sent at once can never have more
 * than ten hashes made. The try counts as wrong until it is settled. Refuses a disabled PIN, and tries before the
 * delay is over: 30 seconds after the fifth wrong one, doubling to an hour at most (NIST SP 800-63B-4 §3.2.2).
 */
export function reservePinTry(tries: PinTries, now: Date): Result<PinTries, PinTryRefusal> {
  const may = checkPinTry(tries, now);
  if (!may.ok) return may;
  const wrong = tries.wrong + 1;
  return ok({ wrong, nextTryAt: delayed(wrong, now), disabledAt: null });
}

/** After a right PIN the count starts over; a PIN disabled meanwhile stays disabled. */
export function settleRightPin(tries: PinTries): Result<PinTries, { readonly kind: "pin_disabled" }> {
  return tries.disabledAt === null ? ok(freshPinTries) : refuse({ kind: "pin_disabled" });
}

/**
 * After a wrong PIN the reserved try stays counted and the delay runs from now; the tenth disables the PIN. Answers
 * the state to keep and what to say.
 */
export function settleWrongPin(
  tries: PinTries,
  now: Date,
): { readonly tries: PinTries; readonly refusal: PinWrongRefusal } {
  const wrong = Math.max(1, tries.wrong);
  if (tries.disabledAt !== null || wrong >= wrongBeforeDisabled) {
    const disabledAt = tries.disabledAt ?? now;
    return { tries: { wrong, nextTryAt: null, disabledAt }, refusal: { kind: "pin_disabled" } };
  }
  const until = delayed(wrong, now);
  return {
    tries: { wrong, nextTryAt: until, disabledAt: null },
    refusal: { kind: "pin_wrong", left: wrongBeforeDisabled - wrong, until },
  };
}

function delayed(wrong: number, now: Date): Date | null {
  if (wrong < wrongBeforeDelay) return null;
  const seconds = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** (wrong - wrongBeforeDelay));
  return new Date(now.getTime() + seconds * 1000);
}
