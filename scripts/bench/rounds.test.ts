import { expect, test } from "vitest";
import { interleave, percentile, rateOf, summary } from "./rounds.ts";

test("a percentile is the nearest rank of the values in order", () => {
  const values = [30, 10, 50, 20, 40];
  expect([0, 20, 21, 50, 99, 100].map((percent) => percentile(values, percent))).toEqual([
    10, 10, 20, 30, 50, 50,
  ]);
});

test("of nothing there is no percentile", () => {
  expect(percentile([], 50)).toBeNaN();
});

test("a summary tells the median, the least and the most", () => {
  expect(summary("raw", [3, 1, 9])).toEqual({ name: "raw", median: 3, least: 1, most: 9 });
});

test("contenders take turns in going first, and the first round of each does not count", async () => {
  const order: string[] = [];
  const contender = (name: string) => ({
    name,
    round: async (index: number) => {
      order.push(`${name}${index}`);
      return index === 0 ? 1_000 : index;
    },
  });
  const figures = await interleave([contender("a"), contender("b")], 2);
  expect(order).toEqual(["a0", "b0", "b1", "a1", "a2", "b2"]);
  expect(figures.map(({ least, most }) => [least, most])).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

test("every piece of work is done once, never more at once than told", async () => {
  const done: number[] = [];
  let now = 0;
  let most = 0;
  await rateOf(20, 3, async (index) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    done.push(index);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(most).toBe(3);
});
