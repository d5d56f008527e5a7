import { zipSync } from "fflate";
import { streamXlsxRows } from "hucre/xlsx";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import {
  uploadBounds,
  withoutEmptyEnd,
  type ReadTable,
  type TableLimits,
  type TableRow,
  type WorkbookRefusal,
} from "../../kernel/workbook.ts";
import { inflatePart } from "./inflate-part.ts";
import { scanSheet } from "./scan-sheet.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

type Parts = Readonly<Record<string, Uint8Array>>;

/** The parts a table needs: what leads to the first sheet, its texts, and the formats that tell days. */
const needed = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels)$/i;
const sheets = /^xl\/worksheets\/[^/]+\.xml$/i;

/**
 * The first sheet of a workbook. Judges the directory, unpacks only what it needs under a count of its own, looks the
 * sheet over, and only then builds cells, from a copy that holds nothing else.
 */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  const entries = readDirectory(bytes);
  if (!entries.ok) return entries;
  const parts = unpack(bytes, entries.value);
  if (!parts.ok) return parts;
  const path = firstSheetPath(parts.value);
  const sheet = path === null ? undefined : parts.value[path];
  if (sheet === undefined) return refuse({ kind: "workbook_broken" });
  const wrong = scanSheet(textOf(sheet), limits);
  if (wrong) return wrong;
  return rowsOf(zipSync(onlyNeeded(parts.value, path), { level: 0 }), limits);
}

function unpack(bytes: Uint8Array, entries: readonly ZipEntry[]): Result<Parts, WorkbookRefusal> {
  const parts: Record<string, Uint8Array> = {};
  let left: number = uploadBounds.inflatedBytes;
  for (const entry of entries.filter(({ name }) => needed.test(name) || sheets.test(name))) {
    const part = inflatePart(bytes, entry, Math.min(left, entry.inflated));
    if (part === null) return refuse({ kind: "workbook_bomb" });
    if (isArchive(part)) return refuse({ kind: "workbook_nested" });
    left -= part.length;
    parts[entry.name] = part;
  }
  const types = parts["[Content_Types].xml"];
  if (types === undefined) return refuse({ kind: "file_no_table" });
  return textOf(types).includes("macroEnabled") ? refuse({ kind: "workbook_macros" }) : ok(parts);
}

/**
 * The path of the first sheet, by the order of the workbook and its relationships. A tag is looked for as far as the next
 * one begins: a part of nothing but beginnings would else be searched to its end from each of them.
 */
function firstSheetPath(parts: Parts): string | null {
  const workbook = parts["xl/workbook.xml"];
  const relations = parts["xl/_rels/workbook.xml.rels"];
  if (workbook === undefined || relations === undefined) return null;
  const sheet = /<(?:\w+:)?sheet\s[^<>]*>/.exec(textOf(workbook))?.[0];
  const id = /\b\w+:id="([^"]+)"/.exec(sheet ?? "")?.[1];
  const tag = [...textOf(relations).matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)]
    .map(([text]) => text)
    .find((text) => /\bId="([^"]+)"/.exec(text)?.[1] === id);
  const target = id === undefined ? undefined : /\bTarget="([^"]+)"/.exec(tag ?? "")?.[1];
  if (target === undefined) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function onlyNeeded(parts: Parts, sheet: string | null): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !sheets.test(name) || name === sheet));
}

async function rowsOf(archive: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  const rows: TableRow[] = [];
  try {
    for await (const { index, values } of streamXlsxRows(archive)) {
      const cells = withoutEmptyEnd(values.map((value) => value ?? null));
      if (cells.length > limits.columns) return refuse({ kind: "table_wide", columns: limits.columns });
      if (cells.length === 0) continue;
      if (rows.length >= limits.rows) return refuse({ kind: "table_long", rows: limits.rows });
      rows.push({ line: index + 1, cells });
    }
  } catch {
    return refuse({ kind: "workbook_broken" });
  }
  return rows.length === 0 ? refuse({ kind: "file_empty" }) : ok(rows);
}

function isArchive(part: Uint8Array): boolean {
  return part[0] === 0x50 && part[1] === 0x4b && part[2] === 3 && part[3] === 4;
}

function textOf(part: Uint8Array): string {
  return new TextDecoder().decode(part);
}
