import type { CitizenId } from "../kernel/citizen-id.ts";
import { parseEmail } from "../kernel/email.ts";
import { parsePersonName } from "../kernel/person-name.ts";
import { nationalPhone, parsePhone } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Cell, TableRow } from "../kernel/workbook.ts";
import { readListedNumber } from "../visits/listed-number.ts";
import { heading, typedText } from "../visits/visit-list.ts";
import {
  holderColumns,
  type HolderColumn,
  type HolderFault,
  type HolderFaultKind,
} from "./holder-list-fault.ts";
import type { HolderFacts } from "./holding.ts";
import { parseSerial, type OldDeviceKind } from "./old-device.ts";
import { rightOfCode, parseUserCode, type UserCode } from "./user-code.ts";
import type { SeatRight } from "./seat.ts";

/** Holders in a list at most. */
export const longestHolderList = 10_000;
const headerWithin = 10;
const longestPosition = 150;

/** What each column is called in the template, and other names that are taken for it. */
export const holderHeadings: Readonly<Record<HolderColumn, readonly [string, ...string[]]>> = {
  agency: ["หน่วยงาน", "หน่วยเบิกจ่าย", "ชื่อหน่วยงาน", "agency"],
  userCode: ["รหัสผู้ใช้งาน", "ชื่อผู้ใช้งาน", "username", "usercode"],
  citizenId: ["เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "เลขบัตร", "citizenid"],
  firstName: ["ชื่อ", "firstname"],
  lastName: ["นามสกุล", "lastname"],
  position: ["ตำแหน่ง", "position"],
  email: ["อีเมล", "อีเมล์", "email"],
  mobile: ["โทรศัพท์", "โทรศัพท์มือถือ", "เบอร์โทรศัพท์", "mobile"],
  device: ["อุปกรณ์เดิม", "olddevice"],
};

/** A holder as the list names them, every cell read. */
export interface ListedHolder {
  readonly line: number;
  /** As it was typed: a name, or the eleven characters of the agency's codes. */
  readonly agency: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly facts: HolderFacts & { readonly citizenId: CitizenId };
  readonly device: { readonly kind: OldDeviceKind; readonly serial: string | null };
}

/** One row: what stood in it, what was read (null: not all of it), and what is wrong. */
export interface HolderListRow {
  readonly line: number;
  readonly typed: Readonly<Record<HolderColumn, string>>;
  readonly read: ListedHolder | null;
  readonly faults: readonly HolderFault[];
}

export type HolderListRefusal =
  | { readonly kind: "header_missing"; readonly missing: readonly HolderColumn[] }
  | { readonly kind: "list_empty" }
  | { readonly kind: "list_long"; readonly rows: number };

/**
 * Reads a table as a list of holders. The header is the first of the first ten rows that names all columns, in any order;
 * empty rows are passed over. Refuses a table without the columns, without a row, and with too many. All that is wrong in
 * a row is told at once.
 */
export function readHolderList(
  table: readonly TableRow[],
): Result<readonly HolderListRow[], HolderListRefusal> {
  const header = findHeader(table);
  if (!header.ok) return header;
  const { at, columns } = header.value;
  const rows = table
    .slice(at + 1)
    .map(({ line, cells }) => readRow(line, (column) => cells[columns[column]] ?? null))
    .filter(({ typed }) => Object.values(typed).some((text) => text !== ""));
  if (rows.length === 0) return refuse({ kind: "list_empty" });
  return rows.length > longestHolderList ? refuse({ kind: "list_long", rows: longestHolderList }) : ok(rows);
}

type Columns = Readonly<Record<HolderColumn, number>>;

function findHeader(table: readonly TableRow[]): Result<{ at: number; columns: Columns }, HolderListRefusal> {
  let missing: readonly HolderColumn[] = holderColumns;
  for (const [at, { cells }] of table.slice(0, headerWithin).entries()) {
    const names = cells.map((cell) => heading(typeof cell === "string" ? cell : ""));
    const placeOf = (column: HolderColumn) =>
      names.findIndex((name) => holderHeadings[column].map(heading).includes(name));
    const columns = Object.fromEntries(holderColumns.map((column) => [column, placeOf(column)])) as Columns;
    const lacking = holderColumns.filter((column) => columns[column] < 0);
    if (lacking.length === 0) return ok({ at, columns });
    if (lacking.length < missing.length) missing = lacking;
  }
  return refuse({ kind: "header_missing", missing });
}

function readRow(line: number, cell: (column: HolderColumn) => Cell): HolderListRow {
  const faults: HolderFault[] = [];
  const wrong = (column: HolderColumn, kind: HolderFaultKind) => faults.push({ column, kind });
  const typed = Object.fromEntries(
    holderColumns.map((column) => [column, typedText(cell(column))]),
  ) as HolderListRow["typed"];
  if (typed.agency === "") wrong("agency", "agency_empty");
  const userCode = parseUserCode(typed.userCode);
  if (!userCode.ok) wrong("userCode", userCode.refusal.kind);
  const facts = readFacts(typed, cell("citizenId"), wrong);
  const device = readDevice(typed.device, wrong);
  const isRead = faults.length === 0 && userCode.ok && facts !== null && device !== null;
  if (!isRead) return { line, typed, read: null, faults };
  const right = rightOfCode(userCode.value);
  const read = { line, agency: typed.agency, userCode: userCode.value, right, facts, device };
  return { line, typed, read, faults };
}

type Wrong = (column: HolderColumn, kind: HolderFaultKind) => void;

function readFacts(
  typed: HolderListRow["typed"],
  citizenCell: Cell,
  wrong: Wrong,
): ListedHolder["facts"] | null {
  const citizenId = readListedNumber(citizenCell);
  const [firstName, lastName] = [parsePersonName(typed.firstName), parsePersonName(typed.lastName)];
  const position = typed.position.normalize("NFC").replace(/\s+/g, " ");
  const email = typed.email === "" ? ok(null) : parseEmail(typed.email);
  const mobile = typed.mobile === "" ? ok(null) : parsePhone(withZero(typed.mobile));
  if (!citizenId.ok) wrong("citizenId", citizenId.refusal.kind);
  if (!firstName.ok) wrong("firstName", firstName.refusal.kind);
  if (!lastName.ok) wrong("lastName", lastName.refusal.kind);
  if (position === "") wrong("position", "position_empty");
  if ([...position].length > longestPosition) wrong("position", "position_long");
  if (!email.ok) wrong("email", "email_shape");
  if (!mobile.ok) wrong("mobile", "mobile_wrong");
  if (!citizenId.ok || !firstName.ok || !lastName.ok || !email.ok || !mobile.ok) return null;
  return {
    citizenId: citizenId.value,
    firstName: firstName.value,
    lastName: lastName.value,
    position,
    email: email.value,
    mobile: mobile.value === null ? null : nationalPhone(mobile.value),
  };
}

/** A number that a spreadsheet took for one has lost its leading zero. */
function withZero(text: string): string {
  return /^[689]\d{8}$/.test(text) ? `0${text}` : text;
}

/** "Username/Password", or else the serial of the hardware key as it stands on it. */
function readDevice(text: string, wrong: Wrong): ListedHolder["device"] | null {
  if (text === "") wrong("device", "device_empty");
  if (/^user\s?name\s*([/,&+]|และ|and)?\s*password$/i.test(text)) return { kind: "password", serial: null };
  if (text === "") return null;
  const serial = parseSerial(text);
  if (serial !== null) return { kind: "token_key", serial };
  wrong("device", "device_unknown");
  return null;
}
