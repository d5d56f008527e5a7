import type { Medium } from "./notice.ts";

/** LINE remembers a retry key for so long; after that the same notice would be sent twice (Messaging API). */
export const pushLifeMs = 24 * 60 * 60_000;

const firstDelayMs = 2_000;
const longestDelayMs = 15 * 60_000;

/**
 * When to try a notice again after `attempts` tries that failed: exponential from 2 seconds to a ceiling of 15
 * minutes, with full jitter, so that an outage does not end in a stampede. `random` is from 0 (included) to 1. Null: it
 * would be dead by then, and is given up.
 */
export function nextTryAt(
  notice: { readonly attempts: number; readonly diesAt: Date },
  now: Date,
  random: number,
): Date | null {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, notice.attempts - 1));
  const at = new Date(now.getTime() + firstDelayMs / 2 + Math.floor(random * ceiling));
  return at < notice.diesAt ? at : null;
}

/** When a push queued at `now` dies: while LINE still knows its retry key. */
export function pushDiesAt(now: Date): Date {
  return new Date(now.getTime() + pushLifeMs);
}

/** A mail is worth sending after a long outage of the server too; what its link is worth is asked when it is sent. */
export const mailLifeMs = 7 * 24 * 60 * 60_000;

/** When a notice of that medium queued at `now` dies, unless what it tells dies sooner. */
export function noticeDiesAt(medium: Medium, now: Date): Date {
  return medium === "mail" ? new Date(now.getTime() + mailLifeMs) : pushDiesAt(now);
}
