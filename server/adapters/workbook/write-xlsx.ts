import { writeXlsxStream } from "hucre/xlsx";
import { cellText } from "../../kernel/workbook.ts";
import type { Sheet } from "../../ports.ts";

/** In a workbook "_x0041_" means the letter A (ECMA-376 22.9.2.19); a text that has it says the underscore itself. */
const escapeLike = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A workbook as a stream. Every value goes as an inline string: no shared table is held in memory, and no cell can be
 * a formula, a number or a date, whatever the text says. Never zip64: LibreOffice does not open it as a stream writes it.
 * A full sheet then has room for 4 KiB a row; one that needs more throws and breaks off.
 */
export function writeXlsx(sheet: Sheet, rows: AsyncIterable<readonly string[]>): ReadableStream<Uint8Array> {
  return writeXlsxStream(textCells(rows), {
    name: sheet.name,
    columns: sheet.header.map((header) => ({ header, width: 18 })),
    freezePane: { rows: 1 },
    zip64: false,
  });
}

async function* textCells(rows: AsyncIterable<readonly string[]>): AsyncGenerator<(string | null)[]> {
  for await (const row of rows) {
    yield row.map((text) => (text === "" ? null : cellText(text).replace(escapeLike, "_x005F_")));
  }
}
