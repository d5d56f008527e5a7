import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";

/** Who reported a lost phone: the holder, somebody of the same agency with a Soft Token of their own, its head, the central office. */
export const lostReporters = ["holder", "colleague", "head", "office"] as const;
export type LostReporter = (typeof lostReporters)[number];

/** Working days the head has for the official letter, from the day the phone was lost (rules of the Soft Token, section 4). */
export const letterWorkingDays = 3;

/** Phones of colleagues somebody may report in a day: a whole office may be robbed, beyond it somebody shuts seats down. */
export const colleagueReportsADay = 5;

/** Longest that what is said of the loss may be. */
export const lostWordsLongest = 500;

/** A phone that was lost so many days ago is surely reported under another day by mistake. */
const longestAgoDays = 365;

export type LostDayRefusal = { readonly kind: "lost_day_ahead" } | { readonly kind: "lost_day_long_ago" };

/** Judges the day a phone was lost: not ahead of today, and within a year. */
export function judgeLostDay(day: BangkokDay, today: BangkokDay): Result<BangkokDay, LostDayRefusal> {
  if (day > today) return refuse({ kind: "lost_day_ahead" });
  return day < addDays(today, -longestAgoDays) ? refuse({ kind: "lost_day_long_ago" }) : ok(day);
}

/** What was said of a loss; kept sealed. */
export interface LostWords {
  /** Where and how; may be empty. */
  readonly said: string;
  /** Where whoever reported can be called; may be empty. */
  readonly phone: string;
}

/** What was stopped when it was reported. */
export interface StoppedAtOnce {
  readonly keys: number;
  readonly sessions: number;
  readonly challenges: number;
}

/** How the official letter stands. */
export type LetterStanding =
  | { readonly kind: "sent"; readonly number: string; readonly dated: BangkokDay }
  | {
      readonly kind: "waiting";
      readonly dueDay: BangkokDay;
      /** Working days up to and including the day due; negative: how many it is late. */
      readonly daysLeft: number;
      readonly isLate: boolean;
    };
