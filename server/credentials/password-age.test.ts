import { describe, expect, test } from "vitest";
import { isPasswordOverdue, parsePasswordMonths, passwordDueAt } from "./password-age.ts";

const at = (day: string) => new Date(`${day}T10:00:00Z`);

describe("a password", () => {
  test.each([
    ["2026-11-21", 3, "2027-02-21"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2027-11-30", 3, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-31"],
    ["2026-11-21", 12, "2027-11-21"],
  ])("set on %s is due after %i months, on %s", (set, months, due) => {
    expect(passwordDueAt(at(set), months)).toEqual(at(due));
  });

  test("is overdue from its moment on, never where no age is set, and not where nobody knows its day", () => {
    const due = at("2027-02-21");
    expect(isPasswordOverdue(at("2026-11-21"), 3, new Date(due.getTime() - 1))).toBe(false);
    expect(isPasswordOverdue(at("2026-11-21"), 3, due)).toBe(true);
    expect(isPasswordOverdue(at("2006-11-21"), 0, due)).toBe(false);
    expect(isPasswordOverdue(null, 3, due)).toBe(false);
  });
});

test("an office chooses among the numbers that are offered, and no other", () => {
  expect(["0", "3", "12"].map(parsePasswordMonths)).toEqual([0, 3, 12]);
  expect(["", "-1", "4", "3.0", "three"].map(parsePasswordMonths)).toEqual([null, null, null, null, null]);
});
