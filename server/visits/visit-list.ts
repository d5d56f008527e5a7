import type { CitizenId } from "../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { Cell, TableRow } from "../kernel/workbook.ts";
import { readListedDay, type ListedDayProblem } from "./listed-day.ts";
import { readListedNumber, type ListedNumberProblem } from "./listed-number.ts";
import { parseServiceTypeCode, type ServiceTypeCode } from "./service-type.ts";
import { toAsciiDigits } from "../kernel/digits.ts";

/** What a list of visits tells of each; the HN may be missing. */
export const listColumns = ["citizen_id", "day", "service", "hn"] as const;
export type ListColumn = (typeof listColumns)[number];
const neededColumns = ["citizen_id", "day", "service"] as const;

/** Rows in a list at most (N3). */
export const longestList = 20_000;
const headerWithin = 10;
const longestHn = 20;

/** A visit as the hospital lists it. `line` is its row in the file. */
export interface ListedVisit {
  readonly line: number;
  readonly citizenId: CitizenId;
  readonly day: BangkokDay;
  readonly service: ServiceTypeCode;
  readonly hn: string | null;
}

export type RowProblem =
  ListedNumberProblem | ListedDayProblem | "service_empty" | "service_unknown" | "hn_long";

/** One row: read, or what is wrong with it; `typed` is what stood in its cells. */
export interface ListRow {
  readonly line: number;
  readonly typed: Readonly<Record<ListColumn, string>>;
  readonly read: Result<ListedVisit, { readonly kind: "bad_row"; readonly problems: readonly RowProblem[] }>;
}

export type VisitListRefusal =
  | { readonly kind: "header_missing"; readonly missing: readonly ListColumn[] }
  | { readonly kind: "list_empty" };

/** A service that may stand in a list, by its code or by its name. */
export interface KnownService {
  readonly code: ServiceTypeCode;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** What hospitals call each column, the surest first: of two that fit, the earlier name wins. */
const headings: Readonly<Record<ListColumn, readonly string[]>> = {
  citizen_id: [
    "เลขประจำตัวประชาชน",
    "เลขบัตรประจำตัวประชาชน",
    "เลขบัตรประชาชน",
    "เลขบัตร",
    "เลขที่บัตร",
    "เลขประจำตัว13หลัก",
    "เลข13หลัก",
    "pid",
    "cid",
    "citizenid",
    "nationalid",
    "personalid",
    "idcard",
  ],
  day: [
    "วันที่เข้ารับบริการ",
    "วันที่รับบริการ",
    "วันที่มารับบริการ",
    "วันที่ให้บริการ",
    "วันรับบริการ",
    "servicedate",
    "visitdate",
    "vstdate",
    "dateserv",
    "วันที่",
    "date",
  ],
  service: [
    "รหัสบริการ",
    "servicecode",
    "claimtype",
    "claimtypecode",
    "บริการ",
    "service",
    "ประเภทบริการ",
    "ประเภทการเข้ารับบริการ",
  ],
  hn: ["hn", "hncode", "เลขhn", "เลขที่hn", "เลขประจำตัวผู้ป่วย", "เลขที่ผู้ป่วย"],
};

/**
 * Reads a table as a list of visits. Rules where a list can be taken in two ways:
 *
 * - The header is the first of the first ten rows that names all needed columns, in any order and spelling known here;
 *   rows above it are ignored. Refused when none does: names what the best row lacked.
 * - Numbers, days and services: see `readListedNumber`, `readListedDay`, and below. All problems of a row are told at
 *   once, so that it is mended once.
 * - A service is a code (`PG` and seven digits) or a name, compared without regard to case and spaces; a name that two
 *   services share is not guessed. Only `services` are known.
 * - A row without any of the four values is no visit and is passed over (totals, signatures).
 */
export function readVisitList(
  table: readonly TableRow[],
  services: readonly KnownService[],
  today: BangkokDay,
): Result<readonly ListRow[], VisitListRefusal> {
  const header = findHeader(table);
  if (!header.ok) return header;
  const rows = table
    .slice(header.value.at + 1)
    .map(({ line, cells }) => readRow(line, valuesOf(cells, header.value.columns), services, today))
    .filter(({ typed }) => Object.values(typed).some((text) => text !== ""));
  return rows.length === 0 ? refuse({ kind: "list_empty" }) : ok(rows);
}

type Columns = Readonly<Record<ListColumn, number>>;

function findHeader(table: readonly TableRow[]): Result<{ at: number; columns: Columns }, VisitListRefusal> {
  let missing: readonly ListColumn[] = neededColumns;
  for (const [at, { cells }] of table.slice(0, headerWithin).entries()) {
    const columns = columnsOf(cells);
    const lacking = neededColumns.filter((column) => columns[column] < 0);
    if (lacking.length === 0) return ok({ at, columns });
    if (lacking.length < missing.length) missing = lacking;
  }
  return refuse({ kind: "header_missing", missing });
}

/** Where each column stands in a header row; -1: nowhere. */
function columnsOf(cells: readonly Cell[]): Columns {
  const names = cells.map((cell) => heading(typeof cell === "string" ? cell : ""));
  const place = (column: ListColumn) => {
    const found = headings[column].find((name) => names.includes(name));
    return found === undefined ? -1 : names.indexOf(found);
  };
  return { citizen_id: place("citizen_id"), day: place("day"), service: place("service"), hn: place("hn") };
}

/** A heading without what spelling adds: case, spaces, signs, invisible characters; "ำ" in one piece. */
export function heading(text: string): string {
  return toAsciiDigits(text.replaceAll("\u0e4d\u0e32", "\u0e33"))
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}]/gu, "");
}

