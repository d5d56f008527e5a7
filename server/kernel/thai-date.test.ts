import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  bangkokDay,
  daysOfMonth,
  endOfBangkokDay,
  formatDay,
  formatLongDay,
  formatLongMoment,
  formatMoment,
  formatMonth,
  monthOf,
  parseBangkokDay,
  parseBangkokMonth,
  startOfBangkokDay,
  toBuddhistYear,
  toChristianYear,
  type BangkokDay,
} from "./thai-date.ts";

const moments = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2200-01-01T00:00:00Z"),
  noInvalidDate: true,
});

test("turns the day at midnight in Bangkok, whatever zone the machine is in", () => {
  expect(bangkokDay(new Date("2026-11-20T16:59:59.999Z"))).toBe("2026-11-20");
  expect(bangkokDay(new Date("2026-11-20T17:00:00.000Z"))).toBe("2026-11-21");
});

test("holds every moment between the first and the last instant of its own day", () => {
  fc.assert(
    fc.property(moments, (moment) => {
      const day = bangkokDay(moment);
      expect(startOfBangkokDay(day).getTime()).toBeLessThanOrEqual(moment.getTime());
      expect(endOfBangkokDay(day).getTime()).toBeGreaterThanOrEqual(moment.getTime());
      expect(endOfBangkokDay(day).getTime() + 1).toBe(startOfBangkokDay(addDays(day, 1)).getTime());
    }),
    { numRuns: 1000 },
  );
});

test("agrees with the platform's own Thai calendar", () => {
  const calendar = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", {
    timeZone: "Asia/Bangkok",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  fc.assert(
    fc.property(moments, (moment) => {
      fc.pre(moment.getUTCFullYear() > 1940);
      expect(formatDay(bangkokDay(moment), "th")).toBe(calendar.format(moment));
    }),
    { numRuns: 300 },
  );
});

test("writes days, times and months as the voice of Pratu has them", () => {
  const moment = new Date("2026-11-21T07:05:00Z");
  expect(formatLongDay(bangkokDay(moment), "th")).toBe("21 พฤศจิกายน 2569");
  expect(formatLongDay(bangkokDay(moment), "en")).toBe("21 November 2026");
  expect(formatDay(bangkokDay(moment), "th")).toBe("21 พ.ย. 2569");
  expect(formatDay(bangkokDay(moment), "en")).toBe("21 Nov 2026");
  expect(formatMoment(moment, "th")).toBe("21 พ.ย. 2569 14:05 น.");
  expect(formatMoment(moment, "en")).toBe("21 Nov 2026 14:05");
  expect(formatMonth(monthOf(bangkokDay(moment)), "th")).toBe("พฤศจิกายน 2569");
  expect(formatMonth(monthOf(bangkokDay(moment)), "en")).toBe("November 2026");
});

test("changes eras there and back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2400, max: 2700 }),
      (year) => toBuddhistYear(toChristianYear(year)) === year,
    ),
  );
});

test("reads only days that exist", () => {
  expect(parseBangkokDay("2028-02-29").ok).toBe(true);
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "21/11/2569", "", "2026-11-21T00:00"]) {
    expect(parseBangkokDay(text).ok, text).toBe(false);
  }
  expect(parseBangkokMonth("2026-11").ok).toBe(true);
  expect(parseBangkokMonth("2026-13").ok).toBe(false);
});

test("knows the days of a month, leap years too", () => {
  const days = (text: string) => daysOfMonth(monthOf(text as BangkokDay));
  expect(days("2026-02-10")).toEqual({ first: "2026-02-01", last: "2026-02-28" });
  expect(days("2028-02-10")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
  expect(days("2026-12-31")).toEqual({ first: "2026-12-01", last: "2026-12-31" });
});

test("a letter says a moment with the month in full", () => {
  const at = new Date("2026-11-22T00:33:00Z");
  expect([formatLongMoment(at, "th"), formatLongMoment(at, "en")]).toEqual([
    "22 พฤศจิกายน 2569 07:33 น.",
    "22 November 2026 07:33",
  ]);
});
