import type { Language } from "./language.ts";
import { ok, refuse, type Result } from "./result.ts";

declare const checked: unique symbol;

/** A calendar day in Bangkok, "YYYY-MM-DD" in the Christian era, as data are kept. Sorts as text. */
export type BangkokDay = string & { readonly [checked]: "bangkok day" };

/** A calendar month in Bangkok, "YYYY-MM" in the Christian era. */
export type BangkokMonth = string & { readonly [checked]: "bangkok month" };

/** Bangkok is seven hours ahead of UTC the whole year. */
const offsetMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const buddhistYears = 543;

const monthNames = {
  th: {
    short: "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(" "),
    long: "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(" "),
  },
  en: {
    short: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
    long: "January February March April May June July August September October November December".split(" "),
  },
} satisfies Record<Language, { short: string[]; long: string[] }>;

/** The year of the Buddhist era, as Thais write it: 2026 → 2569. */
export function toBuddhistYear(christianYear: number): number {
  return christianYear + buddhistYears;
}

/** The year of the Christian era, as data and the calendar count it: 2569 → 2026. */
export function toChristianYear(buddhistYear: number): number {
  return buddhistYear - buddhistYears;
}

/** The day it is in Bangkok at `now`. */
export function bangkokDay(now: Date): BangkokDay {
  return new Date(now.getTime() + offsetMs).toISOString().slice(0, 10) as BangkokDay;
}

/** Reads "YYYY-MM-DD" (Christian era); refuses another shape and days that do not exist. */
export function parseBangkokDay(text: string): Result<BangkokDay, { readonly kind: "day_invalid" }> {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  const exists = day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return exists ? ok(text as BangkokDay) : refuse({ kind: "day_invalid" });
}

/** The first instant of the day: midnight in Bangkok. */
export function startOfBangkokDay(day: BangkokDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs);
}

/** The last millisecond of the day. What is good for the day is good up to and including it. */
export function endOfBangkokDay(day: BangkokDay): Date {
  return new Date(startOfBangkokDay(day).getTime() + dayMs - 1);
}

/** The day so many days later; a negative number goes back. */
export function addDays(day: BangkokDay, days: number): BangkokDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as BangkokDay;
}

/** How many days lie from one day to another; negative when the other is earlier. */
export function daysBetween(from: BangkokDay, to: BangkokDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** The month a day lies in. */
export function monthOf(day: BangkokDay): BangkokMonth {
  return day.slice(0, 7) as BangkokMonth;
}

/** Reads "YYYY-MM" (Christian era), as links between months of a history carry it. */
export function parseBangkokMonth(text: string): Result<BangkokMonth, { readonly kind: "month_invalid" }> {
  return parseBangkokDay(`${text}-01`).ok ? ok(text as BangkokMonth) : refuse({ kind: "month_invalid" });
}

/** First and last day of a month. */
export function daysOfMonth(month: BangkokMonth): { readonly first: BangkokDay; readonly last: BangkokDay } {
  const first = `${month}-01` as BangkokDay;
  return { first, last: addDays(`${monthOf(addDays(first, 31))}-01` as BangkokDay, -1) };
}

/** "21 พ.ย. 2569" or "21 Nov 2026". */
export function formatDay(day: BangkokDay, language: Language): string {
  const [year, month, dayOfMonth] = partsOf(day);
  return `${dayOfMonth} ${monthName(month, language, "short")} ${yearIn(year, language)}`;
}

/** "21 พฤศจิกายน 2569" or "21 November 2026", as letters are dated. */
export function formatLongDay(day: BangkokDay, language: Language): string {
  const [year, month, dayOfMonth] = partsOf(day);
  return `${dayOfMonth} ${monthName(month, language, "long")} ${yearIn(year, language)}`;
}

/** "14:05 น." or "14:05", Bangkok time. */
export function formatTime(at: Date, language: Language): string {
  const clock = new Date(at.getTime() + offsetMs).toISOString().slice(11, 16);
  return language === "th" ? `${clock} น.` : clock;
}

/** "2026-11-21T14:05:09": Bangkok time as machines of hospitals write it, without an offset. */
export function bangkokTimestamp(at: Date): string {
  return new Date(at.getTime() + offsetMs).toISOString().slice(0, 19);
}

/** "21 พ.ย. 2569 14:05 น." or "21 Nov 2026 14:05", Bangkok time. */
export function formatMoment(at: Date, language: Language): string {
  return `${formatDay(bangkokDay(at), language)} ${formatTime(at, language)}`;
}

/** The same with the month in full, as letters say it: "21 พฤศจิกายน 2569 14:05 น.". */
export function formatLongMoment(at: Date, language: Language): string {
  return `${formatLongDay(bangkokDay(at), language)} ${formatTime(at, language)}`;
}

/** The heading of a month in a history: "พฤศจิกายน 2569" or "November 2026". */
export function formatMonth(month: BangkokMonth, language: Language): string {
  const [year, number] = partsOf(month);
  return `${monthName(number, language, "long")} ${yearIn(year, language)}`;
}

/** The name of month 1–12: "พ.ย." or "Nov"; long: "พฤศจิกายน" or "November". */
export function monthName(month: number, language: Language, length: "short" | "long"): string {
  const name = monthNames[language][length][month - 1];
  if (name === undefined) throw new RangeError(`no month ${month}`);
  return name;
}

function yearIn(year: number, language: Language): number {
  return language === "th" ? toBuddhistYear(year) : year;
}

function partsOf(text: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return [year, month, day];
}
