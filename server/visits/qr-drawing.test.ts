import fc from "fast-check";
import { expect, test } from "vitest";
import { digitRows, drawDigits } from "./digit-drawing.ts";
import { qrPath, qrSide, quietModules } from "./qr-drawing.ts";

const grids = fc.integer({ min: 1, max: 24 }).chain((side) =>
  fc.array(fc.array(fc.boolean(), { minLength: side, maxLength: side }), {
    minLength: side,
    maxLength: side,
  }),
);

test("the path covers every dark module once, and no other", () => {
  fc.assert(
    fc.property(grids, (modules) => {
      const painted = new Map<string, number>();
      for (const [, x = "", y = "", length = ""] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
        for (let at = 0; at < Number(length); at += 1) {
          const key = `${Number(x) + at},${y}`;
          painted.set(key, (painted.get(key) ?? 0) + 1);
        }
      }
      const dark = modules.flatMap((row, y) =>
        row.flatMap((isDark, x) => (isDark ? [`${x + quietModules},${y + quietModules}`] : [])),
      );
      expect([...painted.keys()].sort()).toEqual(dark.sort());
      expect([...painted.values()].every((times) => times === 1)).toBe(true);
    }),
  );
});

test("four light modules stand around a QR", () => {
  expect(qrSide([[true]])).toBe(9);
  expect(qrPath([[true]])).toBe("M4 4h1v1h-1z");
});

test("each digit looks like no other, and a group stands apart", () => {
  const drawings = [..."0123456789"].map((digit) => JSON.stringify(drawDigits(digit)));
  expect(new Set(drawings).size).toBe(10);
  const rows = drawDigits("123 456 789");
  expect(rows).toHaveLength(digitRows);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([9 * 6 - 1 + 2 * 3]));
});

test("draws digits only", () => {
  expect(() => drawDigits("12A")).toThrow(RangeError);
});
