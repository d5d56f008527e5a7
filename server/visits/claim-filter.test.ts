import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { parseKeptFilter, readClaimFilter } from "./claim-filter.ts";

const today = "2026-11-21" as BangkokDay;
const typed = { from: "", until: "", service: "", status: "" };
const read = (more: Partial<typeof typed>) => readClaimFilter({ ...typed, ...more }, null, today);

test("empty fields mean the last seven days, every service and every status", () => {
  expect(read({})).toEqual({
    ok: true,
    value: { from: "2026-11-15", until: today, service: null, status: null, personId: null },
  });
});

test("days are read as Thais write them, and what was not offered means all", () => {
  expect(
    read({ from: "1/11/2569", until: "๒๑ พ.ย. ๒๕๖๙", service: "pg0060001", status: "draft" }),
  ).toMatchObject({
    value: { from: "2026-11-01", until: "2026-11-21", service: "PG0060001", status: "draft" },
  });
  expect(read({ service: "' or 1=1", status: "all" })).toMatchObject({
    value: { service: null, status: null },
  });
});

test.each([
  [{ from: "31/02/2569" }, { kind: "claim_day_unreadable", field: "from" }],
  [{ until: "22/11/2569" }, { kind: "claim_day_unreadable", field: "until" }],
  [
    { from: "20/11/2569", until: "19/11/2569" },
    { kind: "claim_days_turned", field: "until" },
  ],
])("%j is refused at its field", (more, refusal) => {
  expect(read(more)).toEqual({ ok: false, refusal });
});

test("a filter comes back as it was kept; anything else is none", () => {
  const filter = read({ from: "1/11/2569", service: "PG0060001", status: "cancelled" });
  if (!filter.ok) throw new Error("refused");
  expect(parseKeptFilter({ ...filter.value })).toEqual(filter.value);
  expect(parseKeptFilter({})).toBeNull();
  expect(parseKeptFilter({ from: "2026-11-02", until: "2026-11-01" })).toBeNull();
  expect(parseKeptFilter({ from: today, until: today, personId: "x" })).toMatchObject({ personId: null });
});
