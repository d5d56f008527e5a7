import { monthOf, type BangkokDay, type BangkokMonth } from "../kernel/thai-date.ts";

/** Spans an executive looks at; the fiscal year of the state runs from October to September. */
export const figurePeriods = [
  "this_month",
  "three_months",
  "twelve_months",
  "this_fiscal_year",
  "last_fiscal_year",
] as const;
export type FigurePeriod = (typeof figurePeriods)[number];

/** What figures are asked for. */
export interface FigureFilter {
  readonly period: FigurePeriod;
  /** Null: every service. */
  readonly serviceId: string | null;
}

/** The month so many months later; a negative number goes back. */
export function addMonths(month: BangkokMonth, months: number): BangkokMonth {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + (number - 1) + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}` as BangkokMonth;
}

/** The months of a period as it lies on `today`, oldest first; months to come are not among them. */
export function monthsOf(period: FigurePeriod, today: BangkokDay): readonly BangkokMonth[] {
  const now = monthOf(today);
  const start = fiscalStart(now);
  switch (period) {
    case "this_month":
      return [now];
    case "three_months":
      return monthsFrom(addMonths(now, -2), now);
    case "twelve_months":
      return monthsFrom(addMonths(now, -11), now);
    case "this_fiscal_year":
      return monthsFrom(start, now);
    case "last_fiscal_year":
      return monthsFrom(addMonths(start, -12), addMonths(start, -1));
  }
}

/** Every month from one to another, both among them. */
export function monthsFrom(first: BangkokMonth, last: BangkokMonth): readonly BangkokMonth[] {
  const months: BangkokMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

function fiscalStart(month: BangkokMonth): BangkokMonth {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return `${number >= 10 ? year : year - 1}-10` as BangkokMonth;
}
