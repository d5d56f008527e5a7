import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { readSlipCount, readSlipDay } from "./slip.ts";

const today = "2026-11-21" as BangkokDay;
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) =>
  result.ok ? "ok" : result.refusal?.kind;

test("a block has ten to two hundred slips", () => {
  expect(["10", " 200 ", "๑๐"].map(readSlipCount).map(kindOf)).toEqual(["ok", "ok", "ok"]);
  expect(["9", "201", "", "-5", "1e2", "99999"].map(readSlipCount).map(kindOf)).toEqual(
    Array.from({ length: 6 }, () => "slip_count"),
  );
});

test("a slip is entered for today or the seven days before", () => {
  const read = (text: string) => kindOf(readSlipDay(text, today));
  expect([read("2026-11-21"), read("2026-11-14")]).toEqual(["ok", "ok"]);
  expect([read("2026-11-22"), read("2026-11-13"), read("21/11/2569")]).toEqual([
    "slip_day_future",
    "slip_day_old",
    "slip_day_shape",
  ]);
});
