import { expect, test } from "vitest";
import { assuranceLevels, higherLevel, isAtLeast } from "./assurance.ts";

test("grants a service to its rung and every higher one", () => {
  expect(assuranceLevels.filter((level) => isAtLeast(level, "card_checked"))).toEqual([
    "card_checked",
    "photo_checked",
    "thaid",
  ]);
});

test("keeps the higher rung whichever comes first", () => {
  for (const one of assuranceLevels) {
    for (const other of assuranceLevels) {
      expect(higherLevel(one, other)).toBe(higherLevel(other, one));
      expect(isAtLeast(higherLevel(one, other), one)).toBe(true);
    }
  }
});
