import type { SeatOrderPaperWords } from "../../credentials/order-paper.ts";

/** What stands on an order that names people to seats. An agency's papers are in Thai, so there is no other language of it. */
export const seatOrderPaperTh: SeatOrderPaperWords = {
  order: (agency) => `คำสั่ง${agency}`,
  number: (number) => `ที่ ${number}`,
  subject: "เรื่อง แต่งตั้งผู้ถือสิทธิและผู้ปฏิบัติงานแทนในระบบการคลังภาครัฐ (Soft Token)",
  opening: (agency) =>
    `เพื่อให้การปฏิบัติงานในระบบการคลังภาครัฐของ${agency} เป็นไปด้วยความเรียบร้อย และเป็นไปตามหลักเกณฑ์การใช้งาน Soft Token จึงแต่งตั้งบุคคลต่อไปนี้เป็นผู้ถือสิทธิและผู้ปฏิบัติงานแทน`,
  columns: ["ลำดับ", "รหัสผู้ใช้งานและสิทธิ", "ชื่อ และตำแหน่ง", "ฐานะ", "ระยะเวลา"],
  from: (day) => `ตั้งแต่ ${day}`,
  fromUntil: (from, until) => `ตั้งแต่ ${from} ถึง ${until}`,
  duties: "หน้าที่",
  controls: "การควบคุมและตรวจสอบ",
  keeping: "การเก็บรักษารหัสผู้ใช้งานและรหัสผ่าน",
  dated: (day) => `สั่ง ณ วันที่ ${day}`,
  head: "หัวหน้าหน่วยงานผู้เบิก",
  draft: "ร่าง ยังไม่ได้ลงนาม",
  page: (page, pages) => (pages > 1 ? `หน้า ${page} จาก ${pages}` : ""),
};
