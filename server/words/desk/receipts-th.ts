import type { Medium } from "../../notices/notice.ts";
import type { PetitionNotice, ReceiptReason, ReceiptStanding } from "../../notices/receipt.ts";

/** What became of the messages about a petition, in Thai. */
export const receiptsTh = {
  title: "การแจ้งประชาชน",
  none: "ยังไม่มีการแจ้ง",
  toStaff: "แจ้งเจ้าหน้าที่",
  untold: "ส่งไม่ถึงทุกช่องทาง โทรหรือส่งหนังสือถึงประชาชน",
  kinds: {
    petition_filed: "รับคำร้องแล้ว",
    petition_moved: "คำร้องคืบหน้า",
    petition_completed: "ผลของคำร้อง",
    petition_answered: "ข้อความจากเจ้าหน้าที่",
    document_issued: "ออกเอกสาร",
    document_revoked: "ยกเลิกเอกสาร",
    petition_handed: "มอบหมายให้เจ้าหน้าที่",
    staff_petition_due: "เตือนว่าใกล้ครบกำหนด",
    staff_petition_late: "เตือนว่าเกินกำหนด",
    staff_delay_letter: "หนังสือแจ้งความล่าช้ารอส่ง",
    staff_petition_reopened: "ประชาชนแจ้งว่ายังไม่เรียบร้อย",
    staff_petition_answered: "ประชาชนเขียนถึง แก้ไข หรือถอน",
  } satisfies Record<PetitionNotice, string>,
  other: "การแจ้ง",
  media: { line: "LINE", mail: "อีเมล", sms: "SMS" } satisfies Record<Medium, string>,
  standings: {
    waiting: "รอส่ง",
    sent: "ส่งแล้ว",
    unknown: "ไม่ทราบว่าถึงหรือไม่",
    failed: "ส่งไม่ถึง",
    needless: "ไม่ต้องส่งแล้ว",
  } satisfies Record<ReceiptStanding, string>,
  reasons: {
    blocked: "ประชาชนบล็อกบัญชี LINE ของหน่วยงาน",
    no_way: "ประชาชนไม่มี LINE อีเมล หรือโทรศัพท์ที่ส่งถึงได้",
    no_address: "ไม่มีที่อยู่หรือหมายเลขของช่องทางนี้",
    bounced: "ที่อยู่อีเมลไม่รับจดหมาย",
    plan_out: "ข้อความ LINE ของเดือนนี้หมดแล้ว",
    late: "ส่งไม่ทันเวลา",
    other: "ช่องทางนี้ปฏิเสธ",
  } satisfies Record<ReceiptReason, string>,
};
