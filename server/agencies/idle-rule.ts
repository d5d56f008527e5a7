import { addDays, bangkokDay, daysBetween, startOfBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";

/** Days without signing in after which the right ends by itself, and the days of the warnings before (F1.5). */
export const idleDaysToRevoke = 60;
export const idleWarningDays = [45, 55] as const;

export type IdleStep =
  | { readonly kind: "nothing" }
  /** `days`: which warning; `lastDay`: the last day on which signing in keeps the right. */
  | { readonly kind: "warn"; readonly days: (typeof idleWarningDays)[number]; readonly lastDay: BangkokDay }
  | { readonly kind: "revoke" };

/**
 * What is due for an account that signed in last, or was made, at `since`, by whole days in Bangkok: revoked on the
 * sixtieth, warned on the 45th and the 55th. `warned` is the last warning that was sent, 0 for none; of two that were
 * missed only the later is sent.
 */
export function idleStep(since: Date, warned: number, now: Date): IdleStep {
  const day = bangkokDay(since);
  const idle = daysBetween(day, bangkokDay(now));
  if (idle >= idleDaysToRevoke) return { kind: "revoke" };
  const days = idleWarningDays.findLast((each) => idle >= each);
  if (days === undefined || days <= warned) return { kind: "nothing" };
  return { kind: "warn", days, lastDay: addDays(day, idleDaysToRevoke - 1) };
}

/** Days left until the right ends by itself; 0 on the day it does. */
export function idleDaysLeft(since: Date, now: Date): number {
  return Math.max(0, idleDaysToRevoke - daysBetween(bangkokDay(since), bangkokDay(now)));
}

/** An account that signed in last, or was made, at or after this moment is not due for anything yet. */
export function idleSince(now: Date): Date {
  return startOfBangkokDay(addDays(bangkokDay(now), 1 - idleWarningDays[0]));
}
