import { ok, refuse, type Result } from "../../kernel/result.ts";
import {
  looksLikeFormula,
  withoutEmptyEnd,
  type ReadTable,
  type TableLimits,
  type TableRow,
  type WorkbookRefusal,
} from "../../kernel/workbook.ts";
import { decodeText } from "./decode-text.ts";

/** Characters of a file among which its first record is looked for. */
const longestHeader = 20_000;

const separators = [",", ";", "\t"] as const;

/**
 * Comma-separated text (RFC 4180; semicolon and tab too, told by the first record). Every cell is a text. The tab that
 * `writeCsv` puts before what looks like a formula is taken away again.
 */
export function readCsv(bytes: Uint8Array, limits: TableLimits): ReadTable {
  const text = decodeText(bytes)?.replace(/^\ufeff/, "") ?? null;
  if (text === null) return refuse({ kind: "text_unreadable" });
  const records = splitRecords(text, separatorOf(text), limits);
  if (!records.ok) return records;
  return records.value.length === 0 ? refuse({ kind: "file_empty" }) : records;
}

/** The separator that stands most often in the first record, outside quotes. */
function separatorOf(text: string): string {
  const bare = text.slice(0, longestHeader).replace(/"[^"]*("|$)/g, "");
  const [header = ""] = bare.split(/[\r\n]/);
  const count = (separator: string) => header.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

function splitRecords(
  text: string,
  separator: string,
  limits: TableLimits,
): Result<readonly TableRow[], WorkbookRefusal> {
  const rows: TableRow[] = [];
  let at = 0;
  for (let line = 1; at < text.length; line++) {
    const cells: string[] = [];
    for (let more = true; more;) {
      const cell = readCell(text, at, separator);
      if (cell === null) return refuse({ kind: "csv_quote", line });
      if (cells.length >= limits.columns) return refuse({ kind: "table_wide", columns: limits.columns });
      cells.push(unguarded(cell.text));
      more = text[cell.end] === separator;
      at = more ? cell.end + 1 : cell.end;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    const filled = withoutEmptyEnd(cells);
    if (filled.length === 0) continue;
    if (rows.length >= limits.rows) return refuse({ kind: "table_long", rows: limits.rows });
    rows.push({ line, cells: filled });
  }
  return ok(rows);
}

/** The cell that begins at `at` and where it ends; null: a quote was opened and never closed, or closed too soon. */
function readCell(text: string, at: number, separator: string): { text: string; end: number } | null {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && !isEnd(text, end, separator)) end++;
    return { text: text.slice(at, end), end };
  }
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) return null;
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const after = end + 1;
  if (after < text.length && !isEnd(text, after, separator)) return null;
  return { text: text.slice(at + 1, end).replaceAll('""', '"'), end: after };
}

function isEnd(text: string, at: number, separator: string): boolean {
  return text[at] === separator || text[at] === "\n" || text[at] === "\r";
}

function unguarded(text: string): string {
  return text.startsWith("\t") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text;
}
