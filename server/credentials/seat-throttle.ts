import { ok, refuse, type Result } from "../kernel/result.ts";

/** Wrong passwords for one part of a seat from one source, since that part last came in whole. */
export interface SourceTries {
  readonly wrong: number;
  readonly nextTryAt: Date | null;
}

export type SeatWaitRefusal = { readonly kind: "sign_in_wait"; readonly until: Date };

/** Wrong ones that are free: somebody who mistypes does not wait. */
export const freeSeatTries = 10;

const firstWaitSeconds = 30;
const longestWaitSeconds = 60 * 60;

/** How long a source's wrong ones are remembered. */
export const seatTriesKeptHours = 24;

export const freshSourceTries: SourceTries = { wrong: 0, nextTryAt: null };

/**
 * Takes one try of a source before anything is hashed; it counts as wrong until it is settled. From the tenth on each
 * makes its source wait, 30 seconds, doubling to an hour. Nothing locks: whoever knows no password must not be able to
 * keep out whoever does (docs/decisions/0036-passwords-of-seats.md). Refuses while the wait runs.
 */
export function reserveSourceTry(tries: SourceTries, now: Date): Result<SourceTries, SeatWaitRefusal> {
  const { nextTryAt, wrong } = tries;
  if (nextTryAt !== null && now < nextTryAt) return refuse({ kind: "sign_in_wait", until: nextTryAt });
  return ok(waiting(wrong + 1, now));
}

/**
 * After a right password its own try is given back and no more: whoever knows one password of a seat and guesses at
 * another must not have a fresh count each time.
 */
export function giveBackSourceTry({ wrong }: SourceTries): SourceTries {
  return { wrong: Math.max(0, wrong - 1), nextTryAt: null };
}

/** After a wrong one the try stays counted, and the wait runs from now. */
export function settleWrongSourceTry({ wrong }: SourceTries, now: Date): SourceTries {
  return waiting(Math.max(1, wrong), now);
}

function waiting(wrong: number, now: Date): SourceTries {
  if (wrong < freeSeatTries) return { wrong, nextTryAt: null };
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(20, wrong - freeSeatTries));
  return { wrong, nextTryAt: new Date(now.getTime() + seconds * 1000) };
}
