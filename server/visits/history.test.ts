import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type BangkokDay } from "../kernel/thai-date.ts";
import { byMonth, monthsBetween } from "./history.ts";

const day = (text: string) => text as BangkokDay;
const days = fc.integer({ min: 0, max: 3_000 }).map((after) => addDays(day("2024-02-28"), after));

test("lists the months from the first day to the last, latest first", () => {
  expect(monthsBetween(day("2026-11-30"), day("2027-02-01"), 60)).toEqual([
    "2027-02",
    "2027-01",
    "2026-12",
    "2026-11",
  ]);
});

test("lists no more months than asked for, each once", () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 40 }), (one, other, limit) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const months = monthsBetween(first, last, limit);
      expect(months.length).toBeLessThanOrEqual(limit);
      expect(new Set(months).size).toBe(months.length);
      expect(months[0]).toBe(last.slice(0, 7));
    }),
  );
});

test("puts each thing under its month and keeps the order", () => {
  const things = ["2026-12-02", "2026-12-01", "2026-11-30"].map((text) => ({ day: day(text) }));
  const groups = byMonth(things);
  expect(groups.map((group) => group.month)).toEqual(["2026-12", "2026-11"]);
  expect(groups.flatMap((group) => group.things)).toEqual(things);
});
