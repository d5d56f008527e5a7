import ExcelJS from "exceljs";
import { strToU8, zipSync, unzipSync, type Zippable } from "fflate";
import { expect, test } from "vitest";
import type { TableRow } from "../../kernel/workbook.ts";
import { workbook } from "./workbook.ts";

const limits = { rows: 50, columns: 20 };
const read = (bytes: Uint8Array) => workbook.read(bytes, limits);
const refusalOf = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return answer.ok ? null : answer.refusal;
};
const rowsOf = async (bytes: Uint8Array): Promise<readonly TableRow[]> => {
  const answer = await read(bytes);
  if (!answer.ok) throw new Error(answer.refusal.kind);
  return answer.value;
};

async function book(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const made = new ExcelJS.Workbook();
  fill(made.addWorksheet("รายการ"), made);
  return new Uint8Array(await made.xlsx.writeBuffer());
}

const list = () =>
  book((sheet) =>
    sheet.addRows([
      ["เลขบัตร", "วันที่"],
      ["0123456789012", "21/11/2569"],
    ]),
  );

/** The same workbook with parts put in, taken out or changed. */
async function changed(change: (parts: Zippable) => void): Promise<Uint8Array> {
  const parts: Zippable = unzipSync(await list());
  change(parts);
  return zipSync(parts);
}

/** Overwrites four bytes of every record in the central directory. */
function lying(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + field, value, true);
  }
  return copy;
}

test("a workbook is read as texts, numbers and days, with the numbers of its rows", async () => {
  const bytes = await book((sheet) => {
    sheet.getRow(2).values = ["PID", "วันที่", "HN"];
    sheet.getRow(5).values = [123456789012, new Date(Date.UTC(2026, 10, 21)), "007"];
  });
  expect(await rowsOf(bytes)).toEqual([
    { line: 2, cells: ["PID", "วันที่", "HN"] },
    { line: 5, cells: [123456789012, new Date("2026-11-21T00:00:00Z"), "007"] },
  ]);
});

test("only the first sheet is read", async () => {
  const bytes = await book((sheet, made) => {
    sheet.addRow(["แผ่นแรก"]);
    made.addWorksheet("สอง").addRow(["แผ่นสอง"]);
  });
  expect(await rowsOf(bytes)).toEqual([{ line: 1, cells: ["แผ่นแรก"] }]);
});

test("formulas are refused by the rows they stand in", async () => {
  const bytes = await book((sheet) => {
    sheet.addRow(["PID"]);
    sheet.addRow([
      { formula: "1+1", result: 2 },
      { formula: "A1", result: 1 },
    ]);
    sheet.addRow(["x"]);
    sheet.getCell("C4").value = { formula: 'HYPERLINK("http://203.0.113.9")', result: "x" };
  });
  expect(await refusalOf(bytes)).toEqual({ kind: "workbook_formula", lines: [2, 4], count: 2 });
});

test("a workbook with macros is refused, by its part or by its type", async () => {
  const withPart = await changed((parts) => (parts["xl/vbaProject.bin"] = strToU8("x")));
  const byType = await changed((parts) => {
    const types = new TextDecoder().decode(parts["[Content_Types].xml"] as Uint8Array);
    parts["[Content_Types].xml"] = strToU8(
      types.replace("spreadsheetml.sheet.main", "sheet.macroEnabled.main"),
    );
  });
  expect(await refusalOf(withPart)).toEqual({ kind: "workbook_macros" });
  expect(await refusalOf(byType)).toEqual({ kind: "workbook_macros" });
});

test("an archive in an archive is refused, by its name or by its bytes", async () => {
  const named = await changed((parts) => (parts["xl/embeddings/a.xlsx"] = strToU8("x")));
  const inner = zipSync({ a: strToU8("a") });
  const disguised = await changed((parts) => (parts["xl/theme.xml"] = inner));
  expect(await refusalOf(named)).toEqual({ kind: "workbook_nested" });
  expect(await refusalOf(disguised)).toEqual({ kind: "workbook_nested" });
});

test("a bomb is refused by what its directory says: growth, sum, number of parts", async () => {
  const big = new Uint8Array(30 * 1024 * 1024);
  const grows = await changed((parts) => (parts["xl/media/a.xml"] = big));
  expect(grows.length).toBeLessThan(100_000);
  expect(await refusalOf(grows)).toEqual({ kind: "workbook_bomb" });
  expect(await refusalOf(lying(await list(), 24, 30 * 1024 * 1024))).toEqual({ kind: "workbook_bomb" });
  const many = await changed((parts) => {
    for (let at = 0; at < 201; at++) parts[`xl/a${at}.xml`] = strToU8("");
  });
  expect(await refusalOf(many)).toEqual({ kind: "workbook_bomb" });
});

test("a part of nothing but beginnings is refused in one walk, not searched from each of them", async () => {
  const filled = (start: string) => strToU8(`<x>${start.repeat(60_000)}`);
  const sheets = await changed((parts) => (parts["xl/workbook.xml"] = filled("<sheet ")));
  const relations = await changed(
    (parts) => (parts["xl/_rels/workbook.xml.rels"] = filled("<Relationship ")),
  );
  const formulas = await changed((parts) => (parts["xl/worksheets/sheet1.xml"] = filled("<f></f>")));
  const inRow = await changed((parts) => (parts["xl/worksheets/sheet1.xml"] = filled("<row <f/ ")));
  expect(await refusalOf(sheets)).toEqual({ kind: "workbook_broken" });
  expect(await refusalOf(relations)).toEqual({ kind: "workbook_broken" });
  expect(await refusalOf(formulas)).toEqual({ kind: "workbook_formula", lines: [0], count: 1 });
  expect((await refusalOf(inRow))?.kind).toBe("workbook_formula");
});

