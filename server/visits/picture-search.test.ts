import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { readPictureSearch } from "./picture-search.ts";

const today = "2026-11-21" as BangkokDay;
const whole = { day: "21/11/2569", hcode: "99901", code: "pp 1234 567 890", reason: " ตรวจการเบิกจ่าย " };

test("day, facility, code and reason are read as people write them", () => {
  expect(readPictureSearch(whole, today)).toEqual({
    ok: true,
    value: { day: "2026-11-21", hcode: "99901", code: "PP1234567890", reason: "ตรวจการเบิกจ่าย" },
  });
});

test("every field that is wrong is named, not only the first", () => {
  const read = readPictureSearch({ day: "22/11/2569", hcode: "1", code: "", reason: "ดู" }, today);
  expect(read).toMatchObject({
    ok: false,
    refusal: {
      fields: [
        { field: "day", refusal: { kind: "picture_day_unreadable" } },
        { field: "hcode", refusal: { kind: "hcode_shape" } },
        { field: "code", refusal: { kind: "service_code_empty" } },
        { field: "reason", refusal: { kind: "picture_reason_short", fewest: 10 } },
      ],
    },
  });
});

test("a reason is cut where nobody would read on, and nine characters are none", () => {
  const long = readPictureSearch({ ...whole, reason: "ก".repeat(1_000) }, today);
  expect(long.ok && long.value.reason).toHaveLength(300);
  expect(readPictureSearch({ ...whole, reason: "123456789" }, today).ok).toBe(false);
});
