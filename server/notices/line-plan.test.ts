import { expect, test } from "vitest";
import { isOfMonth, isPlanOut, planForecast, planWarning } from "./line-plan.ts";

const reading = (readAt: string, used: number, allowed: number | null = 1000) => ({
  readAt: new Date(readAt),
  allowed,
  used,
  warnedPercent: 0,
});

test("warns at eighty and at ninety-five percent, the higher one alone, and never of a plan without a limit", () => {
  expect([799, 800, 949, 950, 1000].map((used) => planWarning({ allowed: 1000, used }))).toEqual([
    null,
    80,
    80,
    95,
    95,
  ]);
  expect(planWarning({ allowed: null, used: 1_000_000 })).toBeNull();
  expect(planWarning({ allowed: 0, used: 0 })).toBe(95);
});

test("a plan is out in the month it was used up in, which begins two hours before Bangkok's", () => {
  const out = reading("2026-11-30T12:00:00+07:00", 1000);
  expect(isPlanOut(out, new Date("2026-11-30T21:59:59+07:00"))).toBe(true);
  expect(isPlanOut(out, new Date("2026-11-30T22:00:00+07:00"))).toBe(false);
  expect(isPlanOut(reading("2026-11-30T12:00:00+07:00", 999), new Date("2026-11-30T13:00:00+07:00"))).toBe(
    false,
  );
  expect(isPlanOut(null, new Date())).toBe(false);
  expect(isOfMonth(reading("2026-11-30T22:30:00+07:00", 0), new Date("2026-12-05T00:00:00+07:00"))).toBe(
    true,
  );
});

test("the forecast goes on as the month went so far, and says nothing of its first day", () => {
  expect(planForecast(reading("2026-11-15T22:00:00+07:00", 300))).toBe(600);
  expect(planForecast(reading("2026-11-01T20:00:00+07:00", 50))).toBeNull();
});