function valuesOf(cells: readonly Cell[], columns: Columns): Readonly<Record<ListColumn, Cell>> {
  const value = (column: ListColumn) => (columns[column] < 0 ? null : (cells[columns[column]] ?? null));
  return { citizen_id: value("citizen_id"), day: value("day"), service: value("service"), hn: value("hn") };
}

function readRow(
  line: number,
  cells: Readonly<Record<ListColumn, Cell>>,
  services: readonly KnownService[],
  today: BangkokDay,
): ListRow {
  const typed = {
    citizen_id: typedText(cells.citizen_id),
    day: typedText(cells.day),
    service: typedText(cells.service),
    hn: typedText(cells.hn),
  };
  const citizenId = readListedNumber(cells.citizen_id);
  const day = readListedDay(cells.day, today);
  const service = readListedService(typed.service, services);
  const problems: RowProblem[] = [citizenId, day, service].flatMap((part) =>
    part.ok ? [] : [part.refusal.kind],
  );
  if (typed.hn.length > longestHn) problems.push("hn_long");
  if (!citizenId.ok || !day.ok || !service.ok || problems.length > 0) {
    return { line, typed, read: refuse({ kind: "bad_row", problems }) };
  }
  const hn = typed.hn === "" ? null : typed.hn;
  return {
    line,
    typed,
    read: ok({ line, citizenId: citizenId.value, day: day.value, service: service.value, hn }),
  };
}

function readListedService(
  text: string,
  services: readonly KnownService[],
): Result<ServiceTypeCode, { readonly kind: "service_empty" | "service_unknown" }> {
  if (text === "") return refuse({ kind: "service_empty" });
  const code = parseServiceTypeCode(toAsciiDigits(text).replace(/\s/g, ""));
  const name = heading(text);
  const found = services.filter((service) =>
    code.ok
      ? service.code === code.value
      : [service.nameTh, service.nameEn].some((each) => heading(each) === name),
  );
  const [only] = found;
  return only && found.length === 1 ? ok(only.code) : refuse({ kind: "service_unknown" });
}

/** What stood in a cell, as it is shown again and written into the file of errors; at most 100 characters. */
export function typedText(cell: Cell): string {
  if (cell === null) return "";
  const text = cell instanceof Date ? dateText(cell) : String(cell);
  return text.trim().slice(0, 100);
}

function dateText(cell: Date): string {
  return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
}