test("a bomb whose directory lies is stopped while it unpacks", async () => {
  const bytes = await changed(
    (parts) => (parts["xl/worksheets/sheet1.xml"] = new Uint8Array(40 * 1024 * 1024)),
  );
  expect(await refusalOf(lying(bytes, 24, 1000))).toEqual({ kind: "workbook_bomb" });
});

test("parts that lie over each other are refused", async () => {
  expect(await refusalOf(lying(await list(), 42, 0))).toEqual({ kind: "workbook_broken" });
});

test("an encrypted archive and the container of encrypted or old workbooks are told apart", async () => {
  const flagged = (await list()).slice();
  const view = new DataView(flagged.buffer);
  for (let at = 0; at + 46 < flagged.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  const container = (stream: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(stream, "utf16le")]);
  expect(await refusalOf(flagged)).toEqual({ kind: "workbook_encrypted" });
  expect(await refusalOf(container("EncryptedPackage"))).toEqual({ kind: "workbook_encrypted" });
  expect(await refusalOf(container("Workbook"))).toEqual({ kind: "workbook_old" });
});

test("more rows or columns than were asked for are refused, wherever the cells stand", async () => {
  const long = await book((sheet) => sheet.addRows(Array.from({ length: 51 }, () => ["x"])));
  const wide = await book((sheet) => sheet.addRow(Array.from({ length: 21 }, () => "x")));
  const far = await book((sheet) => (sheet.getCell("XFD1").value = "x"));
  expect(await refusalOf(long)).toEqual({ kind: "table_long", rows: 50 });
  expect(await refusalOf(wide)).toEqual({ kind: "table_wide", columns: 20 });
  expect(await refusalOf(far)).toEqual({ kind: "table_wide", columns: 20 });
});

test("a file over 5 MB, an empty one, and one that is no table are refused", async () => {
  expect(await refusalOf(new Uint8Array(5 * 1024 * 1024 + 1))).toEqual({ kind: "file_large", megabytes: 5 });
  expect(await refusalOf(new Uint8Array())).toEqual({ kind: "file_empty" });
  expect(await refusalOf(await book(() => {}))).toEqual({ kind: "file_empty" });
  expect(await refusalOf(strToU8(" \r\n,,\n"))).toEqual({ kind: "file_empty" });
  for (const begin of ["MZ", "%PDF-1.7", "PK", "\x7fELF"]) {
    expect(await refusalOf(strToU8(`${begin} x`, true))).toEqual({ kind: "file_no_table" });
  }
  expect(await refusalOf(zipSync({ "readme.txt": strToU8("x") }))).toEqual({ kind: "file_no_table" });
});

test("a workbook cut anywhere, or with a document type, is refused and never a fault", async () => {
  const whole = await list();
  for (let length = 4; length < whole.length; length += 97) {
    expect(await refusalOf(whole.slice(0, length))).not.toBeNull();
  }
  const typed = await changed((parts) => {
    const xml = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
    const evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>';
    parts["xl/worksheets/sheet1.xml"] = strToU8(xml.replace("?>", `?>${evil}`));
  });
  expect(await refusalOf(typed)).toEqual({ kind: "workbook_broken" });
});

test("a workbook with any byte changed is read or refused, never a fault", async () => {
  const whole = await list();
  for (let at = 0; at < whole.length; at += 13) {
    const hurt = whole.slice();
    hurt[at] = hurt[at]! ^ 0xff;
    expect(typeof (await read(hurt)).ok).toBe("boolean");
  }
});

const thai = [0xe0, 0xc5, 0xa2, 0xba, 0xd1, 0xb5, 0xc3];

test.each([
  ["UTF-8", Buffer.from("เลขบัตร,HN\n1,2")],
  ["UTF-8 with mark", Buffer.from("\ufeffเลขบัตร,HN\r\n1,2\r\n")],
  ["UTF-16", Buffer.from("\ufeffเลขบัตร\tHN\r\n1\t2", "utf16le")],
  ["windows-874", Uint8Array.from([...thai, ...Buffer.from(";HN\n1;2")])],
])("a csv in %s is read, with its separator found", async (_name, bytes) => {
  expect(await rowsOf(bytes)).toEqual([
    { line: 1, cells: ["เลขบัตร", "HN"] },
    { line: 2, cells: ["1", "2"] },
  ]);
});

test("quotes hold separators, line ends and quotes; rows keep their number", async () => {
  const bytes = Buffer.from('a,"b;;;;\n""c""",\n\n,,\n"1",,2');
  expect(await rowsOf(bytes)).toEqual([
    { line: 1, cells: ["a", 'b;;;;\n"c"'] },
    { line: 4, cells: ["1", "", "2"] },
  ]);
});

test("a quote that never ends names its row; bytes that are no text are refused", async () => {
  expect(await refusalOf(Buffer.from('a,b\n1,"2\n3'))).toEqual({ kind: "csv_quote", line: 2 });
  expect(await refusalOf(Buffer.from('a,"b"c'))).toEqual({ kind: "csv_quote", line: 1 });
  expect(await refusalOf(Uint8Array.from([0x61, 0xfc, 0xfd]))).toEqual({ kind: "text_unreadable" });
  expect(await refusalOf(Uint8Array.from([0x61, 0, 0x62]))).toEqual({ kind: "text_unreadable" });
});
