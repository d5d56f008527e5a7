import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import {
  addWorkingDays,
  agencyCalendar,
  isWorkingDay,
  judgeHours,
  nextWorkingDay,
  workingDaysBetween,
} from "./agency-calendar.ts";
import { dueOf, judgePromise, workingDaysLeft, type Promised } from "./deadline.ts";
import { appealUntil, delayLettersBy, testUntilOf, usualWatchRules, watchStep } from "./deadline-watch.ts";
import { deemedReceipt } from "./deemed-receipt.ts";
import { countedFrom, dueFrom, type ClockEvent } from "./due.ts";
import { usualOfficeHours } from "./office-hours.ts";
import { holidaysOf, substitutesOf } from "./substitute-holiday.ts";
import { announcedYearsBe, holidayYearsBe, plainHolidays } from "./thai-holidays.ts";

const day = (text: string) => text as BangkokDay;
const at = (text: string) => new Date(`${text}+07:00`);
const week = usualOfficeHours.weekdays;
const filled = holidayYearsBe.flatMap((year) => holidaysOf(year, week));
const usual = agencyCalendar(usualOfficeHours, filled, []);
const days = fc.integer({ min: 0, max: 900 }).map((ahead) => addDays(day("2025-06-01"), ahead));
const moments = fc
  .integer({ min: at("2025-06-01T00:00:00").getTime(), max: at("2027-11-01T00:00:00").getTime() })
  .map((time) => new Date(time));

test.each([
  ["Friday before closing", "2026-11-20T16:29:59.999", "2026-11-20T16:29:59.999"],
  ["Friday at closing", "2026-11-20T16:30:00", "2026-11-23T08:30:00"],
  ["Friday, the last second", "2026-11-20T23:59:59", "2026-11-23T08:30:00"],
  ["Saturday, the first second", "2026-11-21T00:00:00", "2026-11-23T08:30:00"],
  ["a working day before opening", "2026-11-23T05:00:00", "2026-11-23T08:30:00"],
  ["at opening", "2026-11-23T08:30:00", "2026-11-23T08:30:00"],
  ["a substitute for Father's Day", "2026-12-07T10:00:00", "2026-12-08T08:30:00"],
  ["New Year's Eve 2570, with a substitute after it", "2027-12-31T10:00:00", "2028-01-04T08:30:00"],
])("received: %s", (_, entered, received) => {
  expect(deemedReceipt(usual, at(entered))).toEqual(at(received));
});

test("what is received is received in office hours, never before it came, and stays so when asked again", () => {
  fc.assert(
    fc.property(moments, (entered) => {
      const received = deemedReceipt(usual, entered);
      expect(received.getTime()).toBeGreaterThanOrEqual(entered.getTime());
      expect(isWorkingDay(usual, bangkokDay(received))).toBe(true);
      expect(deemedReceipt(usual, received)).toEqual(received);
    }),
  );
});

test("a holiday on a closing day is made up for on the next working day, and a run of them once", () => {
  const named = (yearBe: number) =>
    holidaysOf(yearBe, week)
      .filter(({ kind }) => kind === "substitute")
      .map((one) => one.day);
  expect(named(2569)).toEqual(["2026-06-01", "2026-12-07"]);
  expect(named(2571)).toContain("2028-01-03");
  expect(named(2570)).not.toContain("2027-01-04");
  const weekend = ["2017-07-08", "2017-07-09"].map((one) => ({
    day: day(one),
    kind: "announced" as const,
    nameTh: "ก",
    nameEn: "A",
  }));
  expect(substitutesOf(weekend, week).map((one) => one.day)).toEqual(["2017-07-10"]);
  const sunMonTue = plainHolidays(2568).filter((one) => one.nameEn === "Songkran Festival");
  expect(substitutesOf(sunMonTue, week).map((one) => one.day)).toEqual(["2025-04-16"]);
});

test("a special holiday is not made up for, and never doubles another", () => {
  const special = { day: day("2026-11-21"), kind: "special" as const, nameTh: "ก", nameEn: "A" };
  expect(substitutesOf([special], week)).toEqual([]);
  expect(new Set(filled.map((one) => one.day)).size).toBe(filled.length);
});

