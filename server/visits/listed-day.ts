import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import {
  addDays,
  monthName,
  parseBangkokDay,
  toBuddhistYear,
  toChristianYear,
  type BangkokDay,
} from "../kernel/thai-date.ts";
import type { Cell } from "../kernel/workbook.ts";

export const listedDayProblems = ["day_empty", "day_unreadable", "day_future"] as const;
export type ListedDayProblem = (typeof listedDayProblems)[number];

type ReadDay = Result<BangkokDay, { readonly kind: ListedDayProblem }>;

/** From this year on a year is of the Buddhist era; before it, of the Christian. No list reaches either border. */
const firstBuddhistYear = 2400;
const oldestYear = 2000;
/** Spreadsheets count days from here; the day 1900-02-29, which never was, is already in the count. */
const serialStart = "1899-12-30" as BangkokDay;
const largestSerial = 2_958_465;
/** How far back a year of two digits is looked for. */
const shortYearDays = 730;

/**
 * Reads the day of a visit out of a cell. Rules where it can be taken in two ways:
 *
 * - A year from 2400 on is of the Buddhist era, also where a spreadsheet took "21/11/2569" for a day of that year.
 * - With the year last ("21/11/2569", "-" and "." too) the day stands before the month, as Thais write; it is never
 *   turned round, so "11/21/2026" is refused. With the year first the month comes second ("2026-11-21", "25691121").
 * - A year of two digits is Buddhist 25xx or Christian 20xx, whichever makes a day of the last two years; else refused.
 * - Months may be written out or short, in Thai or English. A time after the day is read over.
 * - A number is a spreadsheet's count of days, or yyyyMMdd when it has eight digits.
 * - Days to come, days before 2000 and days that do not exist are refused.
 */
export function readListedDay(cell: Cell, today: BangkokDay): ReadDay {
  if (cell === null || cell === "") return refuse({ kind: "day_empty" });
  const day = dayOf(cell, today);
  if (day === null)
    return refuse({ kind: typeof cell === "string" && cell.trim() === "" ? "day_empty" : "day_unreadable" });
  return day > today ? refuse({ kind: "day_future" }) : ok(day);
}

function dayOf(cell: Exclude<Cell, null>, today: BangkokDay): BangkokDay | null {
  if (typeof cell === "boolean") return null;
  if (cell instanceof Date) return ofDate(cell);
  if (typeof cell === "number") return ofNumber(cell);
  const text = toAsciiDigits(cell.trim()).replace(/^'/, "");
  return /^\d+(\.\d+)?$/.test(text) && text.length !== 6 ? ofNumber(Number(text)) : ofText(text, today);
}

function ofDate(date: Date): BangkokDay | null {
  if (Number.isNaN(date.getTime())) return null;
  return made(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function ofNumber(number: number): BangkokDay | null {
  const whole = Math.floor(number);
  if (whole >= 1 && whole <= largestSerial)
    return ofDate(new Date(`${addDays(serialStart, whole)}T00:00:00Z`));
  const text = String(number);
  if (!/^\d{8}$/.test(text)) return null;
  return made(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
}

/** What may follow a day: a time of day, with "T", "น.", a zone or half of the day. */
const time = /[T ,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*(z|[+-]\d{2}:?\d{2}|น\.?|am|pm)?$/i;

function ofText(text: string, today: BangkokDay): BangkokDay | null {
  const bare = text.replace(time, "").trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  if (yearFirst) return made(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})[-/. ]+([^\d\s/-]+|\d{1,2})[-/. ]+(?:พ\.ศ\.|ค\.ศ\.)?\s*(\d{4}|\d{2})$/.exec(
    bare,
  );
  if (!yearLast) return null;
  const [, day = "", month = "", year = ""] = yearLast;
  const number = /^\d+$/.test(month) ? Number(month) : monthNumber(month);
  return year.length === 4
    ? made(Number(year), number, Number(day))
    : ofShortYear(Number(year), number, Number(day), today);
}

function ofShortYear(year: number, month: number, day: number, today: BangkokDay): BangkokDay | null {
  const earliest = addDays(today, -shortYearDays);
  const days = [made(2500 + year, month, day), made(2000 + year, month, day)];
  return days.find((each) => each !== null && each >= earliest && each <= today) ?? null;
}

/** The day of these numbers, the year of either era; null: there is none, or no list has it. */
function made(year: number, month: number, day: number): BangkokDay | null {
  const christian = year >= firstBuddhistYear ? toChristianYear(year) : year;
  if (christian < oldestYear || toBuddhistYear(christian) > 2700) return null;
  const pad = (number: number) => String(number).padStart(2, "0");
  const parsed = parseBangkokDay(`${christian}-${pad(month)}-${pad(day)}`);
  return parsed.ok ? parsed.value : null;
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** The number of a month's name; 0: it is none. */
function monthNumber(text: string): number {
  const name = bareMonth(text);
  const named = (month: number) =>
    (["th", "en"] as const).flatMap((language) => [
      bareMonth(monthName(month, language, "short")),
      bareMonth(monthName(month, language, "long")),
    ]);
  return months.find((month) => named(month).includes(name)) ?? 0;
}

function bareMonth(text: string): string {
  return text.replaceAll(".", "").toLowerCase();
}
