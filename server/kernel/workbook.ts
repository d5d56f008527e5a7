import type { Result } from "./result.ts";

/** What a cell of an uploaded table holds. A day that a spreadsheet knows as one comes as a Date, midnight UTC. */
export type Cell = string | number | boolean | Date | null;

/** A row of an uploaded table; `line` is its number in the file as a spreadsheet shows it, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** How much of a table is taken. */
export interface TableLimits {
  /** Rows at most, the header included. */
  readonly rows: number;
  /** Columns at most. */
  readonly columns: number;
}

/** Bounds of an uploaded file, before and after unpacking: a list of 20,000 visits needs a tenth of them. */
export const uploadBounds = {
  packedBytes: 5 * 1024 * 1024,
  inflatedBytes: 50 * 1024 * 1024,
  entries: 200,
  /** A part that grows more than this is no text a spreadsheet wrote. */
  ratio: 200,
} as const;

/** Why a file is not read as a table. `lines` names at most ten rows, of `count`. */
export type WorkbookRefusal =
  | { readonly kind: "file_empty" }
  | { readonly kind: "file_large"; readonly megabytes: number }
  | { readonly kind: "file_no_table" }
  | { readonly kind: "workbook_old" }
  | { readonly kind: "workbook_encrypted" }
  | { readonly kind: "workbook_macros" }
  | { readonly kind: "workbook_bomb" }
  | { readonly kind: "workbook_nested" }
  | { readonly kind: "workbook_broken" }
  | { readonly kind: "workbook_formula"; readonly lines: readonly number[]; readonly count: number }
  | { readonly kind: "table_long"; readonly rows: number }
  | { readonly kind: "table_wide"; readonly columns: number }
  | { readonly kind: "text_unreadable" }
  | { readonly kind: "csv_quote"; readonly line: number };

export type ReadTable = Result<readonly TableRow[], WorkbookRefusal>;

/** Excel's own bound on the text of one cell, in UTF-16 units. */
export const longestCellText = 32_767;

/** Line ends of other systems, then what no XML may carry: control characters, halves of characters, non-characters. */
const lineEnds = /\r\n?/g;
const uncarried = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/**
 * The text as every spreadsheet and every reader gives it back: line ends as one line feed, characters that a
 * workbook cannot carry as U+FFFD, cut at Excel's bound. Says nothing about formulas: cells are text by their type.
 */
export function cellText(text: string): string {
  const carried = text.replace(lineEnds, "\n").replace(uncarried, "\ufffd");
  if (carried.length <= longestCellText) return carried;
  const cut = carried.slice(0, longestCellText);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/**
 * True for a text that a spreadsheet opening a CSV may take for a formula: one that begins with a sign of calculation
 * (full-width ones too), spaces before it or not, or with a tab or line end.
 */
export function looksLikeFormula(text: string): boolean {
  return /^(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/.test(text);
}

/** Without the empty cells at the end of a row: styles alone make no table wide. */
export function withoutEmptyEnd<Value>(cells: readonly Value[]): readonly Value[] {
  const last = cells.findLastIndex(
    (cell) => cell !== null && (typeof cell !== "string" || cell.trim() !== ""),
  );
  return cells.slice(0, last + 1);
}
