import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../tests/support/mac.ts";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { codeNumberLimit, permuteCodeNumber, unpermuteCodeNumber } from "./code-permutation.ts";

const numbers = fc.integer({ min: 0, max: codeNumberLimit - 1 });
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });

test.each(readVectors("code-permutation.txt"))("under key %s puts %s to %s", (key, number, permuted) => {
  const bytes = new Uint8Array(Buffer.from(key, "hex"));
  expect(permuteCodeNumber(sha256, bytes, Number(number))).toBe(Number(permuted));
  expect(unpermuteCodeNumber(sha256, bytes, Number(permuted))).toBe(Number(number));
});

test("is a permutation under every key: each number goes to one number of the range and back", () => {
  fc.assert(
    fc.property(keys, numbers, (key, number) => {
      const permuted = permuteCodeNumber(sha256, key, number);
      expect(permuted).toBeGreaterThanOrEqual(0);
      expect(permuted).toBeLessThan(codeNumberLimit);
      expect(unpermuteCodeNumber(sha256, key, permuted)).toBe(number);
    }),
    { numRuns: 500 },
  );
});

test("gives ten thousand numbers in a row ten thousand different codes", () => {
  const key = new Uint8Array(32).fill(0x42);
  const codes = Array.from({ length: 10_000 }, (_, number) => permuteCodeNumber(sha256, key, number));
  expect(new Set(codes).size).toBe(10_000);
});

test("throws outside the range", () => {
  for (const number of [-1, 0.5, codeNumberLimit, Number.NaN]) {
    expect(() => permuteCodeNumber(sha256, new Uint8Array(32), number)).toThrow(RangeError);
    expect(() => unpermuteCodeNumber(sha256, new Uint8Array(32), number)).toThrow(RangeError);
  }
});
