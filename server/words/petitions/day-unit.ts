import type { DayUnit } from "../../petitions/deadline.ts";

/** What the days of a promise are called in Thai: working days, or any. */
export const dayUnitTh: Readonly<Record<DayUnit, string>> = { working: "วันทำการ", calendar: "วัน" };

/** "3 working days", "1 day": so many days of a promise in English. */
export function countedDaysEn(days: number, unit: DayUnit): string {
  const kind = unit === "working" ? "working day" : "day";
  return `${days} ${kind}${days === 1 ? "" : "s"}`;
}
