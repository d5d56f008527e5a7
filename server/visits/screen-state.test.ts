import { expect, test } from "vitest";
import { minutesAhead, stepAt, type ScreenStep } from "./screen-state.ts";

const seconds = 30;
const from = Date.UTC(2026, 10, 21, 3, 0, 0);
const steps: ScreenStep[] = Array.from({ length: 21 }, (_, ahead) => ({
  at: from + ahead * seconds * 1000,
  text: `QR ${ahead}`,
  shortCode: [String(ahead)],
}));

test("shows each step for its thirty seconds and counts them down", () => {
  expect(stepAt(steps, from, seconds)).toMatchObject({ step: { text: "QR 0" }, secondsLeft: 30 });
  expect(stepAt(steps, from + 29_999, seconds)).toMatchObject({ step: { text: "QR 0" }, secondsLeft: 1 });
  expect(stepAt(steps, from + 30_000, seconds)).toMatchObject({ step: { text: "QR 1" }, secondsLeft: 30 });
});

test("shows nothing once the signed steps have run out", () => {
  const over = from + 21 * seconds * 1000;
  expect(stepAt(steps, over - 1, seconds)).not.toBe(null);
  expect(stepAt(steps, over, seconds)).toBe(null);
  expect(minutesAhead(steps, over, seconds)).toBe(0);
});

test("says how many minutes it can go on alone", () => {
  expect(minutesAhead(steps, from, seconds)).toBe(11);
  expect(minutesAhead(steps, from + 9 * 60_000, seconds)).toBe(2);
  expect(minutesAhead([], from, seconds)).toBe(0);
});
