import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { facilityStatus, parseHcode } from "./facility.ts";
import { holdsOn, parseServiceTypeCode } from "./service-type.ts";
import { mayMoveVisit, visitStatuses } from "./visit.ts";

const day = (text: string) => text as BangkokDay;

test("reads the payer's service codes and nothing else", () => {
  expect(parseServiceTypeCode("pg0060001")).toEqual({ ok: true, value: "PG0060001" });
  for (const text of ["", "PG006000", "PG00600011", "PP0060001", "PG006000๑", "PG0060001;--"]) {
    expect(parseServiceTypeCode(text).ok, text).toBe(false);
  }
});

test("holds from the first to the last day of validity, both included", () => {
  const validity = { validFrom: day("2026-11-01"), validUntil: day("2026-11-30") };
  const held = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((d) => holdsOn(validity, day(d)));
  expect(held).toEqual([false, true, true, false]);
  expect(holdsOn({ ...validity, validUntil: null }, day("2099-01-01"))).toBe(true);
});

test("reads an hcode of five digits, Thai ones too", () => {
  expect(parseHcode("๑๐๖๖๙")).toEqual({ ok: true, value: "10669" });
  for (const text of ["", "1066", "106690", "1066O"]) expect(parseHcode(text).ok, text).toBe(false);
});

test("keeps a facility open until it is closed", () => {
  const closedAt = new Date("2026-11-21T05:00:00Z");
  expect(facilityStatus({ closedAt: null }, closedAt)).toBe("open");
  expect(facilityStatus({ closedAt }, new Date(closedAt.getTime() - 1))).toBe("open");
  expect(facilityStatus({ closedAt }, closedAt)).toBe("closed");
});

test("lets only a draft visit change, and only to confirmed or cancelled", () => {
  const moves = visitStatuses.flatMap((from) =>
    visitStatuses.filter((to) => mayMoveVisit(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual(["draft → confirmed", "draft → cancelled"]);
});
