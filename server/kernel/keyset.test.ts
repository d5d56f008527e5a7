import fc from "fast-check";
import { expect, test } from "vitest";
import { readsUp, turnedPage, type Turn, type TurnedPage } from "./keyset.ts";

const size = 3;

/** A page of a list of numbers, read as a store reads it. */
function pageOf(kept: ReadonlySet<number>, turn: Turn<number> | null, list: "up" | "down") {
  const up = readsUp(turn, list);
  const found = [...kept]
    .filter((each) => turn === null || (up ? each > turn.place : each < turn.place))
    .toSorted((a, b) => (up ? a - b : b - a))
    .slice(0, size + 1);
  return turnedPage(found, { turn, size }, (each) => each);
}

const numbers = fc.integer({ min: 0, max: 200 });

test("forward and back again, whatever is added meanwhile, shows each row of the start once, in order", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(numbers, { maxLength: 30 }),
      fc.array(fc.array(numbers, { maxLength: 3 }), { maxLength: 40 }),
      fc.constantFrom("up" as const, "down" as const),
      (start, additions, list) => {
        const kept = new Set(start);
        const arrive = () => additions.shift()?.forEach((each) => kept.add(each));
        const order = (rows: readonly number[]) => rows.toSorted((a, b) => (list === "up" ? a - b : b - a));
        const ofStart = (rows: readonly number[]) => rows.filter((each) => start.includes(each));
        let page: TurnedPage<number, number> = pageOf(kept, null, list);
        const forward = [...page.rows];
        while (page.next !== null) {
          arrive();
          page = pageOf(kept, { way: "after", place: page.next }, list);
          forward.push(...page.rows);
        }
        const back = [...page.rows];
        while (page.previous !== null) {
          arrive();
          page = pageOf(kept, { way: "before", place: page.previous }, list);
          back.unshift(...page.rows);
        }
        for (const rows of [forward, back]) {
          expect(new Set(rows).size).toBe(rows.length);
          expect(ofStart(rows)).toEqual(order(start));
        }
      },
    ),
  );
});

test("a list that stands on one page has no neighbours, an empty one neither", () => {
  expect(pageOf(new Set([1, 2, 3]), null, "up")).toEqual({ rows: [1, 2, 3], previous: null, next: null });
  expect(pageOf(new Set(), null, "down")).toEqual({ rows: [], previous: null, next: null });
});
