import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { sumsOf } from "./petition-figures.ts";
import { tallyCells, type TallyCell } from "./petition-tally.ts";

const [received, completed, due] = ["2026-11-02", "2026-12-12", "2026-12-02"] as BangkokDay[];
const late = { status: "completed", outcome: "done", wasReopened: false, count: 3 } as const;

/** Forty days later, of which 28 are working days. */
const cells = tallyCells(
  [
    {
      ...late,
      ...{ of: "ended", serviceId: "a", unitId: null },
      receivedDay: received as BangkokDay,
      ...{ completedDay: completed as BangkokDay, dueDay: due as BangkokDay },
    },
  ],
  [],
  () => 28,
);

test("days beside a promise in calendar days are calendar days; all others are working days", () => {
  expect(sumsOf(cells, "calendar")).toMatchObject({ median: 40, ninth: 40, unit: "calendar", finished: 3 });
  expect(sumsOf(cells)).toMatchObject({ median: 28, ninth: 28, unit: "working", late: 3 });
});

test("a tally from before calendar days were counted tells none of them, and loses no petition", () => {
  const old = cells.map((cell) => {
    const kept = Object.entries(cell).filter(([name]) => name !== "endedCalendarDays");
    return Object.fromEntries(kept) as unknown as TallyCell;
  });
  expect(sumsOf(old, "calendar")).toMatchObject({ median: null, ninth: null, finished: 3 });
});
