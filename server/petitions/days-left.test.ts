import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { followTh } from "../words/follow/th.ts";
import { queueEn } from "../words/queue/en.ts";
import { queueTh } from "../words/queue/th.ts";
import { agencyCalendar } from "./agency-calendar.ts";
import { daysLeftTo } from "./deadline.ts";
import { usualOfficeHours } from "./office-hours.ts";

const day = (text: string) => text as BangkokDay;
const calendar = agencyCalendar(usualOfficeHours, [], []);
const monday = day("2026-11-23");

test.each([
  ["calendar", "2026-12-23", 30],
  ["working", "2026-12-23", 22],
  ["calendar", "2026-11-23", 0],
  ["calendar", "2026-11-20", -3],
  ["working", "2026-11-20", -1],
] as const)("what is left of %s days until %s is %i of them", (unit, due, days) => {
  expect(daysLeftTo(calendar, unit, monday, day(due))).toEqual({ days, unit });
});

test("days are called what was promised: working days only where working days were", () => {
  expect(queueTh.left({ days: 30, unit: "calendar" })).toBe("เหลือ 30 วัน");
  expect(queueTh.left({ days: 7, unit: "working" })).toBe("เหลือ 7 วันทำการ");
  expect(queueTh.left({ days: -2, unit: "calendar" })).toBe("เกินมา 2 วัน");
  expect(followTh.daysLeft({ days: 30, unit: "calendar" })).toBe("เหลืออีก 30 วัน");
  expect(followTh.pausedLeft({ days: 7, unit: "working" })).toContain("เหลืออีก 7 วันทำการ");
  expect(queueEn.left({ days: 1, unit: "calendar" })).toBe("1 day left");
});
