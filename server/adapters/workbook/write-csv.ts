import { looksLikeFormula } from "../../kernel/workbook.ts";
import type { Sheet } from "../../ports.ts";

const bufferedCharacters = 64 * 1024;

/**
 * Comma-separated text as a stream (RFC 4180, UTF-8 with byte order mark so that Excel reads Thai). Every cell is
 * quoted; one that looks like a formula gets a tab inside the quotes, which spreadsheets take for text.
 */
export function writeCsv(sheet: Sheet, rows: AsyncIterable<readonly string[]>): ReadableStream<Uint8Array> {
  const chunks = csvChunks(sheet.header, rows);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

async function* csvChunks(
  header: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  let text = `\ufeff${csvLine(header)}`;
  for await (const row of rows) {
    text += csvLine(row);
    if (text.length < bufferedCharacters) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
  return undefined;
}

/** One record, its line end included. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(text: string): string {
  return `"${looksLikeFormula(text) ? "\t" : ""}${text.replaceAll('"', '""')}"`;
}
