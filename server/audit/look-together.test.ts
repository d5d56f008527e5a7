import { expect, test } from "vitest";
import { lookedTogether, type TimedLook } from "./look-together.ts";

const look = (minute: number, more: Partial<TimedLook> = {}): TimedLook => ({
  at: new Date(Date.UTC(2026, 10, 21, 10, minute)),
  staffId: "malee",
  what: "petition_file",
  purpose: "petition",
  isBulk: false,
  caseState: null,
  ...more,
});

test("one officer's looks at one kind of thing within an hour are one, whatever lies between them", () => {
  const opened = look(8, { what: "petition" });
  const rows = [look(9), opened, look(7), look(5)];
  expect(lookedTogether(rows).map((group) => group.length)).toEqual([3, 1]);
});

test.each([
  ["another officer's", { staffId: "wichai" }],
  ["another reason's", { purpose: "document" }],
  ["an export", { isBulk: true }],
  ["a reported one", { caseState: "open" }],
  ["an hour older one", { at: new Date(Date.UTC(2026, 10, 21, 8, 50)) }],
] as const)("%s stands by itself", (_, more) => {
  expect(lookedTogether([look(9), look(8, more)])).toHaveLength(2);
});
