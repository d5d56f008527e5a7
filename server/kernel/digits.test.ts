import fc from "fast-check";
import { expect, test } from "vitest";
import { readDigits, toAsciiDigits, withoutSeparators } from "./digits.ts";

const separators = [" ", "-", "–", "−", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u202a", "\t", "\n"];

test("reads the same digits however they are written and parted", () => {
  const written = fc.array(
    fc.record({
      digit: fc.nat(9),
      script: fc.constantFrom(0x30, 0x0e50, 0xff10),
      after: fc.constantFrom("", ...separators),
    }),
  );
  fc.assert(
    fc.property(written, (parts) => {
      const text = parts.map((part) => String.fromCharCode(part.script + part.digit) + part.after).join("");
      expect(readDigits(text)).toEqual({ ok: true, value: parts.map((part) => part.digit).join("") });
    }),
  );
});

test("answers ASCII digits or names a character that stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = readDigits(text);
      if (read.ok) expect(read.value).toMatch(/^[0-9]*$/);
      else expect(text).toContain(read.refusal.seen);
    }),
  );
});

test("says which digit a look-alike was probably meant to be, and never guesses", () => {
  expect(readDigits("12O")).toEqual({ ok: false, refusal: { kind: "not_digits", seen: "O", digit: "0" } });
  expect(readDigits("l2")).toEqual({ ok: false, refusal: { kind: "not_digits", seen: "l", digit: "1" } });
  expect(readDigits("๑໒")).toEqual({ ok: false, refusal: { kind: "not_digits", seen: "໒", digit: "2" } });
  expect(readDigits("1x")).toEqual({ ok: false, refusal: { kind: "not_digits", seen: "x", digit: null } });
});

test("leaves letters alone where only the digits are wanted in ASCII", () => {
  expect(toAsciiDigits("บ้านเลขที่ ๙/๑")).toBe("บ้านเลขที่ 9/1");
  expect(withoutSeparators("PP 1234-567 890")).toBe("PP1234567890");
});

test("reads a very long text without slowing down out of proportion", () => {
  expect(readDigits(`${" ".repeat(50_000)}x`).ok).toBe(false);
});
