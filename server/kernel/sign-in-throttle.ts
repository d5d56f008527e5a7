import { ok, refuse, type Result } from "../kernel/result.ts";

/** The tries of one account, wrong passwords (and of staff wrong second steps) together, since it last came in. */
export interface SignInTries {
  readonly wrong: number;
  readonly nextTryAt: Date | null;
  readonly lockedAt: Date | null;
}

export type SignInTryRefusal =
  { readonly kind: "sign_in_wait"; readonly until: Date } | { readonly kind: "account_locked" };

export const wrongBeforeDelay = 10;
export const wrongBeforeLock = 15;

const firstDelaySeconds = 30;

export const freshSignInTries: SignInTries = { wrong: 0, nextTryAt: null, lockedAt: null };

/**
 * Takes one try before anything is hashed, in a transaction of its own, so that guesses sent at once never have more
 * than ten hashes made. It counts as wrong until it is settled. Refuses a locked account and tries before the delay is
 * over: 30 seconds after the tenth wrong one, doubling; the fifteenth locks until the password is set anew (F1.6).
 */
export function reserveSignInTry(tries: SignInTries, now: Date): Result<SignInTries, SignInTryRefusal> {
  if (tries.lockedAt !== null || tries.wrong >= wrongBeforeLock) return refuse({ kind: "account_locked" });
  if (tries.nextTryAt !== null && now < tries.nextTryAt) {
    return refuse({ kind: "sign_in_wait", until: tries.nextTryAt });
  }
  const wrong = tries.wrong + 1;
  return ok({ wrong, nextTryAt: delayed(wrong, now), lockedAt: null });
}

/**
 * After a right password: the reserved try is given back and no more, for whoever knows the password and guesses at
 * the second step must not have a fresh count each time. An account locked meanwhile stays locked.
 */
export function giveBackTry(tries: SignInTries): SignInTries {
  return tries.lockedAt === null ? { ...tries, wrong: Math.max(0, tries.wrong - 1), nextTryAt: null } : tries;
}

/** After a wrong answer: the try stays counted, the delay runs from now, the fifteenth locks. */
export function settleWrongTry(tries: SignInTries, now: Date): SignInTries {
  const wrong = Math.max(1, tries.wrong);
  if (tries.lockedAt !== null) return tries;
  if (wrong >= wrongBeforeLock) return { wrong, nextTryAt: null, lockedAt: now };
  return { wrong, nextTryAt: delayed(wrong, now), lockedAt: null };
}

function delayed(wrong: number, now: Date): Date | null {
  if (wrong < wrongBeforeDelay) return null;
  return new Date(now.getTime() + firstDelaySeconds * 2 ** (wrong - wrongBeforeDelay) * 1000);
}
