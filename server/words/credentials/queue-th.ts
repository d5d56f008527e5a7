import type { DecisionRefusal } from "../../credentials/registration-decision.ts";
import type { RefusalWords } from "../refusal-words.ts";

const othersApprove = (names: readonly string[]) =>
  names.length === 0
    ? "ส่วนกลางยังไม่มีนายทะเบียนคนอื่นที่อนุมัติได้ ขอให้ผู้ดูแลระบบเพิ่มนายทะเบียนอีกหนึ่งคน รายการนี้รออยู่และไม่หาย"
    : `ผู้ที่อนุมัติได้: ${names.join(", ")} รายการนี้รออยู่และไม่หาย`;

const refusal: RefusalWords<Exclude<DecisionRefusal, { kind: "registration_not_found" }>> = {
  registration_decided: () => "มีผู้พิจารณารายการนี้ไปแล้ว ไม่มีอะไรเปลี่ยนแปลง ดูผลด้านล่าง",
  email_bound: () => "อีเมลที่ลงทะเบียนไม่ตรงกับอีเมลในคำร้องเปลี่ยนผู้ใช้งานที่อนุมัติแล้ว ยังอนุมัติไม่ได้ ให้แก้ไขโดยใช้อีเมลตามคำร้อง",
  letter_opened_by_you: ({ others }) =>
    `คุณเป็นผู้เปิดจดหมายปิดผนึกของผู้นี้และเห็นรหัสผ่านแล้ว จึงอนุมัติเองไม่ได้ ยังไม่มีอะไรเปลี่ยนแปลง ${othersApprove(others)}`,
  reason_missing: () => "เลือกหรือเขียนเหตุผลก่อน ผู้ลงทะเบียนจะได้รู้ว่าต้องแก้อะไร",
  reason_long: ({ limit }) => `เหตุผลยาวเกินไป ใช้ได้ไม่เกิน ${limit} ตัวอักษร`,
};

/** The central office's registrations, in Thai. */
export const registrationQueueTh = {
  refusal,
  title: "การลงทะเบียน Soft Token",
  lead: "รายการที่ส่งก่อนอยู่บน ชื่อแสดงเมื่อเปิดดู และระบบบันทึกทุกครั้งที่เปิด",
  find: "ค้นหา",
  state: "สถานะ",
  states: { sent: "รอการอนุมัติ", refused: "ให้แก้ไข", approved: "อนุมัติแล้ว", activated: "เปิดใช้งานแล้ว" },
  code: "รหัสผู้ใช้งานขึ้นต้นด้วย",
  sentAt: "ส่งเมื่อ",
  userCode: "รหัสผู้ใช้งาน",
  right: "สิทธิ",
  agency: "หน่วยงาน",
  open: "เปิดดู",
  empty: "ไม่มีรายการ",
  emptyNext: "เมื่อมีผู้ส่งการลงทะเบียน จะแสดงที่นี่",
  settings: "ตั้งค่าอายุรหัสผ่าน",
  done: {
    approved: (inLine: boolean) => `อนุมัติแล้ว แจ้งผลทางอีเมล${inLine ? "และ LINE " : ""}แล้ว`,
    refused: (inLine: boolean) => `ส่งกลับให้แก้ไขแล้ว แจ้งเหตุผลทางอีเมล${inLine ? "และ LINE " : ""}แล้ว`,
  },
  one: {
    title: "พิจารณาการลงทะเบียน",
    who: "ตัวบุคคล",
    name: "ชื่อตามคำสั่ง",
    proven: "ชื่อที่พิสูจน์ตัวตน",
    provenBy: { thaid: "ThaID", paotang: "เป๋าตัง" },
    provenAt: "พิสูจน์เมื่อ",
    noName: "แอปไม่ได้ส่งชื่อมา เลขประจำตัวตรงกัน",
    same: "ชื่อตรงกัน",
    differs: "ชื่อไม่ตรงกัน เลขประจำตัวตรงกัน ตรวจกับคำสั่งก่อน",
    citizenId: "เลขประจำตัวประชาชน",
    position: "ตำแหน่ง",
    part: "ฐานะ",
    address: "ที่อยู่ปัจจุบัน",
    email: "อีเมล (ยืนยันแล้ว)",
    mobile: "โทรศัพท์มือถือ",
    consent: "ความยินยอม",
    consentOf: (version: string, time: string) => `ฉบับ ${version} เมื่อ ${time}`,
    order: "คำสั่งหรือเอกสารมอบหมาย",
    broughtHint: "ผู้ถือสิทธิกรอกเลขที่และวันที่เอง ตรวจให้ตรงกับเอกสารก่อนอนุมัติ",
    orderOf: (number: string, day: string) => `คำสั่งเลขที่ ${number} ลงวันที่ ${day}`,
    starts: "มีผลตั้งแต่",
    openFile: "เปิดไฟล์",
    noFiles: "ไม่มีไฟล์",
    decided: "ผลการพิจารณา",
    approved: "อนุมัติแล้ว",
    refusedWith: (reason: string) => `ให้แก้ไข: ${reason}`,
    decision: "ผลการพิจารณา",
    approve: "อนุมัติ",
    approveHint: "ผู้นี้จะเป็นผู้ถือสิทธิทันที หรือในวันเริ่มตามคำสั่ง เมื่อนั้นสิทธิของผู้ถือเดิมในฐานะเดียวกันสิ้นสุดลง",
    openedLetter: "คุณเป็นผู้เปิดจดหมายปิดผนึกของผู้นี้ จึงอนุมัติเองไม่ได้",
    othersApprove,
    refuse: "ไม่อนุมัติ",
    reason: "เหตุผลที่ไม่อนุมัติ",
    reasonHint: "ผู้ลงทะเบียนจะอ่านข้อความนี้ เลือกเหตุผล หรือเขียนเอง",
    reasons: {
      order_missing: "แนบเอกสารไม่ครบ ขาดแบบมอบหมายให้ถือสิทธิ",
      order_unsigned: "คำสั่งที่แนบยังไม่ได้ลงนาม",
      name_differs: "ชื่อในคำสั่งไม่ตรงกับผู้ลงทะเบียน",
      unreadable: "ไฟล์ที่แนบอ่านไม่ชัด",
      wrong_right: "สิทธิในคำสั่งไม่ตรงกับรหัสผู้ใช้งานนี้",
    },
    own: "เขียนเหตุผลเพิ่มเติม",
    back: "กลับไปรายการ",
  },
};
