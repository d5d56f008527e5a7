import { expect, test } from "vitest";
import { certificateEnd, certificateStanding, certificateStart, reminderDue } from "./soft-token.ts";

const dayMs = 86_400_000;
const now = new Date("2028-10-22T03:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * dayMs);

test.each([
  [-1, { kind: "expired" }],
  [0, { kind: "expired" }],
  [0.01, { kind: "ending", daysLeft: 1 }],
  [1, { kind: "ending", daysLeft: 1 }],
  [29.5, { kind: "ending", daysLeft: 30 }],
  [30, { kind: "ending", daysLeft: 30 }],
  [30.01, { kind: "good" }],
  [31, { kind: "good" }],
] as const)("a certificate that ends in %s days is %j", (days, standing) => {
  expect(certificateStanding(inDays(days), now)).toEqual(standing);
});

test("a certificate is good for two years to the second", () => {
  const from = certificateStart(new Date("2026-11-21T03:04:05.678Z"));
  expect(from).toEqual(new Date("2026-11-21T03:04:05Z"));
  expect(certificateEnd(from)).toEqual(new Date("2028-11-21T03:04:05Z"));
});

test("reminds at thirty, seven and one day, each once, and skips what was missed", () => {
  expect(reminderDue(inDays(31), null, now)).toBeNull();
  expect(reminderDue(inDays(30), null, now)).toBe(30);
  expect(reminderDue(inDays(8), 30, now)).toBeNull();
  expect(reminderDue(inDays(7), 30, now)).toBe(7);
  expect(reminderDue(inDays(0.5), null, now)).toBe(1);
  expect(reminderDue(inDays(0.5), 1, now)).toBeNull();
  expect(reminderDue(inDays(-1), null, now)).toBeNull();
});
