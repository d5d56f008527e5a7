import fc from "fast-check";
import { expect, test } from "vitest";
import { addDayCounts, countOf, daysWithin, type DayCounts } from "./day-counts.ts";

const counts = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 50 })), { maxLength: 12 })
  .map((pairs) => pairs.reduce<DayCounts>((sum, [days, count]) => addDayCounts(sum, { [days]: count }), {}));

const listed = (of: DayCounts) =>
  Object.entries(of)
    .flatMap(([days, count]) => Array.from({ length: count }, () => Number(days)))
    .sort((a, b) => a - b);

test("the middle and the ninth of ten are those of the days listed one by one", () => {
  fc.assert(
    fc.property(counts, fc.constantFrom(0.5, 0.9, 1), (of, share) => {
      const all = listed(of);
      const nearest = all[Math.max(1, Math.ceil(all.length * share)) - 1] ?? null;
      expect(daysWithin(of, share)).toBe(nearest);
    }),
  );
});

test("counts of two spans added up are those of both together", () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const sum = addDayCounts(one, other);
      expect(countOf(sum)).toBe(countOf(one) + countOf(other));
      expect(listed(sum)).toEqual([...listed(one), ...listed(other)].sort((a, b) => a - b));
    }),
  );
});
