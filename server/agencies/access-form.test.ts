import { expect, test } from "vitest";
import { joiner, typedFor } from "../../tests/support/access.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { letterFields, readAccessRequest, type TypedRequest } from "./access-form.ts";
import { levelsOfAgency } from "./role.ts";

const today = "2026-11-21" as BangkokDay;
const read = (typed: TypedRequest) => readAccessRequest(typed, levelsOfAgency.facility, today);

function faults(typed: TypedRequest) {
  const answer = read(typed);
  return answer.ok ? [] : answer.refusal.faults;
}

test("reads a whole request, its date of either era, its fax left out", () => {
  const one = joiner("report_reader");
  for (const date of ["20/11/2569", "2026-11-20", "20 พ.ย. 2569"]) {
    expect(read(typedFor([one], [], { date }))).toMatchObject({
      ok: true,
      value: { date: "2026-11-20", fax: "", phone: "021234567 ต่อ 12", joining: [{ level: "report_reader" }] },
    });
  }
});

test("says everything that is missing at once, in the order of the page", () => {
  const empty = Object.fromEntries(letterFields.map((field) => [field, " "]));
  const all = faults({ ...typedFor([]), ...empty, certified: false });
  expect(all.map((fault) => (fault.at === "letter" ? fault.field : fault.at))).toEqual([
    ...letterFields.filter((field) => field !== "fax"),
    "people",
    "certified",
  ]);
});

test.each([
  [{ date: "22/11/2569" }, "day_future"],
  [{ date: "11/21/2026" }, "day_unreadable"],
  [{ phone: "12345" }, "work_phone_shape"],
  [{ fax: "เร็ว ๆ นี้" }, "work_phone_shape"],
  [{ address: "ก".repeat(301) }, "letter_long"],
] as const)("refuses %o", (more, kind) => {
  expect(faults(typedFor([joiner()], [], more))).toMatchObject([{ at: "letter", refusal: { kind } }]);
});

test("a level that facilities do not have is none", () => {
  for (const level of ["", "registrar", "national_admin"]) {
    expect(faults(typedFor([{ ...joiner(), level }]))).toMatchObject([
      { row: 0, fault: { field: "level", refusal: { kind: "level_missing" } } },
    ]);
  }
});

test("names the row and field of each person's faults, and passes over rows without a word", () => {
  const blank = Object.fromEntries(Object.keys(joiner()).map((field) => [field, ""]));
  const wrong = joiner("clerk", { citizenId: "123", email: "x" });
  const all = faults(typedFor([joiner(), { ...joiner(), ...blank, level: "" }, wrong]));
  expect(all.map((fault) => fault.at === "joining" && [fault.row, fault.fault.field])).toEqual([
    [2, "citizenId"],
    [2, "email"],
  ]);
});

test("nobody stands in a request twice, and two people share no address", () => {
  const one = joiner();
  const again = joiner("clerk", { citizenId: one.citizenId.replace(/(\d)/, "$1-") });
  const shared = joiner("clerk", { email: one.email.toUpperCase() });
  expect(faults(typedFor([one, again, shared]))).toMatchObject([
    { row: 1, fault: { refusal: { kind: "person_twice" } } },
    { row: 2, fault: { refusal: { kind: "email_twice" } } },
  ]);
});

test("somebody who only leaves is request enough", () => {
  expect(read(typedFor([], ["0190a0a0-0000-7000-8000-000000000000"])).ok).toBe(true);
});
