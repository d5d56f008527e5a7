import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac } from "../../tests/support/mac.ts";
import { startOfStep, stepOf } from "./screen-step.ts";
import {
  formatShortCode,
  makePrintedShortCode,
  makeScreenShortCode,
  parseShortCode,
  shortNumberLimit,
  verifyShortCode,
  type ShortCode,
} from "./short-code.ts";

const mac = testMac("qr key of the tests");
const shortNumbers = fc.integer({ min: 0, max: shortNumberLimit - 1 });
const now = new Date("2026-11-21T01:00:10Z");

function read(text: string): ShortCode {
  const code = parseShortCode(text);
  if (!code.ok) throw new Error(`${text} is not read`);
  return code.value;
}

test("reads back the short number it wrote, in groups and in Thai digits", () => {
  fc.assert(
    fc.property(shortNumbers, fc.nat(), (shortNumber, step) => {
      const code = makeScreenShortCode(mac, shortNumber, step);
      const thai = code.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
      expect(code).toMatch(/^[0-9]{9}$/);
      expect(read(formatShortCode(code))).toEqual(read(thai));
      expect(read(code).shortNumber).toBe(shortNumber);
    }),
  );
});

test("is good on a screen in its own step and the next, on paper always", () => {
  const step = stepOf(now);
  const screen = read(makeScreenShortCode(mac, 42, step));
  const good = [0, 1, 2].map((later) => verifyShortCode(mac, screen, "screen", startOfStep(step + later)).ok);
  expect(good).toEqual([true, true, false]);
  const printed = read(makePrintedShortCode(mac, 42));
  expect(verifyShortCode(mac, printed, "printed", new Date("2036-01-01")).ok).toBe(true);
});

test("gives a guesser of all ten thousand endings at most the two that are good", () => {
  const endings = Array.from({ length: 10_000 }, (_, ending) => String(ending).padStart(4, "0"));
  const good = endings.filter((proof) => verifyShortCode(mac, { shortNumber: 42, proof }, "screen", now).ok);
  expect(good).toHaveLength(2);
});

test("refuses what is not nine digits and says why", () => {
  expect(parseShortCode(" ")).toEqual({ ok: false, refusal: { kind: "short_code_empty" } });
  expect(parseShortCode("123 456 78")).toEqual({
    ok: false,
    refusal: { kind: "short_code_length", digits: 8 },
  });
  expect(parseShortCode("123 456 78O")).toEqual({
    ok: false,
    refusal: { kind: "short_code_not_digits", seen: "O", digit: "0" },
  });
});

test("throws for a number that five digits cannot hold", () => {
  expect(() => makePrintedShortCode(mac, shortNumberLimit)).toThrow(RangeError);
});
