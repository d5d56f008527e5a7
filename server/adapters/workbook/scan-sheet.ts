import { refuse, type Refused } from "../../kernel/result.ts";
import type { TableLimits, WorkbookRefusal } from "../../kernel/workbook.ts";

const namedLines = 10;
const rowTags = /<(?:\w+:)?row[\s/>]/g;
const formulaTags = /<(?:\w+:)?f[\s/>]/g;
/** A reference with three letters lies past column 702, wherever the sheet's author put it. */
const farCells = /\br="[A-Z]{3,}\d+"/;

/**
 * What a sheet's text says before anybody builds cells of it: null, or a refusal for formulas (naming rows), too many
 * rows, cells far to the right, or a document type, which no workbook has.
 */
export function scanSheet(xml: string, limits: TableLimits): Refused<WorkbookRefusal> | null {
  if (/<!DOCTYPE/i.test(xml)) return refuse({ kind: "workbook_broken" });
  if (farCells.test(xml)) return refuse({ kind: "table_wide", columns: limits.columns });
  const formulas = [...xml.matchAll(formulaTags)].map(({ index }) => index);
  if (formulas.length > 0) return refuse({ kind: "workbook_formula", ...linesOf(xml, formulas) });
  let rows = 0;
  for (const tag of xml.matchAll(rowTags)) {
    if (tag.index >= 0 && ++rows > limits.rows * 2) return refuse({ kind: "table_long", rows: limits.rows });
  }
  return null;
}

function linesOf(xml: string, places: readonly number[]): { lines: readonly number[]; count: number } {
  const lines = new Set<number>();
  for (const place of places) {
    const row = xml.slice(xml.lastIndexOf("row", place), place);
    lines.add(Number(/^row[^>]*?\br="(\d+)"/.exec(row)?.[1] ?? 0));
  }
  return { lines: [...lines].slice(0, namedLines), count: lines.size };
}
