import type { SeatRight } from "../../../server/credentials/seat.ts";

/** Something that is done in the treasury's system, and the right it is done by (rules of the Soft Token, 2567). */
export interface Duty {
  readonly key: string;
  readonly name: string;
  readonly means: string;
  readonly by: SeatRight;
}

/** All there is to do here. */
export const duties: readonly Duty[] = [
  {
    key: "record",
    name: "บันทึก/ปรับปรุงข้อมูล",
    means: "บันทึกรายการขอเบิก แก้ไขข้อมูลหลักผู้ขาย",
    by: "recorder",
  },
  { key: "report", name: "เรียกรายงาน", means: "รายงานสถานะการเบิกจ่ายและเงินคงเหลือ", by: "recorder" },
  {
    key: "withdraw",
    name: "อนุมัติ\u00a01: ขอเบิกเงินจากคลัง",
    means: "อนุมัติรายการขอเบิกที่ผู้บันทึกส่งมา",
    by: "approver_1",
  },
  {
    key: "pay",
    name: "อนุมัติ\u00a02: อนุมัติจ่ายตรง",
    means: "อนุมัติจ่ายเงินเข้าบัญชีเจ้าหนี้โดยตรง",
    by: "approver_2",
  },
  { key: "remit", name: "นำเงินส่งคลัง", means: "นำเงินรายได้หรือเงินเหลือจ่ายส่งคลัง", by: "approver_2" },
];

/** What each right is called here. */
export const rightNames: Readonly<Record<SeatRight, string>> = {
  recorder: "ผู้บันทึก",
  approver_1: "ผู้อนุมัติเบิกเงิน (อนุมัติ\u00a01)",
  approver_2: "ผู้อนุมัติจ่ายเงิน (อนุมัติ\u00a02)",
  other: "สิทธิอื่นที่ระบบนี้ไม่รู้จัก",
};

/** Why a right may not do something; null: it may. */
export function reasonAgainst(duty: Duty, right: SeatRight): string | null {
  if (duty.by === right) return null;
  return `ต้องเป็น${rightNames[duty.by]} แต่ท่านเข้ามาด้วยสิทธิ${rightNames[right]}`;
}
