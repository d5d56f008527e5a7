import { ok, refuse, type Result } from "../kernel/result.ts";

/** Wrong answers of one LINE user for one purpose, counted across every OTP and resend. */
export interface OtpTries {
  readonly wrongInRow: number;
  /** Wrong answers with less than 24 hours between one and the next: so never more than ten in any 24 hours. */
  readonly wrongSinceDay: number;
  /** From when the 24 hours run: the last wrong answer. */
  readonly dayStartedAt: Date;
  readonly closedUntil: Date | null;
}

export const wrongBeforePause = 5;
export const pauseMinutes = 30;
export const wrongBeforeDayOff = 10;
export const dayOffHours = 24;

const dayMs = 24 * 60 * 60_000;

/** Nobody has answered yet. */
export function noOtpTries(now: Date): OtpTries {
  return { wrongInRow: 0, wrongSinceDay: 0, dayStartedAt: now, closedUntil: null };
}

/** Says whether an answer may be tried, or an OTP be asked for, at `now`. Refuses while the purpose is closed. */
export function checkOpen(
  tries: OtpTries,
  now: Date,
): Result<undefined, { readonly kind: "otp_closed"; readonly until: Date }> {
  const { closedUntil } = tries;
  return closedUntil !== null && now < closedUntil
    ? refuse({ kind: "otp_closed", until: closedUntil })
    : ok();
}

/**
 * Counts a wrong answer. The fifth in a row closes the purpose for 30 minutes, the tenth within 24 hours for 24
 * hours. A new OTP resets nothing (NIST SP 800-63B-4 §3.2.2).
 */
export function afterWrongOtp(tries: OtpTries, now: Date): OtpTries {
  const wrongInRow = tries.wrongInRow + 1;
  const wrongSinceDay = ofDay(tries, now) + 1;
  if (wrongSinceDay >= wrongBeforeDayOff) {
    const closedUntil = new Date(now.getTime() + dayOffHours * 60 * 60_000);
    return { wrongInRow: 0, wrongSinceDay: 0, dayStartedAt: now, closedUntil };
  }
  if (wrongInRow >= wrongBeforePause) {
    const closedUntil = new Date(now.getTime() + pauseMinutes * 60_000);
    return { wrongInRow: 0, wrongSinceDay, dayStartedAt: now, closedUntil };
  }
  return { wrongInRow, wrongSinceDay, dayStartedAt: now, closedUntil: null };
}

/** Forgets the row after a right answer; the day's count stays. */
export function afterRightOtp(tries: OtpTries): OtpTries {
  return { ...tries, wrongInRow: 0, closedUntil: null };
}

/** How many wrong answers are left before the purpose closes. */
export function otpTriesLeft(tries: OtpTries, now: Date): number {
  return Math.min(wrongBeforePause - tries.wrongInRow, wrongBeforeDayOff - ofDay(tries, now));
}

function ofDay(tries: OtpTries, now: Date): number {
  return now.getTime() - tries.dayStartedAt.getTime() < dayMs ? tries.wrongSinceDay : 0;
}
