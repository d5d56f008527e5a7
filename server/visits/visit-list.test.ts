import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Cell, TableRow } from "../kernel/workbook.ts";
import { claimColumns } from "./claim-sheet.ts";
import type { ServiceTypeCode } from "./service-type.ts";
import { readVisitList, type KnownService } from "./visit-list.ts";

const today = "2026-11-21" as BangkokDay;
const services: readonly KnownService[] = [
  {
    code: "PG0060001" as ServiceTypeCode,
    nameTh: "เข้ารับบริการรักษาทั่วไป (OPD/ IPD/ PP)",
    nameEn: "General care",
  },
  { code: "PG0130001" as ServiceTypeCode, nameTh: "ฟอกเลือด", nameEn: "Dialysis" },
  { code: "PG0150001" as ServiceTypeCode, nameTh: "ชื่อซ้ำ", nameEn: "Same" },
  { code: "PG0180001" as ServiceTypeCode, nameTh: "ชื่อซ้ำ", nameEn: "Twin" },
];
const id = completeCitizenId("123456789012");
const table = (rows: readonly (readonly Cell[])[]): TableRow[] =>
  rows.map((cells, at) => ({ line: at + 1, cells }));
const read = (rows: readonly (readonly Cell[])[]) => readVisitList(table(rows), services, today);
const rowsOf = (rows: readonly (readonly Cell[])[]) => {
  const list = read(rows);
  if (!list.ok) throw new Error(list.refusal.kind);
  return list.value;
};

const header = ["HN", "เลขประจำตัวประชาชน", "วันที่รับบริการ", "รหัสบริการ"];

test("a row is read by the names of its columns, whatever their order", () => {
  const visit = { citizenId: id, day: "2026-11-20", service: "PG0060001", hn: "007" };
  expect(rowsOf([header, ["007", id, "20/11/2569", "pg0060001"]])[0]!.read).toEqual({
    ok: true,
    value: { line: 2, ...visit },
  });
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      fc.constantFrom("เลขบัตร*", "PID", "c.i.d.", "เลขบัตรประชาชน (13 หลัก)".slice(0, 14), "citizen_id"),
      fc.constantFrom("วันที่", "วันที่เข้ารับบริการ*", "vstdate", "Visit Date"),
      fc.constantFrom("บริการ", "รหัส บริการ", "service code"),
      (order, number, day, service) => {
        const names = ["H.N.", number, day, service];
        const values = ["007", id, "2569-11-20", "PG0060001"];
        const [row] = rowsOf([order.map((at) => names[at]!), order.map((at) => values[at]!)]);
        expect(row!.read).toMatchObject({ ok: true, value: visit });
      },
    ),
  );
});

test("the report for e-Claim is itself a list that can be read", () => {
  const cells = claimColumns.map((label) =>
    label === "เลขบัตร"
      ? id
      : label === "รหัสบริการ"
        ? "PG0130001"
        : label === "วันที่เข้ารับบริการ"
          ? "20/11/2569 09:00:00"
          : label === "HN CODE"
            ? "12"
            : "อื่น",
  );
  expect(rowsOf([claimColumns, cells])[0]!.read).toMatchObject({
    ok: true,
    value: { citizenId: id, day: "2026-11-20", service: "PG0130001", hn: "12" },
  });
});

test("titles above the header and empty rows are passed over; lines stay those of the file", () => {
  const rows = rowsOf([
    ["รายชื่อผู้มารับบริการ"],
    [],
    header,
    [null, " ", null, ""],
    ["1", id, "20/11/2569", "Dialysis"],
  ]);
  expect(rows.map(({ line, read: { ok } }) => [line, ok])).toEqual([[5, true]]);
});

test("all problems of a row are told at once, with what stood in it", () => {
  const [row] = rowsOf([header, ["x".repeat(21), "123", new Date(Number.NaN), "PG9999999"]]);
  expect(row!.read).toEqual({
    ok: false,
    refusal: {
      kind: "bad_row",
      problems: ["citizen_id_length", "day_unreadable", "service_unknown", "hn_long"],
    },
  });
  expect(row!.typed.citizen_id).toBe("123");
});

test.each([
  ["ฟอกเลือด ", "PG0130001"],
  ["เข้ารับบริการรักษาทั่วไป(OPD/IPD/PP)", "PG0060001"],
  ["general CARE", "PG0060001"],
  ["PG๐๐๖๐๐๐๑", "PG0060001"],
])("the service %s is %s", (text, code) => {
  expect(rowsOf([header, ["", id, "20/11/2569", text]])[0]!.read).toMatchObject({
    value: { service: code, hn: null },
  });
});

test("a name that two services share is not guessed, and an empty one is said", () => {
  const problemsOf = (text: string) => rowsOf([header, ["", id, "20/11/2569", text]])[0]!.read;
  expect(problemsOf("ชื่อซ้ำ")).toMatchObject({ refusal: { problems: ["service_unknown"] } });
  expect(problemsOf("")).toMatchObject({ refusal: { problems: ["service_empty"] } });
});

test("a table without the columns says which are missing; one without rows says so", () => {
  expect(
    read([
      ["ชื่อ", "PID", "บริการ"],
      ["a", id, "x"],
    ]),
  ).toEqual({
    ok: false,
    refusal: { kind: "header_missing", missing: ["day"] },
  });
  expect(read([["a"]])).toMatchObject({ refusal: { missing: ["citizen_id", "day", "service"] } });
  expect(read([header, ["", "", "", ""]])).toEqual({ ok: false, refusal: { kind: "list_empty" } });
});

test("any table is a list or a refusal, and every row is told with its line", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.date({ noInvalidDate: false }),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const list = read([header, ...rows]);
      if (list.ok) expect(list.value.every(({ line }) => line >= 2 && line <= rows.length + 1)).toBe(true);
      else expect(list.refusal.kind).toBe("list_empty");
    }),
  );
});
