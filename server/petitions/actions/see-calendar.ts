import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay, toBuddhistYear, toChristianYear, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { daysOfYear, missingHolidays, type CalendarDay } from "../calendar-year.ts";
import type { OfficeHours } from "../office-hours.ts";
import { findOwnCalendar } from "../store/calendar.ts";

/** A year of an agency's calendar. */
export interface CalendarYear {
  readonly yearBe: number;
  /** The years that may be looked at. */
  readonly years: readonly number[];
  readonly hours: OfficeHours;
  readonly days: readonly CalendarDay[];
  /** Announced holidays that are to be entered yet. */
  readonly missing: readonly string[];
  readonly today: BangkokDay;
}

/** The days of a year on which the staff's own agency differs; another year than around this one answers this one. */
export async function seeCalendar(
  ports: Ports,
  actor: Staff,
  input: { readonly yearBe: number | null },
): Promise<CalendarYear> {
  const today = bangkokDay(ports.clock.now());
  const thisYear = toBuddhistYear(Number(today.slice(0, 4)));
  const years = [thisYear - 1, thisYear, thisYear + 1, thisYear + 2];
  const yearBe = input.yearBe !== null && years.includes(input.yearBe) ? input.yearBe : thisYear;
  const middle = `${toChristianYear(yearBe)}-07-01` as BangkokDay;
  const own = await ports.db.as(actor, (tx) => findOwnCalendar(tx, actor.agencyId, middle));
  return {
    yearBe,
    years,
    hours: own.hours,
    days: daysOfYear(own, yearBe),
    missing: missingHolidays(own, yearBe),
    today,
  };
}
