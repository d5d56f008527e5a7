import { readDigits } from "./digits.ts";
import type { Language } from "./language.ts";
import { ok, refuse, type Result } from "./result.ts";
import { monthName, toBuddhistYear, toChristianYear, type BangkokDay } from "./thai-date.ts";

/**
 * A birth date as it stands on the card: the year in the Buddhist era, month or day null where the card does not
 * know them. Never a JavaScript Date. A day is known only together with its month.
 */
export interface BirthDate {
  readonly yearBe: number;
  readonly month: number | null;
  readonly day: number | null;
}

export const birthDateParts = ["day", "month", "year"] as const;
export type BirthDatePart = (typeof birthDateParts)[number];

/** What a form sends; empty, "0" or "00" for day or month means: not known. */
export type BirthDateInput = Readonly<Record<BirthDatePart, string>>;

export type BirthDateRefusal =
  | { readonly kind: "birth_date_year_missing" }
  | { readonly kind: "birth_date_month_missing" }
  | {
      readonly kind: "birth_date_not_digits";
      readonly part: BirthDatePart;
      readonly seen: string;
      readonly digit: string | null;
    }
  /** The year is of the Christian era, or has not four digits; `suggestedBe` is the year probably meant. */
  | { readonly kind: "birth_date_year_not_buddhist"; readonly suggestedBe: number | null }
  | { readonly kind: "birth_date_impossible"; readonly part: "day" | "month" }
  | { readonly kind: "birth_date_future" }
  | { readonly kind: "birth_date_too_old"; readonly years: number };

export const oldestYears = 130;

/**
 * Reads a birth date from its three fields, Thai digits allowed. `today` is the day in Bangkok. Refuses a missing
 * year, a day without a month, characters that are no digits, a year of the Christian era (suggesting the Buddhist
 * one), days that do not exist (29 February is judged on the Christian year), the future, and more than 130 years.
 */
export function parseBirthDate(
  input: BirthDateInput,
  today: BangkokDay,
): Result<BirthDate, BirthDateRefusal> {
  const numbers: Record<BirthDatePart, number | null> = { day: null, month: null, year: null };
  for (const part of birthDateParts) {
    const read = readDigits(input[part]);
    if (!read.ok) return refuse({ ...read.refusal, kind: "birth_date_not_digits", part });
    numbers[part] = Number(read.value) || null;
  }
  const { day, month, year } = numbers;
  if (year === null) return refuse({ kind: "birth_date_year_missing" });
  if (day !== null && month === null) return refuse({ kind: "birth_date_month_missing" });
  return checkBirthDate({ yearBe: year, month, day }, today);
}

/** Judges a birth date made of numbers, by the same rules; every text form ends here. */
export function checkBirthDate(birth: BirthDate, today: BangkokDay): Result<BirthDate, BirthDateRefusal> {
  const { yearBe, month, day } = birth;
  const thisYear = Number(today.slice(0, 4));
  if (yearBe < toBuddhistYear(thisYear) - 2 * oldestYears || yearBe > 9999) {
    const christian = yearBe > thisYear - oldestYears && yearBe <= thisYear;
    return refuse({
      kind: "birth_date_year_not_buddhist",
      suggestedBe: christian ? toBuddhistYear(yearBe) : null,
    });
  }
  if (month !== null && month > 12) return refuse({ kind: "birth_date_impossible", part: "month" });
  if (month !== null && day !== null && day > lastDay(yearBe, month)) {
    return refuse({ kind: "birth_date_impossible", part: "day" });
  }
  if (earliestDay(birth) > today) return refuse({ kind: "birth_date_future" });
  if (toChristianYear(yearBe) < thisYear - oldestYears) {
    return refuse({ kind: "birth_date_too_old", years: oldestYears });
  }
  return ok(birth);
}

/** yyyyMMdd in the Buddhist era with 00 for what is not known: how the card, its registry and agents write it. */
export function toCardText(birth: BirthDate): string {
  const two = (part: number | null) => String(part ?? 0).padStart(2, "0");
  return `${birth.yearBe}${two(birth.month)}${two(birth.day)}`;
}

/** Reads what `toCardText` wrote, by the rules of `parseBirthDate`; another shape counts as a missing year. */
export function parseCardText(text: string, today: BangkokDay): Result<BirthDate, BirthDateRefusal> {
  if (!/^\d{8}$/.test(text)) return refuse({ kind: "birth_date_year_missing" });
  return parseBirthDate({ year: text.slice(0, 4), month: text.slice(4, 6), day: text.slice(6) }, today);
}

/** "21 พ.ย. 2502", "พ.ย. 2502" or "2502"; in English with the Christian year. */
export function formatBirthDate(birth: BirthDate, language: Language): string {
  const year = language === "th" ? birth.yearBe : toChristianYear(birth.yearBe);
  const month = birth.month === null ? null : monthName(birth.month, language, "short");
  return [birth.day, month, year].filter((part) => part !== null).join(" ");
}

/** True when the person has not reached that age by `today`, whatever the unknown parts turn out to be. */
export function isSurelyYoungerThan(years: number, birth: BirthDate, today: BangkokDay): boolean {
  const earliest = earliestDay(birth);
  const reached = `${String(Number(earliest.slice(0, 4)) + years).padStart(4, "0")}${earliest.slice(4)}`;
  return reached > today;
}

/** The earliest day the birth may have been, as YYYY-MM-DD text that sorts. */
function earliestDay({ yearBe, month, day }: BirthDate): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${toChristianYear(yearBe)}-${two(month ?? 1)}-${two(day ?? 1)}`;
}

/**
 * The Thai year began in April until 2483, so January to March of the years before stand on cards one Buddhist
 * year lower than the plain sum says: 29 February is then taken when either reading is a leap year.
 */
function lastDay(yearBe: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const years =
    yearBe <= 2483 ? [toChristianYear(yearBe), toChristianYear(yearBe) + 1] : [toChristianYear(yearBe)];
  return years.some((year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : 28;
}