test("a substitute is a working day of the week, for whatever week an agency keeps", () => {
  fc.assert(
    fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (weekdays) => {
      for (const yearBe of holidayYearsBe) {
        const calendar = agencyCalendar({ ...usualOfficeHours, weekdays }, [], []);
        const all = holidaysOf(yearBe, weekdays);
        const substitutes = all.filter(({ kind }) => kind === "substitute");
        expect(substitutes.every((one) => isWorkingDay(calendar, one.day))).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test("the years whose lunar days are known have them, the others only what returns", () => {
  const kinds = (yearBe: number) => new Set(plainHolidays(yearBe).map(({ kind }) => kind));
  for (const yearBe of holidayYearsBe)
    expect(kinds(yearBe).has("announced")).toBe(announcedYearsBe.includes(yearBe));
});

test("an agency's own change wins over a holiday", () => {
  const own = [
    { day: day("2026-12-07"), isWorking: true, nameTh: "เปิดทำการ" },
    { day: day("2026-12-08"), isWorking: false, nameTh: "งานประเพณี" },
  ];
  const calendar = agencyCalendar(usualOfficeHours, filled, own);
  expect(nextWorkingDay(calendar, day("2026-12-04"))).toBe("2026-12-07");
  expect(nextWorkingDay(calendar, day("2026-12-07"))).toBe("2026-12-09");
});

test("hours without a weekday, an unknown one, or a wrong order are refused", () => {
  const kind = (change: object) => {
    const judged = judgeHours({ ...usualOfficeHours, ...change });
    return judged.ok ? null : judged.refusal.kind;
  };
  expect(kind({})).toBe(null);
  expect(kind({ weekdays: [] })).toBe("weekdays_none");
  expect(kind({ weekdays: [1, 8] })).toBe("weekday_unknown");
  expect(kind({ weekdays: [1, 1] })).toBe("weekday_unknown");
  expect(kind({ closesMinute: 510 })).toBe("hours_order");
  expect(kind({ closesMinute: 1441 })).toBe("hours_order");
  expect(() =>
    nextWorkingDay(agencyCalendar({ ...usualOfficeHours, weekdays: [] }, [], []), day("2026-11-20")),
  ).toThrow(RangeError);
});

test("counting working days and going so many of them ahead agree", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (from, count) => {
      expect(workingDaysBetween(usual, from, addWorkingDays(usual, from, count))).toBe(count);
    }),
  );
});

const threeWorking: Promised = { days: 3, unit: "working" };

test.each([
  ["three working days over a weekend", 3, "working", "2026-11-20T10:00:00", "2026-11-25"],
  [
    "five over New Year 2571, Saturday 1 January made up for on Monday",
    5,
    "working",
    "2027-12-29T10:00:00",
    "2028-01-07",
  ],
  ["three over Father's Day on a Saturday", 3, "working", "2026-12-03T10:00:00", "2026-12-09"],
  ["seven calendar days", 7, "calendar", "2026-11-20T10:00:00", "2026-11-27"],
  ["calendar days that end on a closed day", 2, "calendar", "2026-11-20T10:00:00", "2026-11-23"],
] as const)("due: %s", (_, count, unit, received, dueDay) => {
  expect(dueOf(usual, { days: count, unit }, at(received), [])).toEqual({ kind: "running", dueDay });
});

test("the clock stands while a correction is asked for, and goes on the day after it was given", () => {
  const received = at("2026-11-16T10:00:00");
  const pause = { from: at("2026-11-17T15:00:00"), until: null };
  expect(dueOf(usual, threeWorking, received, [pause])).toEqual({ kind: "paused", daysLeft: 2 });
  const answered = { ...pause, until: deemedReceipt(usual, at("2026-11-20T23:59:59")) };
  expect(dueOf(usual, threeWorking, received, [answered])).toEqual({ kind: "running", dueDay: "2026-11-25" });
});

test("asking for a correction after the day due does not bring the day back", () => {
  const pause = { from: at("2026-11-25T10:00:00"), until: null };
  expect(dueOf(usual, threeWorking, at("2026-11-16T10:00:00"), [pause])).toEqual({
    kind: "running",
    dueDay: "2026-11-19",
  });
});

test("a pause never brings the day due nearer, and the day due is a working day", () => {
  const promise = fc.record({
    days: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom("working" as const, "calendar" as const),
  });
  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(moments, promise, pauses, (entered, promised, stood) => {
      const received = deemedReceipt(usual, entered);
      const later = (ahead: number) => new Date(received.getTime() + ahead * 86_400_000);
      const listed = stood.map(([from, long]) => ({ from: later(from), until: later(from + long) }));
      const plain = dueOf(usual, promised, received, []);
      const put = dueOf(usual, promised, received, listed);
      if (plain.kind !== "running" || put.kind !== "running") throw new Error("the clock stands");
      expect(put.dueDay >= plain.dueDay).toBe(true);
      expect(isWorkingDay(usual, put.dueDay)).toBe(true);
      expect(dueOf(usual, promised, received, listed.toReversed())).toEqual(put);
    }),
  );
});

test("a promise is of whole days, one to two years", () => {
  expect(judgePromise(threeWorking).ok).toBe(true);
  expect(judgePromise({ days: 1.5, unit: "working" })).toMatchObject({ refusal: { kind: "days_not_whole" } });
  for (const count of [0, -1, 731])
    expect(judgePromise({ days: count, unit: "working" })).toMatchObject({
      refusal: { kind: "days_out_of_range" },
    });
});

test("officer and superior are warned at their thresholds, once each", () => {
  const due = day("2026-11-27");
  const step = (today: string, lastThreshold: number | null) =>
    watchStep(usual, usualWatchRules, due, { lastThreshold, delayLetters: 9 }, day(today)).warn;
  expect(step("2026-11-23", null)).toBe(null);
  expect(step("2026-11-24", null)).toMatchObject({ workingDaysLeft: 3, to: ["officer"] });
  expect(step("2026-11-25", 3)).toBe(null);
  expect(step("2026-11-26", 3)).toMatchObject({ workingDaysLeft: 1, to: ["officer", "superior"] });
  expect(step("2026-11-29", 1)).toBe(null);
  expect(step("2026-11-30", 1)).toMatchObject({ workingDaysLeft: -1 });
  expect(step("2026-11-30", null)).toMatchObject({ workingDaysLeft: -1 });
  expect(workingDaysLeft(usual, day("2026-11-28"), due)).toBe(0);
});

test("a delay letter is due the day after, and every seven days until it ends", () => {
  const due = day("2026-11-27");
  const letters = (today: string) => delayLettersBy(usualWatchRules, due, day(today));
  expect([
    letters("2026-11-27"),
    letters("2026-11-28"),
    letters("2026-12-04"),
    letters("2026-12-05"),
  ]).toEqual([0, 1, 1, 2]);
  const done = { lastThreshold: -1, delayLetters: 1 };
  expect(watchStep(usual, usualWatchRules, due, done, day("2026-12-05")).delayLetter).toBe(2);
  expect(
    watchStep(usual, usualWatchRules, due, { ...done, delayLetters: 2 }, day("2026-12-06")).delayLetter,
  ).toBe(null);
});

test("days to appeal are days of the calendar, days to test a closure are working days", () => {
  expect(appealUntil(usualWatchRules, day("2026-11-20"))).toBe("2026-12-05");
  expect(testUntilOf(usual, day("2026-12-03"), 3)).toBe("2026-12-09");
});

test.each([
  ["sent on a Sunday, read then", "2026-11-22T00:25:00", [], "2026-11-22", 15],
  ["read on the Monday on which it counts as received", "2026-11-22T00:25:00", [], "2026-11-23", 15],
  ["read the day after", "2026-11-22T00:25:00", [], "2026-11-24", 14],
  ["sent on Friday evening, read then", "2026-11-20T18:00:00", [], "2026-11-20", 15],
  ["sent in office hours, read then", "2026-11-20T10:00:00", [], "2026-11-20", 15],
  [
    "corrected on the Sunday after, read then",
    "2026-11-20T10:00:00",
    ["20T11:00", "22T09:00"],
    "2026-11-22",
    15,
  ],
  ["corrected in office hours, read then", "2026-11-20T10:00:00", ["20T11:00", "23T09:00"], "2026-11-23", 15],
])("the days left are those promised, until one has passed: %s", (_, sent, asked, today, left) => {
  const promised: Promised = { days: 15, unit: "working" };
  const received = deemedReceipt(usual, at(sent));
  const kinds = ["correction_asked", "correction_given"] as const;
  const events = asked.map((moment, index): ClockEvent => ({
    kind: kinds[index] ?? "started",
    happenedAt: at(`2026-11-${moment}:00`),
  }));
  const due = dueFrom(usual, { promised }, received, events);
  const begun = countedFrom(usual, received, events);
  const from = day(today) > begun ? day(today) : begun;
  expect(due?.kind === "running" && workingDaysLeft(usual, from, due.dueDay)).toBe(left);
});
