import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { codesOf, hoursShown, trendOf, type DayTally } from "./day-tally.ts";

const tally = (day: string, ways: DayTally["ways"]): DayTally => ({
  agencyId: "a",
  day: day as BangkokDay,
  ways,
  cancelled: 0,
  drafts: 0,
  scans: 0,
  scansRefused: 0,
});

test("a trend holds thirty days up to today, those without codes too", () => {
  const trend = trendOf(
    [tally("2026-11-21", { card: 2, line_qr: 3 }), tally("2026-10-23", { api: 1 })],
    "2026-11-21" as BangkokDay,
  );
  expect(trend).toHaveLength(30);
  expect([trend[0], trend.at(-1)]).toEqual([
    { day: "2026-10-23", codes: 1 },
    { day: "2026-11-21", codes: 5 },
  ]);
  expect(trend.reduce((sum, { codes }) => sum + codes, 0)).toBe(6);
});

test("several facilities of one day are added up", () => {
  const day = "2026-11-21" as BangkokDay;
  expect(trendOf([tally(day, { card: 2 }), tally(day, { card: 5 })], day).at(-1)?.codes).toBe(7);
  expect(codesOf(tally(day, {}))).toBe(0);
});

test("the hours of a day reach as far as its codes", () => {
  expect(hoursShown([])).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  const counts = [
    { hour: 5, way: "card", codes: 1 },
    { hour: 21, way: "slip", codes: 1 },
  ] as const;
  expect([hoursShown(counts)[0], hoursShown(counts).at(-1)]).toEqual([5, 21]);
});
