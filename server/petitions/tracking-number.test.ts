import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTrackingNumber, parseTrackingNumber } from "./tracking-number.ts";

const numbers = fc
  .tuple(fc.integer({ min: 2500, max: 2700 }), fc.integer({ min: 1, max: 999_999_999 }))
  .map(([yearBe, sequence]) => makeTrackingNumber(yearBe, sequence));
const kind = (text: string) => {
  const read = parseTrackingNumber(text);
  return read.ok ? null : read.refusal.kind;
};

test("a number carries its year, six digits and two check characters that nobody mistakes", () => {
  expect(makeTrackingNumber(2570, 123)).toMatch(/^2570-000123-[0-9A-HJKMNP-TV-Z]{2}$/);
  expect(makeTrackingNumber(2570, 1_234_567)).toMatch(/^2570-1234567-..$/);
  for (const [yearBe, sequence] of [
    [257, 1],
    [2570, 0],
    [2570, 1e9],
  ] as const)
    expect(() => makeTrackingNumber(yearBe, sequence)).toThrow(RangeError);
});

test("is read as people write it", () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const thai = number.replace(/\d(?=.*-)/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
      const copied = number.replace(/0/g, "o").replace(/1/g, "l");
      const spoken = number.toLowerCase().replaceAll("-", " ");
      for (const text of [number, number.replaceAll("-", ""), thai, copied, spoken])
        expect(parseTrackingNumber(text)).toEqual({ ok: true, value: number });
    }),
  );
});

test("one wrong digit and two neighbours swapped are always found", () => {
  fc.assert(
    fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, seed, more) => {
      const digits = number.replaceAll("-", "").slice(0, -2);
      const check = number.slice(-2);
      const place = seed % digits.length;
      const wrong = String((Number(digits[place]) + more) % 10);
      const mistyped = digits.slice(0, place) + wrong + digits.slice(place + 1);
      expect(kind(mistyped + check)).not.toBe(null);
      const next = digits[place + 1];
      if (next !== undefined && next !== digits[place]) {
        const swapped = digits.slice(0, place) + next + (digits[place] ?? "") + digits.slice(place + 2);
        expect(kind(swapped + check)).not.toBe(null);
      }
    }),
  );
});

test("nothing, another shape and a wrong check are told apart", () => {
  const good = makeTrackingNumber(2570, 123);
  expect(kind(" - ")).toBe("tracking_number_empty");
  for (const text of ["2570-123", "2570-000000-00", "2570-0001234-00", "2570-000123-UU", "คำร้อง"])
    expect(kind(text)).toBe("tracking_number_shape");
  expect(kind(good.slice(0, -1) + (good.endsWith("A") ? "B" : "A"))).toBe("tracking_number_check");
});
