import { addDays, toChristianYear, type BangkokDay } from "../kernel/thai-date.ts";
import { plainHolidays, type Holiday } from "./thai-holidays.ts";
import { weekdayOf } from "./weekday.ts";

/**
 * The substitute holidays (วันหยุดชดเชย) of a list: a holiday on a weekly closing day is made up for on the next working
 * day, and holidays that would be made up for on the same day share it, so that a run gets one day at most. What the
 * cabinet added specially is not made up for. Source: the cabinet's resolutions of 1 May 2544 (นร 0205/ว 83) and
 * 3 February 2547 (นร 0504/ว 38). `weekdays` are the working ones, as ISO numbers.
 */
export function substitutesOf(holidays: readonly Holiday[], weekdays: readonly number[]): readonly Holiday[] {
  const taken = new Set(holidays.map(({ day }) => day));
  const made = new Map<BangkokDay, Holiday>();
  for (const holiday of holidays) {
    if (holiday.kind === "special" || weekdays.includes(weekdayOf(holiday.day))) continue;
    const day = nextFree(holiday.day, taken, weekdays);
    const first = made.get(day);
    if (first === undefined) made.set(day, substituteOf(holiday, day));
    else if (first.nameTh !== `ชดเชย${holiday.nameTh}`) made.set(day, joined(first, holiday));
  }
  return [...made.values()];
}

/**
 * Every known holiday of a year of the Buddhist era with its substitutes, in order, for an agency that works on
 * `weekdays`: what its calendar is filled with. A substitute may be due to the end of the year before.
 */
export function holidaysOf(yearBe: number, weekdays: readonly number[]): readonly Holiday[] {
  const around = [yearBe - 1, yearBe, yearBe + 1].flatMap((year) => plainHolidays(year));
  const year = String(toChristianYear(yearBe));
  return [...around, ...substitutesOf(around, weekdays)]
    .filter(({ day }) => day.startsWith(year))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

function nextFree(from: BangkokDay, taken: ReadonlySet<BangkokDay>, weekdays: readonly number[]): BangkokDay {
  if (weekdays.length === 0) throw new RangeError("an agency that never works has no substitute holidays");
  let day = addDays(from, 1);
  while (taken.has(day) || !weekdays.includes(weekdayOf(day))) day = addDays(day, 1);
  return day;
}

function substituteOf({ nameTh, nameEn }: Holiday, day: BangkokDay): Holiday {
  return { day, kind: "substitute", nameTh: `ชดเชย${nameTh}`, nameEn: `${nameEn} (in lieu)` };
}

function joined(first: Holiday, other: Holiday): Holiday {
  const nameEn = first.nameEn.replace(" (in lieu)", ` and ${other.nameEn} (in lieu)`);
  return { ...first, nameTh: `${first.nameTh}และ${other.nameTh}`, nameEn };
}
