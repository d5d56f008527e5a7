import { parseBangkokDay, toChristianYear, type BangkokDay } from "../kernel/thai-date.ts";

/**
 * `fixed`: the same day each year; `announced`: by the lunar calendar, known when the year's list is; `special`: added by
 * the cabinet for one year, never substituted; `substitute`: a working day given for a holiday on a closing day.
 */
export const holidayKinds = ["fixed", "announced", "special", "substitute"] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export interface Holiday {
  readonly day: BangkokDay;
  readonly kind: HolidayKind;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** The years of the Buddhist era an agency's calendar is filled for. */
export const holidayYearsBe = [2568, 2569, 2570, 2571] as const;

/** Month and day of what returns each year. */
const fixed: readonly (readonly [string, string, string])[] = [
  ["01-01", "วันขึ้นปีใหม่", "New Year's Day"],
  ["04-06", "วันจักรี", "Chakri Memorial Day"],
  ["04-13", "วันสงกรานต์", "Songkran Festival"],
  ["04-14", "วันสงกรานต์", "Songkran Festival"],
  ["04-15", "วันสงกรานต์", "Songkran Festival"],
  ["05-04", "วันฉัตรมงคล", "Coronation Day"],
  ["06-03", "วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี", "H.M. the Queen's Birthday"],
  ["07-28", "วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว", "H.M. the King's Birthday"],
  ["08-12", "วันแม่แห่งชาติ", "National Mother's Day"],
  ["10-13", "วันนวมินทรมหาราช", "King Bhumibol Memorial Day"],
  ["10-23", "วันปิยมหาราช", "King Chulalongkorn Day"],
  ["12-05", "วันพ่อแห่งชาติ", "National Father's Day"],
  ["12-10", "วันรัฐธรรมนูญ", "Constitution Day"],
  ["12-31", "วันสิ้นปี", "New Year's Eve"],
];

/**
 * What was announced for single years. Only what could be read in a source stands here: the lunar days of 2570 and 2571,
 * and Royal Ploughing Day after 2568, are entered by each agency once the cabinet secretariat's list is out.
 */
const announced: readonly (readonly [string, HolidayKind, string, string])[] = [
  ["2025-02-12", "announced", "วันมาฆบูชา", "Makha Bucha Day"],
  ["2025-05-09", "announced", "วันพืชมงคล", "Royal Ploughing Day"],
  ["2025-05-11", "announced", "วันวิสาขบูชา", "Visakha Bucha Day"],
  // The cabinet's resolution of 12 November 2567 gave this one and the next two that are special.
  ["2025-06-02", "special", "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", "Special holiday"],
  ["2025-07-10", "announced", "วันอาสาฬหบูชา", "Asanha Bucha Day"],
  ["2025-07-11", "announced", "วันเข้าพรรษา", "Buddhist Lent Day"],
  ["2025-08-11", "special", "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", "Special holiday"],
  ["2026-01-02", "special", "วันหยุดราชการเพิ่มเป็นกรณีพิเศษ", "Special holiday"],
  ["2026-03-03", "announced", "วันมาฆบูชา", "Makha Bucha Day"],
  ["2026-05-31", "announced", "วันวิสาขบูชา", "Visakha Bucha Day"],
  ["2026-07-29", "announced", "วันอาสาฬหบูชา", "Asanha Bucha Day"],
  ["2026-07-30", "announced", "วันเข้าพรรษา", "Buddhist Lent Day"],
];

/** The lunar days are known for these years; for another, an agency is reminded to enter them. */
export const announcedYearsBe: readonly number[] = [2568, 2569];

/** The holidays of a year of the Buddhist era as far as they are known, without substitutes, in order. */
export function plainHolidays(yearBe: number): readonly Holiday[] {
  const year = String(toChristianYear(yearBe));
  const returning = fixed.map(([day, nameTh, nameEn]) => holiday(`${year}-${day}`, "fixed", nameTh, nameEn));
  const single = announced
    .filter(([day]) => day.startsWith(year))
    .map(([day, kind, nameTh, nameEn]) => holiday(day, kind, nameTh, nameEn));
  return [...returning, ...single].sort((one, other) => (one.day < other.day ? -1 : 1));
}

function holiday(text: string, kind: HolidayKind, nameTh: string, nameEn: string): Holiday {
  const day = parseBangkokDay(text);
  if (!day.ok) throw new RangeError(`${text} is no day`);
  return { day: day.value, kind, nameTh, nameEn };
}
