import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import { parseBangkokDay } from "../kernel/thai-date.ts";
import {
  claimCells,
  claimColumns,
  claimStatusWords,
  dayText,
  momentText,
  type ClaimRow,
} from "./claim-sheet.ts";
import type { ServiceCode } from "./service-code.ts";
import type { ServiceTypeCode } from "./service-type.ts";
import { askingWays, visitStatuses } from "./visit.ts";

const day = (text: string) => {
  const parsed = parseBangkokDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const row: ClaimRow = {
  hcode: "00901",
  facilityName: "โรงพยาบาลตัวอย่าง",
  citizenId: completeCitizenId("012345678901"),
  name: "สมหญิง ใจดี",
  birth: { yearBe: 2512, month: 3, day: 9 },
  phones: ["0812345678", "025103221"],
  mainRight: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ",
  subRight: "(89) ช่วงอายุ 12-59 ปี",
  visitId: "0199a6a0-0000-7000-8000-000000000001",
  code: { code: "PP0012345678" as ServiceCode, status: "issued" },
  service: { kind: "main", code: "PG0060001" as ServiceTypeCode, nameTh: "เข้ารับบริการรักษาทั่วไป" },
  hn: "000123",
  an: null,
  day: day("2026-11-21"),
  cameAt: new Date("2026-11-21T09:05:00+07:00"),
  recordedAt: new Date("2026-11-21T23:59:59+07:00"),
  visitStatus: "confirmed",
  way: "card",
  recordedBy: "มานี ชูใจ",
  changed: null,
  cancelReason: null,
};

/** Each label as code points, so that no look-alike, space or invisible character can slip in. */
const labels = {
  A: "0e23 0e2b 0e31 0e2a 0e2b 0e19 0e48 0e27 0e22",
  C: "0e40 0e25 0e02 0e1a 0e31 0e15 0e23",
  D: "0e0a 0e37 0e48 0e2d 002d 0e2a 0e01 0e38 0e25",
  J: "0043 004c 0041 0049 004d 0020 0043 004f 0044 0045",
  L: "0e23 0e2b 0e31 0e2a 0e1a 0e23 0e34 0e01 0e32 0e23",
  M: "0e1a 0e23 0e34 0e01 0e32 0e23",
  N: "0048 004e 0020 0043 004f 0044 0045",
  P: "0e27 0e31 0e19 0e17 0e35 0e48 0e40 0e02 0e49 0e32 0e23 0e31 0e1a 0e1a 0e23 0e34 0e01 0e32 0e23",
  Q: "0e27 0e31 0e19 0e17 0e35 0e48 0e1a 0e31 0e19 0e17 0e36 0e01 0020 0041 0075 0074 0068 0065 006e 0020 0043 006f 0064 0065",
  R: "0e2a 0e16 0e32 0e19 0e30 0e43 0e0a 0e49 0e07 0e32 0e19",
  X: "0e2b 0e21 0e32 0e22 0e40 0e2b 0e15 0e38 0e01 0e32 0e23 0e22 0e01 0e40 0e25 0e34 0e01",
} as const;

test("the report has 24 columns, each once", () => {
  expect(claimColumns).toHaveLength(24);
  expect(new Set(claimColumns).size).toBe(24);
});

test.each(Object.entries(labels))(
  "the label of column %s is right character by character",
  (letter, points) => {
    const label = claimColumns[letter.charCodeAt(0) - 65] ?? "";
    expect([...label].map((each) => each.charCodeAt(0).toString(16).padStart(4, "0")).join(" ")).toBe(points);
  },
);

test("no label has a character that other programs write otherwise", () => {
  for (const label of claimColumns) {
    expect(label).toBe(label.trim().normalize("NFC"));
    expect(label).not.toMatch(/\u0e4d\u0e32|[\p{Cf}\u00a0]|\s\s/u);
  }
});

test("a row says who, what, when and how in the columns' order", () => {
  expect(claimCells(row)).toEqual([
    "00901",
    "โรงพยาบาลตัวอย่าง",
    row.citizenId,
    "สมหญิง ใจดี",
    "09/03/2512",
    "0812345678,025103221",
    "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ",
    "(89) ช่วงอายุ 12-59 ปี",
    row.visitId,
    "PP0012345678",
    "บริการหลัก",
    "PG0060001",
    "เข้ารับบริการรักษาทั่วไป",
    "000123",
    "",
    "21/11/2569 09:05:00",
    "21/11/2569 23:59:59",
    "ยืนยันแล้ว",
    "AUTHENCODE",
    "ตรวจสอบสิทธิด้วย Smart Card",
    "มานี ชูใจ",
    "",
    "",
    "",
  ]);
});

test("a draft has no code, a birth date keeps its unknown parts, a code asked for in LINE names the citizen", () => {
  const cells = claimCells({
    ...row,
    code: null,
    visitStatus: "draft",
    birth: { yearBe: 2490, month: null, day: null },
    way: "line_qr",
    recordedBy: null,
    cameAt: null,
    name: null,
  });
  expect([cells[3], cells[4], cells[9], cells[15], cells[17], cells[20]]).toEqual([
    "",
    "00/00/2490",
    "",
    "21/11/2569",
    "รอยืนยัน",
    "ประชาชน (LINE)",
  ]);
});

test("a cancelled code makes the row cancelled and says by whom and why", () => {
  const cells = claimCells({
    ...row,
    code: { code: "PP0012345678" as ServiceCode, status: "cancelled" },
    changed: { at: new Date("2026-11-22T00:00:01+07:00"), by: "ปิติ พรหมดี" },
    cancelReason: "บันทึกผิดคน",
  });
  expect([cells[17], ...cells.slice(21)]).toEqual(["ยกเลิก", "22/11/2569 00:00:01", "ปิติ พรหมดี", "บันทึกผิดคน"]);
});

test("the days of the report do not depend on the zone the server runs in", () => {
  expect(momentText(new Date("2026-12-31T17:00:00Z"))).toBe("01/01/2570 00:00:00");
  expect(dayText(day("2024-02-29"))).toBe("29/02/2567");
});

test("whatever is typed, a row has 24 texts that a workbook can carry", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.constantFrom(...askingWays),
      fc.constantFrom(...visitStatuses),
      (text, way, visitStatus) => {
        const cells = claimCells({ ...row, name: text, hn: text, cancelReason: text, way, visitStatus });
        expect(cells).toHaveLength(24);
        expect(cells[17]).toBe(claimStatusWords[visitStatus]);
        expect(cells.every((cell) => cell.isWellFormed() && !cell.includes("\r"))).toBe(true);
      },
    ),
  );
});
