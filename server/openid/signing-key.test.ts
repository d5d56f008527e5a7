import { expect, test } from "vitest";
import { keptMs, planRotation, signingMs, standingOf, type KeyTurn } from "./signing-key.ts";

const start = new Date("2026-11-21T10:00:00Z");
const after = (ms: number) => new Date(start.getTime() + ms);

/** Plays rotation as the job does, and answers what there is at `until`. */
function rounds(until: number, step: number): readonly KeyTurn[] {
  let keys: readonly KeyTurn[] = [];
  for (let ms = 0; ms <= until; ms += step) {
    const plan = planRotation(keys, after(ms));
    keys = [...keys.filter(({ generation }) => !plan.drop.includes(generation)), ...plan.make];
  }
  return keys;
}

test("the first round makes a key that signs and announces the next", () => {
  expect(planRotation([], start)).toEqual({
    drop: [],
    make: [
      { generation: 1, signsFrom: start },
      { generation: 2, signsFrom: after(signingMs) },
    ],
  });
});

test("a round after it changes nothing", () => {
  expect(planRotation(rounds(0, 1), after(60_000))).toEqual({ make: [], drop: [] });
});

test("over a year there is one current key and one announced at every moment", () => {
  const day = 24 * 60 * 60_000;
  for (let days = 0; days <= 365; days += 7) {
    const keys = rounds(days * day, day);
    const standings = keys.map((key) => standingOf(key, keys, after(days * day)));
    expect(standings.filter((each) => each === "current")).toHaveLength(1);
    expect(standings.filter((each) => each === "next")).toHaveLength(1);
  }
});

test("an old key stays until nothing it signed can be asked about, and is dropped then", () => {
  const keys = [
    { generation: 1, signsFrom: start },
    { generation: 2, signsFrom: after(signingMs) },
  ];
  const [first, second] = keys as [KeyTurn, KeyTurn];
  expect(standingOf(first, keys, after(signingMs - 1))).toBe("current");
  expect(standingOf(first, keys, after(signingMs))).toBe("old");
  expect(standingOf(second, keys, after(signingMs))).toBe("current");
  expect(standingOf(first, keys, after(signingMs + keptMs))).toBe("over");
  expect(planRotation(keys, after(signingMs + keptMs)).drop).toEqual([1]);
});

test("when no round was made for a year, the announced key signs and another is announced", () => {
  const plan = planRotation(rounds(0, 1), after(4 * signingMs));
  expect(plan.drop).toEqual([1]);
  expect(plan.make).toEqual([{ generation: 3, signsFrom: after(5 * signingMs) }]);
});
