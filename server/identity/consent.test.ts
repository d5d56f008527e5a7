import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { checkAnswer, consentInForce, consentStands, type ConsentAnswer } from "./consent.ts";

const first = { version: "1", inForceFrom: "2026-01-01" as BangkokDay };
const second = { version: "2", inForceFrom: "2026-12-01" as BangkokDay };
const on = (day: string) => consentInForce([second, first], day as BangkokDay);
const answered = (answer: ConsentAnswer, version = "1", hour = 1) => ({
  answer,
  version,
  answeredAt: new Date(Date.UTC(2026, 10, 21, hour)),
});

test("has one version in force on each day: the latest that has begun", () => {
  expect(on("2026-11-30")).toBe(first);
  expect(on("2026-12-01")).toBe(second);
  expect(() => on("2025-12-31")).toThrow("no consent text");
});

test("stands on a yes to the version in force, until a later answer", () => {
  expect(consentStands([], first)).toBe(false);
  expect(consentStands([answered("given")], first)).toBe(true);
  expect(consentStands([answered("given")], second)).toBe(false);
  expect(consentStands([answered("withdrawn", "1", 2), answered("given", "1", 1)], first)).toBe(false);
  expect(consentStands([answered("refused", "1", 1), answered("given", "1", 2)], first)).toBe(true);
});

test.each([
  ["given", [], true],
  ["refused", [], true],
  ["withdrawn", [], false],
  ["withdrawn", [answered("given")], true],
  ["withdrawn", [answered("refused")], false],
  ["refused", [answered("given")], false],
  ["given", [answered("withdrawn")], true],
] as const)("takes %s after %j: %s", (answer, before, taken) => {
  expect(checkAnswer(before, { version: "1", answer }, first).ok).toBe(taken);
});

test("refuses a yes to a text that is no longer in force, and lets any version be withdrawn", () => {
  expect(checkAnswer([], { version: "1", answer: "given" }, second)).toEqual({
    ok: false,
    refusal: { kind: "consent_version_changed" },
  });
  expect(checkAnswer([answered("given")], { version: "1", answer: "withdrawn" }, second).ok).toBe(true);
});
