import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";
import type { OfficeHours } from "./office-hours.ts";
import { weekdayOf } from "./weekday.ts";

/** A day on which an agency differs from its weekdays: a holiday, or a working day that would be none. */
export interface AgencyDay {
  readonly day: BangkokDay;
  readonly isWorking: boolean;
  readonly nameTh: string;
  /** A working day that closes early, in minutes from midnight; null or missing: as on other days. */
  readonly closesMinute?: number | null;
}

/** An agency's office hours and the days that differ. */
export interface AgencyCalendar {
  readonly hours: OfficeHours;
  readonly days: ReadonlyMap<BangkokDay, AgencyDay>;
}

export type HoursRefusal =
  | { readonly kind: "weekdays_none" }
  | { readonly kind: "weekday_unknown" }
  /** Minutes outside one day, or closing that does not come after opening. */
  | { readonly kind: "hours_order" };

const minutesOfDay = 24 * 60;
/** No agency is closed for longer in one stretch; a calendar that says so is wrong. */
const longestClosing = 366;

/** Judges office hours: at least one weekday (1 to 7, each once), opening before closing, inside one day. */
export function judgeHours(hours: OfficeHours): Result<OfficeHours, HoursRefusal> {
  const { weekdays, opensMinute, closesMinute } = hours;
  if (weekdays.length === 0) return refuse({ kind: "weekdays_none" });
  const known = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!known || new Set(weekdays).size < weekdays.length) return refuse({ kind: "weekday_unknown" });
  const whole = Number.isInteger(opensMinute) && Number.isInteger(closesMinute);
  return whole && opensMinute >= 0 && opensMinute < closesMinute && closesMinute <= minutesOfDay
    ? ok(hours)
    : refuse({ kind: "hours_order" });
}

/**
 * The calendar of an agency: its hours, the holidays it was filled with, and its own changes, which win over a holiday
 * of the same day (a holiday that it works on; a day of its own on which it is closed).
 */
export function agencyCalendar(
  hours: OfficeHours,
  holidays: readonly { readonly day: BangkokDay; readonly nameTh: string }[],
  own: readonly AgencyDay[],
): AgencyCalendar {
  const filled = holidays.map(({ day, nameTh }): AgencyDay => ({ day, nameTh, isWorking: false }));
  return { hours, days: new Map([...filled, ...own].map((one) => [one.day, one])) };
}

/** True when the agency works on that day. */
export function isWorkingDay({ hours, days }: AgencyCalendar, day: BangkokDay): boolean {
  return days.get(day)?.isWorking ?? hours.weekdays.includes(weekdayOf(day));
}

/** The first working day after `day`. Throws when a calendar has none within a year. */
export function nextWorkingDay(calendar: AgencyCalendar, day: BangkokDay): BangkokDay {
  for (let ahead = 1; ahead <= longestClosing; ahead += 1) {
    const next = addDays(day, ahead);
    if (isWorkingDay(calendar, next)) return next;
  }
  throw new RangeError(`no working day within a year of ${day}`);
}

/** `day` itself when the agency works on it, else the next working day. */
export function workingDayFrom(calendar: AgencyCalendar, day: BangkokDay): BangkokDay {
  return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
}

/** The working day that comes `count` working days after `day`, which itself does not count; 0 answers `day`. */
export function addWorkingDays(calendar: AgencyCalendar, day: BangkokDay, count: number): BangkokDay {
  let reached = day;
  for (let counted = 0; counted < count; counted += 1) reached = nextWorkingDay(calendar, reached);
  return reached;
}

/** How many working days lie after `from`, up to and including `to`; 0 when `to` does not come after it. */
export function workingDaysBetween(calendar: AgencyCalendar, from: BangkokDay, to: BangkokDay): number {
  let counted = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) counted += 1;
  }
  return counted;
}
