import type { Language } from "../kernel/language.ts";
import { bangkokDay, formatDay, formatTime } from "../kernel/thai-date.ts";
import { unbroken } from "./unbroken.ts";

const minuteMs = 60_000;

/** The first whole minute at which something may be tried again: a time that is shown is never too early. */
export function sayNotBefore(until: Date, language: Language): string {
  const shown = new Date(Math.ceil(until.getTime() / minuteMs) * minuteMs);
  return `${unbroken(formatDay(bangkokDay(shown), language))} ${unbroken(formatTime(shown, language))}`;
}
