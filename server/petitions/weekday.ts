import type { BangkokDay } from "../kernel/thai-date.ts";

/** The ISO number of a day's weekday: 1 Monday to 7 Sunday. */
export function weekdayOf(day: BangkokDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
