import type { PictureSearchRefusal } from "../../visits/picture-search.ts";
import type { RefusalWords } from "../refusal-words.ts";

/** The registrar's way to a picture of face and card (F3), in Thai. */
export const picturesTh = {
  title: "เปิดดูรูปพิสูจน์ตัวตน",
  lead: "ใช้รหัสเข้ารับบริการจากรายการเบิกจ่าย ทุกครั้งที่เปิดดูจะบันทึกไว้ และเจ้าของรูปเห็นเหตุผลใน LINE",
  day: "วันที่เข้ารับบริการ",
  dayHint: "เช่น 21/11/2569",
  hcode: "รหัสหน่วยบริการ",
  hcodeHint: "5 หลัก",
  code: "รหัสเข้ารับบริการ",
  codeHint: "PP ตามด้วยเลข 10 หลัก",
  reason: "เหตุผลที่เปิดดู",
  reasonHint: "เจ้าของรูปจะเห็นข้อความนี้",
  open: "เปิดดูรูป",
  opened: "บันทึกการเปิดดูแล้ว",
  openedNext: "เจ้าของรูปเห็นว่าใครเปิด เมื่อใด ด้วยเหตุผลใด ออกจากหน้านี้แล้วต้องให้เหตุผลใหม่",
  picture: "รูปหน้าพร้อมบัตรประจำตัวประชาชน",
  openedBy: "เปิดดูโดย",
  openedAt: "เปิดดูเมื่อ",
  another: "เปิดรูปอื่น",
  picture_not_found: "ไม่พบรูปของรหัสนี้ในวันและหน่วยบริการที่ระบุ ภายในเขตของคุณ ตรวจดูทั้งสามช่องแล้วลองใหม่",
  picture_unavailable: "ตอนนี้เปิดรูปไม่ได้ ที่เก็บรูปไม่ตอบหรือไม่มีไฟล์ ลองอีกครั้ง ถ้ายังไม่ได้แจ้งผู้ดูแลระบบ",
  refusal: {
    picture_day_unreadable: () => "กรอกวันที่เป็นวัน/เดือน/ปี เช่น 21/11/2569 และไม่เกินวันนี้",
    hcode_shape: () => "รหัสหน่วยบริการมีเลข 5 หลัก",
    service_code_empty: () => "กรอกรหัสเข้ารับบริการ",
    service_code_prefix: ({ prefix }) => `รหัสขึ้นต้นด้วย ${prefix}`,
    service_code_length: ({ digits }) => `รหัสมีเลข 10 หลัก ที่กรอกมี ${digits} หลัก`,
    service_code_not_digits: ({ seen, digit }) =>
      digit === null ? `“${seen}” ไม่ใช่ตัวเลข` : `“${seen}” ไม่ใช่ตัวเลข หมายถึง ${digit} หรือไม่`,
    picture_reason_short: ({ fewest }) => `เขียนเหตุผลอย่างน้อย ${fewest} ตัวอักษร`,
  } satisfies RefusalWords<PictureSearchRefusal>,
};
