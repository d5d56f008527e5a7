import { expect, test } from "vitest";
import { readTurn } from "./turn.ts";

const parse = (text: string) => (/^\d+$/.test(text) ? Number(text) : null);
const read = (query: Record<string, string>) => readTurn((name) => query[name], parse);

test("reads where a page lies out of an address, and the beginning out of anything else", () => {
  expect(read({ after: "3" })).toEqual({ way: "after", place: 3 });
  expect(read({ before: "3" })).toEqual({ way: "before", place: 3 });
  expect(read({ after: "x", before: "" })).toBe(null);
  expect(read({})).toBe(null);
});

test("two lists on one page are turned under names of their own", () => {
  const query: Record<string, string> = { after: "1", awayBefore: "2" };
  const names = { after: "awayAfter", before: "awayBefore" };
  expect(readTurn((name) => query[name], parse, names)).toEqual({ way: "before", place: 2 });
});
