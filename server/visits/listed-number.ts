import { parseCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { readDigits } from "../kernel/digits.ts";
import { refuse, type Result } from "../kernel/result.ts";
import type { Cell } from "../kernel/workbook.ts";

export const listedNumberProblems = [
  "citizen_id_empty",
  "citizen_id_rounded",
  "citizen_id_not_digits",
  "citizen_id_length",
  "citizen_id_checksum",
] as const;
export type ListedNumberProblem = (typeof listedNumberProblems)[number];

/** A number of fewer digits has lost more than zeros. */
const fewestDigits = 10;

/**
 * Reads a citizen id out of a cell of a list. Rules where it can be taken in two ways:
 *
 * - A number, or a text of digits, of 10 to 12 digits has lost its leading zeros on the way through a spreadsheet:
 *   they are put back, and the checksum must agree. Fewer digits are refused as too few.
 * - "1.23457E+12" has lost its last digits for good: refused as rounded, never completed.
 * - Thai digits, hyphens, spaces and the apostrophe that spreadsheets show text with are read over.
 */
export function readListedNumber(cell: Cell): Result<CitizenId, { readonly kind: ListedNumberProblem }> {
  const text = textOf(cell);
  if (text === "") return refuse({ kind: "citizen_id_empty" });
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return refuse({ kind: "citizen_id_rounded" });
  const digits = readDigits(text);
  if (!digits.ok) return refuse({ kind: "citizen_id_not_digits" });
  const isShort = digits.value.length >= fewestDigits && digits.value.length < 13;
  const read = parseCitizenId(isShort ? digits.value.padStart(13, "0") : digits.value);
  return read.ok ? read : refuse({ kind: read.refusal.kind });
}

/** The cell as typed; a number only when it counts something, for a minus is no hyphen. */
function textOf(cell: Cell): string {
  if (typeof cell === "string") return cell.trim().replace(/^'/, "");
  if (typeof cell === "number" && cell >= 0) return String(cell);
  return cell === null ? "" : "?";
}
