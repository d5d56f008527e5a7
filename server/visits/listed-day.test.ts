import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, monthName, toBuddhistYear, type BangkokDay } from "../kernel/thai-date.ts";
import { readListedDay } from "./listed-day.ts";

const today = "2026-11-21" as BangkokDay;
const read = (cell: Parameters<typeof readListedDay>[0]) => {
  const answer = readListedDay(cell, today);
  return answer.ok ? answer.value : answer.refusal.kind;
};

/** Days a list may have: 2000 until today. */
const days = fc.integer({ min: 0, max: 9821 }).map((back) => addDays(today, -back));
const recentDays = fc.integer({ min: 0, max: 730 }).map((back) => addDays(today, -back));
const partsOf = (day: BangkokDay) => day.split("-").map(Number) as [number, number, number];
const pad = (number: number) => String(number).padStart(2, "0");
const thai = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
const serialOf = (day: BangkokDay) => (Date.parse(day) - Date.parse("1899-12-30")) / 86_400_000;

const writings: Record<string, (day: BangkokDay) => Parameters<typeof readListedDay>[0]> = {
  "yyyy-MM-dd": (day) => day,
  "yyyy-MM-dd of the Buddhist era": (day) => `${toBuddhistYear(partsOf(day)[0])}${day.slice(4)}`,
  "d/M/yyyy": (day) => partsOf(day).toReversed().join("/"),
  "dd/MM/yyyy of the Buddhist era, with a time": (day) => {
    const [year, month, date] = partsOf(day);
    return `${pad(date)}/${pad(month)}/${toBuddhistYear(year)} 09:05:00`;
  },
  "Thai digits": (day) => {
    const [year, month, date] = partsOf(day);
    return thai(`${date}-${month}-${toBuddhistYear(year)}`);
  },
  "a Thai month": (day) => {
    const [year, month, date] = partsOf(day);
    return `${date} ${monthName(month, "th", "short")} ${toBuddhistYear(year)} 14:05 น.`;
  },
  "a whole English month": (day) => {
    const [year, month, date] = partsOf(day);
    return `${date} ${monthName(month, "en", "long")} ${year}`;
  },
  "a spreadsheet's day": (day) => new Date(`${day}T00:00:00Z`),
  "a spreadsheet's count": (day) => serialOf(day),
  "a count with a time": (day) => serialOf(day) + 0.75,
  "a count as text": (day) => String(serialOf(day)),
  yyyyMMdd: (day) => Number(day.replaceAll("-", "")),
  "yyyyMMdd of the Buddhist era, as text": (day) =>
    `${toBuddhistYear(partsOf(day)[0])}${day.slice(4)}`.replaceAll("-", ""),
};

test.each(Object.entries(writings))("a day written as %s is that day", (_name, write) => {
  fc.assert(
    fc.property(days, (day) => {
      expect(read(write(day))).toBe(day);
    }),
  );
});

test("a Buddhist year that a spreadsheet took for a Christian one is put right", () => {
  fc.assert(
    fc.property(
      days.filter((day) => !day.endsWith("02-29")),
      (day) => {
        const misread = `${toBuddhistYear(partsOf(day)[0])}${day.slice(4)}` as BangkokDay;
        expect(read(new Date(`${misread}T00:00:00Z`))).toBe(day);
        expect(read(serialOf(misread))).toBe(day);
      },
    ),
  );
});

test("a year of two digits is the one that makes a day of the last two years", () => {
  fc.assert(
    fc.property(recentDays, (day) => {
      const [year, month, date] = partsOf(day);
      expect(read(`${date}/${month}/${pad(year % 100)}`)).toBe(day);
      expect(read(`${date}/${month}/${pad(toBuddhistYear(year) % 100)}`)).toBe(day);
    }),
  );
});

test.each([
  ["11/21/2026", "day_unreadable"],
  ["31/02/2569", "day_unreadable"],
  ["21/11/45", "day_unreadable"],
  ["691121", "day_unreadable"],
  ["21/11", "day_unreadable"],
  ["21 ฟฟ 2569", "day_unreadable"],
  ["31/12/2542", "day_unreadable"],
  [0, "day_unreadable"],
  [-1, "day_unreadable"],
  [true, "day_unreadable"],
  [new Date(Number.NaN), "day_unreadable"],
  ["22/11/2569", "day_future"],
  [serialOf("2027-01-01" as BangkokDay), "day_future"],
  ["  ", "day_empty"],
  [null, "day_empty"],
])("%s is refused as %s", (cell, kind) => {
  expect(read(cell)).toBe(kind);
});

test("any cell is a day or a refusal, never a fault", () => {
  const cells = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: false }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(cells, (cell) => {
      expect(typeof read(cell)).toBe("string");
    }),
  );
});
