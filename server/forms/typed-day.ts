import { readDigits, toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { parseBangkokDay, toBuddhistYear, toChristianYear, type BangkokDay } from "../kernel/thai-date.ts";
import type { DateLimit } from "./field.ts";

/** A day as a form sends it, the year in the Buddhist era. */
export type TypedDay = Readonly<Record<"day" | "month" | "year", string>>;

export type DayRefusal =
  | { readonly kind: "date_missing_part" }
  | { readonly kind: "date_not_digits" }
  /** The year is of the Christian era, or no year at all; `suggestedBe` is the one probably meant. */
  | { readonly kind: "date_year_not_buddhist"; readonly suggestedBe: number | null }
  | { readonly kind: "date_impossible" }
  | { readonly kind: "date_future" }
  | { readonly kind: "date_past" };

const firstYearBe = 2400;
const lastYearBe = 2700;

/**
 * Reads a day typed in three parts, Thai digits allowed. Refuses a missing part, what is no digit, a year of the
 * Christian era (suggesting the Buddhist one), days that do not exist, and the wrong side of `today`.
 */
export function readTypedDay(
  { day, month, year }: TypedDay,
  limit: DateLimit,
  today: BangkokDay,
): Result<BangkokDay, DayRefusal> {
  const numbers: number[] = [];
  for (const part of [day, month, year]) {
    const read = readDigits(part);
    if (!read.ok || read.value.length > 4) return refuse({ kind: "date_not_digits" });
    if (read.value === "") return refuse({ kind: "date_missing_part" });
    numbers.push(Number(read.value));
  }
  const [inMonth = 0, inYear = 0, yearBe = 0] = numbers;
  if (yearBe < firstYearBe || yearBe > lastYearBe) {
    const christian = toBuddhistYear(yearBe) >= firstYearBe && toBuddhistYear(yearBe) <= lastYearBe;
    return refuse({ kind: "date_year_not_buddhist", suggestedBe: christian ? toBuddhistYear(yearBe) : null });
  }
  const two = (part: number) => String(part).padStart(2, "0");
  const read = parseBangkokDay(`${toChristianYear(yearBe)}-${two(inYear)}-${two(inMonth)}`);
  if (!read.ok) return refuse({ kind: "date_impossible" });
  if (limit === "past" && read.value > today) return refuse({ kind: "date_future" });
  return limit === "future" && read.value < today ? refuse({ kind: "date_past" }) : ok(read.value);
}

/** A day as a form shows it again, the year in the Buddhist era. */
export function typedOfDay(at: BangkokDay): TypedDay {
  const [year = "", month = "", day = ""] = at.split("-");
  return {
    day: String(Number(day)),
    month: String(Number(month)),
    year: String(toBuddhistYear(Number(year))),
  };
}

/** A day of which nothing is typed yet. */
export const noDay: TypedDay = { day: "", month: "", year: "" };

/** Reads "8:30", "08.30" or "๐๘.๓๐ น." as "08:30"; refuses what is no time of a day. */
export function readTypedTime(text: string): Result<string, { readonly kind: "time_shape" }> {
  const tidy = toAsciiDigits(text)
    .replace(/น\.?\s*$/, "")
    .trim();
  const [, hour = "", minute = ""] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(tidy) ?? [];
  return hour === "" ? refuse({ kind: "time_shape" }) : ok(`${hour.padStart(2, "0")}:${minute}`);
}
