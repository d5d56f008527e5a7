import type { BirthDate } from "../kernel/birth-date.ts";
import type { CitizenId } from "../kernel/citizen-id.ts";
import { bangkokDay, startOfBangkokDay, toBuddhistYear, type BangkokDay } from "../kernel/thai-date.ts";
import { cellText } from "../kernel/workbook.ts";
import type { ServiceCode, ServiceCodeStatus } from "./service-code.ts";
import type { ServiceKind, ServiceTypeCode } from "./service-type.ts";
import type { AskingWay, VisitStatus } from "./visit.ts";

/**
 * The 24 columns A–X of the report that e-Claim and the hospitals' importers read, letter by letter: some importers
 * compare the header before they read a row.
 */
export const claimColumns = [
  "รหัสหน่วย",
  "ชื่อหน่วย",
  "เลขบัตร",
  "ชื่อ-สกุล",
  "วันเกิด",
  "เบอร์โทร",
  "สิทธิหลัก",
  "สิทธิย่อย",
  "รหัสการเข้ารับบริการ",
  "CLAIM CODE",
  "ประเภทการเข้ารับบริการ",
  "รหัสบริการ",
  "บริการ",
  "HN CODE",
  "AN CODE",
  "วันที่เข้ารับบริการ",
  "วันที่บันทึก Authen Code",
  "สถานะใช้งาน",
  "ช่องทางการขอ Authen Code",
  "วิธีการพิสูจน์ตัวตน",
  "ผู้บันทึกการเข้ารับบริการ",
  "วันที่แก้ไข Authen Code",
  "ชื่อผู้แก้ไข Authen Code",
  "หมายเหตุการยกเลิก",
] as const;

/** The name importers look for. */
export const claimFileName = "รายงานการขอ Authen code";

/** One service of a visit as the report tells it: with its code, or without one while the visit is a draft. */
export interface ClaimRow {
  readonly hcode: string;
  readonly facilityName: string;
  readonly citizenId: CitizenId;
  readonly name: string | null;
  readonly birth: BirthDate | null;
  /** As dialled in Thailand, "0812345678". */
  readonly phones: readonly string[];
  readonly mainRight: string | null;
  readonly subRight: string | null;
  readonly visitId: string;
  readonly code: { readonly code: ServiceCode; readonly status: ServiceCodeStatus } | null;
  readonly service: { readonly kind: ServiceKind; readonly code: ServiceTypeCode; readonly nameTh: string };
  readonly hn: string | null;
  readonly an: string | null;
  readonly day: BangkokDay;
  readonly cameAt: Date | null;
  readonly recordedAt: Date;
  readonly visitStatus: VisitStatus;
  readonly way: AskingWay;
  /** Null: the citizen, in LINE. */
  readonly recordedBy: string | null;
  readonly changed: { readonly at: Date; readonly by: string | null } | null;
  readonly cancelReason: string | null;
}

const kindWords = { main: "บริการหลัก", secondary: "บริการรอง" } as const satisfies Record<ServiceKind, string>;

/** Column R, in the words of the counter's own pages. */
export const claimStatusWords = {
  draft: "รอยืนยัน",
  confirmed: "ยืนยันแล้ว",
  cancelled: "ยกเลิก",
} as const satisfies Record<VisitStatus, string>;

/** Column T. The first two are the payer's own words; the others say in the same form what was done here. */
export const proofWords = {
  card: "ตรวจสอบสิทธิด้วย Smart Card",
  picture: "ตรวจสอบสิทธิด้วยเลขประจำตัวประชาชน13หลัก",
  line_qr: "ตรวจสอบสิทธิด้วย QR CODE ผ่าน LINE",
  slip: "ตรวจสอบสิทธิด้วยใบรหัสสำรอง",
  api: "ตรวจสอบสิทธิผ่านระบบของหน่วยบริการ",
} as const satisfies Record<AskingWay, string>;

const channel = "AUTHENCODE";
const citizenRecorded = "ประชาชน (LINE)";

/**
 * One row as 24 texts. Days are dd/MM/yyyy of the Buddhist era, moments with HH:mm:ss in Bangkok; what is not known is
 * empty. A cancelled code makes the row "ยกเลิก", though its visit stays confirmed.
 */
export function claimCells(row: ClaimRow): readonly string[] {
  const { service, code, changed } = row;
  return [
    row.hcode,
    row.facilityName,
    row.citizenId,
    row.name ?? "",
    row.birth ? birthText(row.birth) : "",
    row.phones.join(","),
    row.mainRight ?? "",
    row.subRight ?? "",
    row.visitId,
    code?.code ?? "",
    kindWords[service.kind],
    service.code,
    service.nameTh,
    row.hn ?? "",
    row.an ?? "",
    row.cameAt ? momentText(row.cameAt) : dayText(row.day),
    momentText(row.recordedAt),
    claimStatusWords[claimStatus(row)],
    channel,
    proofWords[row.way],
    row.recordedBy ?? citizenRecorded,
    changed ? momentText(changed.at) : "",
    changed ? (changed.by ?? citizenRecorded) : "",
    row.cancelReason ?? "",
  ].map(cellText);
}

/** How the row stands: cancelled when its visit or its code is. */
export function claimStatus({ visitStatus, code }: Pick<ClaimRow, "visitStatus" | "code">): VisitStatus {
  return code?.status === "cancelled" ? "cancelled" : visitStatus;
}

/** "21/11/2569". */
export function dayText(day: BangkokDay): string {
  const [year = "", month = "", dayOfMonth = ""] = day.split("-");
  return `${dayOfMonth}/${month}/${toBuddhistYear(Number(year))}`;
}

/** "21/11/2569 14:05:09", Bangkok time. */
export function momentText(at: Date): string {
  const day = bangkokDay(at);
  const sinceMidnight = new Date(at.getTime() - startOfBangkokDay(day).getTime());
  return `${dayText(day)} ${sinceMidnight.toISOString().slice(11, 19)}`;
}

/** "09/03/2512"; 00 for what the card does not know. */
function birthText({ day, month, yearBe }: BirthDate): string {
  return [pad(day ?? 0), pad(month ?? 0), yearBe].join("/");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
