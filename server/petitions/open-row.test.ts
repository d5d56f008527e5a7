import fc from "fast-check";
import { expect, test } from "vitest";
import type { BangkokMonth } from "../kernel/thai-date.ts";
import { fewestTold, openRows } from "./open-row.ts";
import type { Standing, TallyCell } from "./petition-tally.ts";

const month = "2026-10" as BangkokMonth;
const standings: readonly Standing[] = ["submitted", "received", "in_progress", "granted", "refused", "done"];

const cells = fc.array(
  fc.record({
    serviceId: fc.constantFrom("a", "b", "c", "d"),
    unitId: fc.constantFrom("x", "y", null),
    filed: fc.dictionary(fc.constantFrom(...standings), fc.integer({ min: 1, max: 30 })),
  }),
  { maxLength: 12 },
);

const cellOf = (of: {
  serviceId: string;
  unitId: string | null;
  filed: Record<string, number>;
}): TallyCell => ({
  ...of,
  filedDays: {},
  ended: {},
  endedDays: {},
  inTime: 0,
  late: 0,
  reopened: 0,
  stars: {},
});

test("no row stands for one to four petitions, whatever was filed", () => {
  fc.assert(
    fc.property(cells, (laid) => {
      for (const { count } of openRows(month, laid.map(cellOf))) {
        if (count !== null) expect(count).toBeGreaterThanOrEqual(fewestTold);
      }
    }),
  );
});

test("grouping loses nobody: the rows add up to what was filed, but for fewer than five without a number", () => {
  fc.assert(
    fc.property(cells, (laid) => {
      const rows = openRows(month, laid.map(cellOf));
      const filed = laid.reduce((sum, each) => sum + Object.values(each.filed).reduce((a, b) => a + b, 0), 0);
      const told = rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
      const hidden = rows.filter(({ count }) => count === null).length;
      expect(hidden).toBeLessThanOrEqual(1);
      expect(filed - told).toBeLessThan(hidden === 0 ? 1 : fewestTold);
      expect(filed - told).toBeGreaterThanOrEqual(hidden);
    }),
  );
});

test("each row is told once", () => {
  fc.assert(
    fc.property(cells, (laid) => {
      const names = openRows(month, laid.map(cellOf)).map((row) => `${row.serviceId} ${row.standing}`);
      expect(new Set(names).size).toBe(names.length);
    }),
  );
});

test("small ones of a service stand together, those still small with other services", () => {
  const rows = openRows(
    month,
    [
      { serviceId: "a", unitId: null, filed: { done: 9, refused: 3, submitted: 2 } },
      { serviceId: "b", unitId: null, filed: { done: 2 } },
      { serviceId: "c", unitId: null, filed: { granted: 4 } },
    ].map(cellOf),
  );
  expect(rows.map(({ serviceId, standing, count }) => [serviceId, standing, count])).toEqual([
    ["a", "done", 9],
    ["a", null, 5],
    [null, null, 6],
  ]);
});
