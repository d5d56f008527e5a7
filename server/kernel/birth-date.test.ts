import fc from "fast-check";
import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import {
  checkBirthDate,
  formatBirthDate,
  isSurelyYoungerThan,
  parseBirthDate,
  parseCardText,
  toCardText,
  type BirthDateRefusal,
} from "./birth-date.ts";
import type { BangkokDay } from "./thai-date.ts";

const today = "2026-11-21" as BangkokDay;

const birthDates = fc
  .record({
    yearBe: fc.integer({ min: 2439, max: 2569 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
  })
  .filter((birth) => (birth.month !== null || birth.day === null) && checkBirthDate(birth, today).ok);

test.each(readVectors("birth-date.txt"))("reads %j %j %j as %s", (day, month, year, expected, named = "") => {
  const read = parseBirthDate({ day: day, month: month, year: year }, today);
  expect(read.ok ? [toCardText(read.value), ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([
    expected,
    named,
  ]);
});

function naming(refusal: BirthDateRefusal): string {
  if (refusal.kind === "birth_date_impossible") return refusal.part;
  if (refusal.kind === "birth_date_year_not_buddhist") return String(refusal.suggestedBe ?? "");
  if (refusal.kind !== "birth_date_not_digits") return "";
  return `${refusal.part} ${refusal.seen}${refusal.digit ?? ""}`;
}

test("reads back the text of the card", () => {
  fc.assert(
    fc.property(birthDates, (birth) => {
      expect(parseCardText(toCardText(birth), today)).toEqual({ ok: true, value: birth });
    }),
    { numRuns: 1000 },
  );
});

test("refuses a text that is not eight digits", () => {
  for (const text of ["", "2502", "1959-11-21", "250211211"])
    expect(parseCardText(text, today).ok).toBe(false);
});

test("shows only what is known", () => {
  expect(formatBirthDate({ yearBe: 2502, month: 11, day: 21 }, "th")).toBe("21 พ.ย. 2502");
  expect(formatBirthDate({ yearBe: 2502, month: 11, day: null }, "th")).toBe("พ.ย. 2502");
  expect(formatBirthDate({ yearBe: 2502, month: null, day: null }, "en")).toBe("1959");
});

test("calls a person younger than an age only when every reading of the card says so", () => {
  const younger = (month: number | null, day: number | null) =>
    isSurelyYoungerThan(15, { yearBe: 2554, month, day }, today);
  expect(younger(11, 21)).toBe(false);
  expect(younger(11, 22)).toBe(true);
  expect(younger(11, null)).toBe(false);
  expect(younger(12, null)).toBe(true);
  expect(younger(null, null)).toBe(false);
});
