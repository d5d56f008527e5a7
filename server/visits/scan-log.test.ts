import fc from "fast-check";
import { expect, test } from "vitest";
import { scanOutcomes } from "./facility-qr.ts";
import { refusedBy, scanDays, scanLogDays, scanLogStart } from "./scan-log.ts";

const start = scanLogStart(new Date("2026-11-21T23:30:00+07:00"));

const counts = fc.array(
  fc.record({
    dayIndex: fc.integer({ min: 0, max: scanLogDays - 1 }),
    outcome: fc.constantFrom(...scanOutcomes),
    count: fc.integer({ min: 1, max: 1_000 }),
  }),
);

test("the log ends with the Bangkok day it is and begins at midnight", () => {
  const days = scanDays([], start.day);
  expect(days.at(-1)?.day).toBe("2026-11-21");
  expect(days).toHaveLength(scanLogDays);
  expect(start.at.toISOString()).toBe("2026-10-22T17:00:00.000Z");
});

test("no scan is lost between days and reasons", () => {
  fc.assert(
    fc.property(counts, (given) => {
      const total = given.reduce((sum, { count }) => sum + count, 0);
      const days = scanDays(given, start.day);
      const refused = days.reduce((sum, day) => sum + day.refused, 0);
      expect(days.reduce((sum, day) => sum + day.accepted + day.refused, 0)).toBe(total);
      expect(refusedBy(given).reduce((sum, { count }) => sum + count, 0)).toBe(refused);
    }),
  );
});
