import { addDays, toBuddhistYear, type BangkokDay } from "../kernel/thai-date.ts";
import { agencyCalendar, type AgencyCalendar, type AgencyDay } from "./agency-calendar.ts";
import type { OfficeHours } from "./office-hours.ts";
import { holidaysOf } from "./substitute-holiday.ts";

/** As far before and after a day as any promise and pause goes. */
const reachDays = 800;

/** What an agency set of its calendar: hours, and the days that are its own. */
export interface OwnCalendar {
  readonly hours: OfficeHours;
  readonly own: readonly AgencyDay[];
}

/** The first and the last day of the calendar around a day: two years before it to two after. */
export function reachAround(around: BangkokDay): readonly [from: BangkokDay, until: BangkokDay] {
  return [addDays(around, -reachDays), addDays(around, reachDays)];
}

/** An agency's calendar around a day: its hours, Thai holidays as they are known, and its own days, which win. */
export function calendarAround({ hours, own }: OwnCalendar, around: BangkokDay): AgencyCalendar {
  const [from, until] = reachAround(around).map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: until - from + 1 }, (_, at) => toBuddhistYear(from + at));
  return agencyCalendar(
    hours,
    years.flatMap((yearBe) => holidaysOf(yearBe, hours.weekdays)),
    own,
  );
}
