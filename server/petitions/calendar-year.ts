import { toChristianYear, type BangkokDay } from "../kernel/thai-date.ts";
import type { OwnCalendar } from "./calendar-around.ts";
import { kindOfOwnDay, type OwnDayKind } from "./calendar-change.ts";
import { holidaysOf } from "./substitute-holiday.ts";
import { announcedYearsBe, plainHolidays } from "./thai-holidays.ts";

/** A day of a year on which an agency differs from its weekdays, and where that comes from. */
export interface CalendarDay {
  readonly day: BangkokDay;
  readonly nameTh: string;
  readonly kind: OwnDayKind | "thai" | "substitute";
  /** When a half day closes, in minutes from midnight. */
  readonly closesMinute: number | null;
  /** True: the agency set it itself and may clear it. */
  readonly isOwn: boolean;
  /** The Thai holiday that an own day stands in place of; null: there is none. */
  readonly overHoliday: string | null;
}

/** The holidays that are announced by the moon each year, as an agency enters them until they are known here. */
export const announcedNames = ["วันมาฆบูชา", "วันวิสาขบูชา", "วันอาสาฬหบูชา", "วันเข้าพรรษา"] as const;

/** The days of a year of the Buddhist era that differ, in order: Thai holidays with substitutes, and the agency's own. */
export function daysOfYear({ hours, own }: OwnCalendar, yearBe: number): readonly CalendarDay[] {
  const year = String(toChristianYear(yearBe));
  const holidays = holidaysOf(yearBe, hours.weekdays);
  const thai = holidays.map(({ day, nameTh, kind }): CalendarDay => {
    const of = kind === "substitute" ? "substitute" : "thai";
    return { day, nameTh, kind: of, closesMinute: null, isOwn: false, overHoliday: null };
  });
  const days = new Map(thai.map((one) => [one.day, one]));
  for (const one of own.filter(({ day }) => day.startsWith(year))) {
    days.set(one.day, {
      day: one.day,
      nameTh: one.nameTh,
      kind: kindOfOwnDay(one),
      closesMinute: one.closesMinute ?? null,
      isOwn: true,
      overHoliday: days.get(one.day)?.nameTh ?? null,
    });
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The announced holidays of a year that are neither known here nor entered by the agency. */
export function missingHolidays({ own }: OwnCalendar, yearBe: number): readonly string[] {
  if (announcedYearsBe.includes(yearBe)) return [];
  const year = String(toChristianYear(yearBe));
  const names = [...plainHolidays(yearBe), ...own.filter(({ day }) => day.startsWith(year))];
  return announcedNames.filter((name) => !names.some(({ nameTh }) => nameTh.includes(name)));
}
