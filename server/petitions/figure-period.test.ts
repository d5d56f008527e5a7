import { expect, test } from "vitest";
import type { BangkokDay, BangkokMonth } from "../kernel/thai-date.ts";
import { addMonths, monthsOf } from "./figure-period.ts";

const day = (text: string) => text as BangkokDay;

test("a fiscal year begins in October, and months to come are not in it", () => {
  expect(monthsOf("this_fiscal_year", day("2026-11-21"))).toEqual(["2026-10", "2026-11"]);
  expect(monthsOf("this_fiscal_year", day("2026-09-30")).at(0)).toBe("2025-10");
  const last = monthsOf("last_fiscal_year", day("2026-11-21"));
  expect([last.length, last[0], last.at(-1)]).toEqual([12, "2025-10", "2026-09"]);
});

test("spans end in the month of today", () => {
  expect(monthsOf("this_month", day("2027-01-01"))).toEqual(["2027-01"]);
  expect(monthsOf("three_months", day("2027-01-31"))).toEqual(["2026-11", "2026-12", "2027-01"]);
  expect(monthsOf("twelve_months", day("2026-12-31"))).toHaveLength(12);
});

test("months go over the year's end both ways", () => {
  expect(addMonths("2026-12" as BangkokMonth, 1)).toBe("2027-01");
  expect(addMonths("2026-01" as BangkokMonth, -13)).toBe("2024-12");
});
