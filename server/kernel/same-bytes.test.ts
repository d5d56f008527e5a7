import fc from "fast-check";
import { expect, test } from "vitest";
import { sameBytes } from "./same-bytes.ts";

test("says of two byte strings what comparing them one by one says", () => {
  const few = fc.uint8Array({ maxLength: 4, max: 3 });
  fc.assert(
    fc.property(few, few, (left, right) => {
      expect(sameBytes(left, right)).toBe(left.join() === right.join());
    }),
  );
});

test("sees a single flipped bit wherever it is", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.nat(7), (bytes, where, bit) => {
      const flipped = Uint8Array.from(bytes);
      const at = where % bytes.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(sameBytes(bytes, flipped)).toBe(false);
      expect(sameBytes(bytes, Uint8Array.from(bytes))).toBe(true);
    }),
  );
});
