import type { Language } from "../kernel/language.ts";
import { formatMoment } from "../kernel/thai-date.ts";

const minuteMs = 60_000;

/** The first whole minute at which something may be tried again: a time that is shown is never too early. */
export function sayNotBefore(until: Date, language: Language): string {
  return formatMoment(new Date(Math.ceil(until.getTime() / minuteMs) * minuteMs), language);
}
