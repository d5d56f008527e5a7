import { bangkokDay, startOfBangkokDay } from "../kernel/thai-date.ts";
import { isWorkingDay, nextWorkingDay, type AgencyCalendar } from "./agency-calendar.ts";

const minuteMs = 60_000;

/**
 * When what entered the system at `enteredAt` counts as received by law: that moment inside office hours (opening
 * included, closing not), else the next opening: the same day's before it opens, otherwise the next working day's.
 * Source: Electronic Official Performance Act 2565, s. 10.
 */
export function deemedReceipt(calendar: AgencyCalendar, enteredAt: Date): Date {
  const day = bangkokDay(enteredAt);
  const { opensMinute } = calendar.hours;
  const closesMinute = calendar.days.get(day)?.closesMinute ?? calendar.hours.closesMinute;
  const openingOf = (opened: typeof day) =>
    new Date(startOfBangkokDay(opened).getTime() + opensMinute * minuteMs);
  const closing = startOfBangkokDay(day).getTime() + closesMinute * minuteMs;
  if (!isWorkingDay(calendar, day) || enteredAt.getTime() >= closing) {
    return openingOf(nextWorkingDay(calendar, day));
  }
  const opening = openingOf(day);
  return enteredAt < opening ? opening : enteredAt;
}
