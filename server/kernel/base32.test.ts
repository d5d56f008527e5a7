import fc from "fast-check";
import { expect, test } from "vitest";
import {
  base32Alphabet,
  decodeBase32,
  decodeBase32Number,
  encodeBase32,
  encodeBase32Number,
} from "./base32.ts";

/** What people make of a code when they copy it by hand. */
const copied = (text: string) => text.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");

test("reads back the bytes it writes, in capitals and as people copy them", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = encodeBase32(bytes);
      expect(decodeBase32(text, bytes.length)).toEqual(bytes);
      expect(decodeBase32(copied(text), bytes.length)).toEqual(bytes);
    }),
  );
});

test("reads back the numbers it writes, at their fixed length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 40 - 1 }), (number) => {
      const text = encodeBase32Number(number, 8);
      expect(text).toHaveLength(8);
      expect(decodeBase32Number(copied(text), 8)).toBe(number);
    }),
  );
});

test("writes only what stays in the alphanumeric mode of a QR code and is not mistaken", () => {
  expect(base32Alphabet).toMatch(/^[0-9A-Z]{32}$/);
  expect(base32Alphabet).not.toMatch(/[ILOU]/);
});

test("gives one value one text: left-over bits, other lengths and foreign letters are not read", () => {
  expect(decodeBase32("00", 1)).toEqual(new Uint8Array([0]));
  expect(decodeBase32("01", 1)).toBeNull();
  expect(decodeBase32("000", 1)).toBeNull();
  expect(decodeBase32("0U", 1)).toBeNull();
  expect(decodeBase32Number("0000000", 8)).toBeNull();
  expect(decodeBase32Number("ZZZZZZZZZZZZ", 12)).toBeNull();
});

test("throws for a number that does not fit", () => {
  for (const number of [-1, 1.5, 32 ** 2]) expect(() => encodeBase32Number(number, 2)).toThrow(RangeError);
});
