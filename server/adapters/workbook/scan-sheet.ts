import { refuse, type Refused } from "../../kernel/result.ts";
import type { TableLimits, WorkbookRefusal } from "../../kernel/workbook.ts";

const namedLines = 10;
const rowTags = /<(?:\w+:)?row[\s/>]/g;
const rowsAndFormulas = /<(?:\w+:)?(row|f)[\s/>]/g;
const tag = /<[^<>]*/y;
const rowNumber = /\sr="(\d{1,9})"/;
/** A reference with three letters lies past column 702, wherever the sheet's author put it. */
const farCells = /\br="[A-Z]{3,}\d+"/;

/**
 * What a sheet's text says before anybody builds cells of it: null, or a refusal for formulas (naming rows), too many
 * rows, cells far to the right, or a document type, which no workbook has.
 */
export function scanSheet(xml: string, limits: TableLimits): Refused<WorkbookRefusal> | null {
  if (/<!DOCTYPE/i.test(xml)) return refuse({ kind: "workbook_broken" });
  if (farCells.test(xml)) return refuse({ kind: "table_wide", columns: limits.columns });
  const formulas = linesWithFormulas(xml);
  if (formulas.size > 0) {
    const lines = [...formulas].slice(0, namedLines);
    return refuse({ kind: "workbook_formula", lines, count: formulas.size });
  }
  let rows = 0;
  for (const tag of xml.matchAll(rowTags)) {
    if (tag.index >= 0 && ++rows > limits.rows * 2) return refuse({ kind: "table_long", rows: limits.rows });
  }
  return null;
}

/** The numbers of the rows with a formula, found in one walk: a row's tag is read once, however many follow it. */
function linesWithFormulas(xml: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let [row, line] = [0, 0];
  for (const { 1: name, index } of xml.matchAll(rowsAndFormulas)) {
    if (name === "row") {
      [row, line] = [index, -1];
      continue;
    }
    if (line < 0) line = numberOfRow(xml, row);
    lines.add(line);
  }
  return lines;
}

function numberOfRow(xml: string, row: number): number {
  tag.lastIndex = row;
  return Number(rowNumber.exec(tag.exec(xml)?.[0] ?? "")?.[1] ?? 0);
}
