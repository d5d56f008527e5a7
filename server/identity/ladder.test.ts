import fc from "fast-check";
import { expect, test } from "vitest";
import { assuranceLevels, isAtLeast } from "./assurance.ts";
import { assuranceNeeded, assurancePath, waysUp } from "./ladder.ts";

const level = fc.constantFrom(...assuranceLevels);

test("whoever lacks a rung has a way up to it, and whoever stands there is asked for nothing", () => {
  fc.assert(
    fc.property(level, level, (assurance, needed) => {
      const lacks = assuranceNeeded({ assurance }, { assurance: needed });
      expect(lacks).toBe(isAtLeast(assurance, needed) ? null : needed);
      if (lacks !== null) expect(waysUp(assurance, needed).length).toBeGreaterThan(0);
      for (const way of waysUp(assurance, needed)) expect(isAtLeast(way, needed)).toBe(true);
    }),
  );
});

test("the way up keeps where somebody came from", () => {
  const path = assurancePath("thaid", "banpratu", "/liff/e-service/banpratu/x?a=1&b=2");
  const asked = new URL(path, "http://here.invalid");
  expect(asked.pathname).toBe("/liff/assurance");
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    need: "thaid",
    agency: "banpratu",
    next: "/liff/e-service/banpratu/x?a=1&b=2",
  });
});
