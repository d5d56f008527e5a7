import { holderColumns, type HolderColumn } from "../../server/credentials/holder-list-fault.ts";
import { holderHeadings } from "../../server/credentials/holder-list.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";

/** A row of a list of holders, as it is typed. */
export type ListedRow = Readonly<Record<HolderColumn, string>>;

let listed = 0;

/** A user code nobody has: of a recorder, or of another right by its mark. */
export function nextCode(mark: "80" | "01" | "02" = "80"): string {
  listed += 1;
  return `B${String(listed).padStart(10, "0")}${mark}01`;
}

/** Somebody who is in no list yet, with a hardware key. */
export function listedHolder(more: Partial<ListedRow> = {}): ListedRow {
  listed += 1;
  return {
    agency: "",
    userCode: nextCode(),
    citizenId: completeCitizenId(`5${String(70_000_000_000 + listed).slice(-11)}`),
    firstName: "ปิติ",
    lastName: "พิทักษ์ถิ่น",
    position: "นักวิชาการเงินและบัญชี",
    email: `piti${listed}@town.example`,
    mobile: "0812345678",
    device: `TK${String(listed).padStart(8, "0")}`,
    ...more,
  };
}

/** The list as a file of comma-separated text. */
export function holderCsv(rows: readonly ListedRow[]): string {
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const header = holderColumns.map((column) => holderHeadings[column][0]);
  return [header, ...rows.map((row) => holderColumns.map((column) => row[column]))].map(quoted).join("\r\n");
}
