import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, bangkokDay, daysBetween, type BangkokDay } from "../kernel/thai-date.ts";
import { isWorkingDay, workingDayFrom, workingDaysBetween, type AgencyCalendar } from "./agency-calendar.ts";

export const dayUnits = ["working", "calendar"] as const;
export type DayUnit = (typeof dayUnits)[number];

/** How long a service promises to take. */
export interface Promised {
  readonly days: number;
  readonly unit: DayUnit;
}

/** A time for which the clock stood, as deemed moments; `until` null: it still stands. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

/** When an answer is due, or, while something is asked for, how many promised days are left. */
export type Due =
  | { readonly kind: "running"; readonly dueDay: BangkokDay }
  | { readonly kind: "paused"; readonly daysLeft: number };

/** How long an answer may still take, counted as it was promised; negative: how many days it is late. */
export interface DaysLeft {
  readonly days: number;
  readonly unit: DayUnit;
}

const longestPromiseDays = 730;

export type PromiseRefusal = { readonly kind: "days_not_whole" } | { readonly kind: "days_out_of_range" };

/** Judges a promise: whole days, from 1 to two years. */
export function judgePromise(promised: Promised): Result<Promised, PromiseRefusal> {
  if (!Number.isInteger(promised.days)) return refuse({ kind: "days_not_whole" });
  const fits = promised.days >= 1 && promised.days <= longestPromiseDays;
  return fits ? ok(promised) : refuse({ kind: "days_out_of_range" });
}

/**
 * When an answer is due on what counts as received at `receivedAt` (see `deemedReceipt`). The day of receipt does not
 * count. A day does not count either when the clock stood at its end, or was started again on it: from the day after
 * something was asked for, up to and including the day on which the answer counts as received. Of calendar days, the
 * last one is put off to a working day. Pauses may overlap and come in any order.
 */
export function dueOf(
  calendar: AgencyCalendar,
  promised: Promised,
  receivedAt: Date,
  pauses: readonly Pause[],
): Due {
  const standing = pauses.map(({ from, until }) => [bangkokDay(from), until && bangkokDay(until)] as const);
  const openFrom = standing.filter(([, until]) => until === null).map(([from]) => from);
  const lastRunning =
    openFrom.length === 0 ? null : openFrom.reduce((one, other) => (one < other ? one : other));
  let left = promised.days;
  let day = bangkokDay(receivedAt);
  while (left > 0) {
    // A stopped clock answers what is left, unless the promise ran out before it was stopped.
    if (lastRunning !== null && day >= lastRunning) return { kind: "paused", daysLeft: left };
    day = addDays(day, 1);
    const stood = standing.some(([from, until]) => until !== null && from < day && day <= until);
    if (!stood && (promised.unit === "calendar" || isWorkingDay(calendar, day))) left -= 1;
  }
  return { kind: "running", dueDay: workingDayFrom(calendar, day) };
}

/** How many working days are left up to and including the day due; negative: how many it is late. */
export function workingDaysLeft(calendar: AgencyCalendar, today: BangkokDay, dueDay: BangkokDay): number {
  if (today <= dueDay) return workingDaysBetween(calendar, today, dueDay);
  const late = workingDaysBetween(calendar, dueDay, today);
  return late === 0 ? 0 : -late;
}

/** What is left up to and including the day due, in the days a service promises: of its working days, or of any day. */
export function daysLeftTo(
  calendar: AgencyCalendar,
  unit: DayUnit,
  today: BangkokDay,
  dueDay: BangkokDay,
): DaysLeft {
  const days = unit === "calendar" ? daysBetween(today, dueDay) : workingDaysLeft(calendar, today, dueDay);
  return { days, unit };
}
