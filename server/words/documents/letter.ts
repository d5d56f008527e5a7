import type { AccessLetterWords } from "../../agencies/access-letter.ts";

/**
 * The letter by which an agency asks for access for its people. Subject, labels and certification are those of the
 * payer's form. It goes to a Thai office, so there is no other language of it.
 */
export const accessLetterTh: AccessLetterWords = {
  title: "หนังสือขอสิทธิเข้าใช้งานระบบตรวจสอบสิทธิ",
  numberLabel: "ที่",
  date: (day) => `วันที่ ${day}`,
  subjectLabel: "เรื่อง",
  subject: "ขอสิทธิเข้าใช้งานระบบตรวจสอบสิทธิประกันสุขภาพโดยการ Authentication ด้วยบัตร Smart Card",
  to: (region) => `เรียน  ผู้อำนวยการสำนักงานหลักประกันสุขภาพแห่งชาติ เขต ${region}`,
  opening: (agency, code) =>
    `ด้วย ${agency} รหัสหน่วยงาน ${code} มีเจ้าหน้าที่ซึ่งต้องตรวจสอบสิทธิหลักประกันสุขภาพและยืนยันการเข้ารับบริการของประชาชน จึงขอแจ้งรายชื่อเพื่อให้กำหนดสิทธิเข้าใช้งานตามที่ระบุในหนังสือนี้`,
  oneLevel: "ผู้ขอแต่ละคนขอระดับสิทธิการเข้าใช้งานเพียง 1 ระดับ ดังนี้",
  joining: {
    heading: "ผู้ขอสิทธิเข้าใช้งาน",
    columns: [
      "ที่",
      "ชื่อ-สกุล\nเลขประจำตัวประชาชน 13 หลัก",
      "ระดับสิทธิ\nการเข้าใช้งาน",
      "โทรศัพท์ที่ทำงาน\nโทรศัพท์เคลื่อนที่",
      "อีเมล (ส่วนตัว)",
    ],
  },
  leaving: {
    heading: "ผู้พ้นหน้าที่ ขอให้ยกเลิกสิทธิเดิม",
    columns: ["ที่", "ชื่อ-สกุล", "ระดับสิทธิเดิม"],
  },
  certify: (agency) =>
    `${agency} ขอรับรองว่าผู้ที่มีรายชื่อตามที่ระบุข้างต้นเป็นผู้ที่รับผิดชอบและปฏิบัติงานตรวจสอบข้อมูลผู้มีสิทธิในโครงการหลักประกันสุขภาพถ้วนหน้าจริง`,
  closing: "จึงเรียนมาเพื่อโปรดพิจารณา",
  respectfully: "ขอแสดงความนับถือ",
  contact: { agency: "ชื่อหน่วยงาน", phone: "หมายเลขโทรศัพท์", fax: "หมายเลขโทรสาร" },
  page: (page, pages) => (pages > 1 ? `หน้า ${page} จาก ${pages}` : ""),
};
