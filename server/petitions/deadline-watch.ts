import { addDays, daysBetween, type BangkokDay } from "../kernel/thai-date.ts";
import { addWorkingDays, type AgencyCalendar } from "./agency-calendar.ts";
import { workingDaysLeft } from "./deadline.ts";

/** Who is told that a deadline comes near or has passed. */
export const warned = ["officer", "superior"] as const;
export type Warned = (typeof warned)[number];

/** Told when so many working days are left; 0: on the last day itself; -2: two working days late. */
export interface Threshold {
  readonly workingDaysLeft: number;
  readonly to: readonly Warned[];
}

/** The clock's other periods; data of each service, since the law is about to change. */
export interface WatchRules {
  /** From early to late. */
  readonly thresholds: readonly Threshold[];
  /** A late answer is explained in writing every so many days, the first time on the day after it was due. */
  readonly delayLetterEveryDays: number;
  /** A refusal may be appealed for so many days after it was told. */
  readonly appealDays: number;
}

/**
 * What a service begins with: the officer is warned three and one working days before, the superior one before and once
 * it is late. Fifteen days to appeal: Administrative Procedure Act 2539, s. 44. Seven for letters is said to be
 * of the Licensing Facilitation Act 2558, s. 10; its text was not read, and an agency confirms it. The seven days in which
 * an outcome is to be told need no clock: it is told as it is written.
 */
export const usualWatchRules: WatchRules = {
  thresholds: [
    { workingDaysLeft: 3, to: ["officer"] },
    { workingDaysLeft: 1, to: ["officer", "superior"] },
    { workingDaysLeft: -1, to: ["officer", "superior"] },
  ],
  delayLetterEveryDays: 7,
  appealDays: 15,
};

/** What a sweep has to do for one open petition today. */
export interface WatchStep {
  /** The threshold that was reached and not told of yet; of several that were missed only the latest. */
  readonly warn: Threshold | null;
  /** The number of the delay letter to be drafted now, 1 for the first; null: none is. */
  readonly delayLetter: number | null;
}

/** What was done already: thresholds told of (their `workingDaysLeft`) and letters drafted. */
export interface WatchDone {
  readonly lastThreshold: number | null;
  readonly delayLetters: number;
}

/**
 * What is to be done today for a petition due on `dueDay` whose clock runs. Asked again the same day with what was done
 * it answers nothing; after days that were missed, one warning and one letter.
 */
export function watchStep(
  calendar: AgencyCalendar,
  rules: WatchRules,
  dueDay: BangkokDay,
  done: WatchDone,
  today: BangkokDay,
): WatchStep {
  const left = workingDaysLeft(calendar, today, dueDay);
  const reached = rules.thresholds.filter((threshold) => left <= threshold.workingDaysLeft).at(-1) ?? null;
  const told =
    reached !== null && done.lastThreshold !== null && done.lastThreshold <= reached.workingDaysLeft;
  const letters = delayLettersBy(rules, dueDay, today);
  return { warn: told ? null : reached, delayLetter: letters > done.delayLetters ? letters : null };
}

/** How many delay letters a petition due on `dueDay` and still open has called for by the end of `today`. */
export function delayLettersBy(rules: WatchRules, dueDay: BangkokDay, today: BangkokDay): number {
  return today <= dueDay ? 0 : Math.floor((daysBetween(dueDay, today) - 1) / rules.delayLetterEveryDays) + 1;
}

/** The last day of appeal against a refusal told on `toldDay`. */
export function appealUntil(rules: WatchRules, toldDay: BangkokDay): BangkokDay {
  return addDays(toldDay, rules.appealDays);
}

/** The last day on which a citizen may test a closure (N10), so many working days after it. */
export function testUntilOf(calendar: AgencyCalendar, completedDay: BangkokDay, days: number): BangkokDay {
  return addWorkingDays(calendar, completedDay, days);
}
