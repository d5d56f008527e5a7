import type { TermsRefusal } from "../../petitions/agency-terms.ts";
import type { SealRefusal, SettingRefusal } from "../../petitions/judge-setting.ts";
import type { RefusalWords } from "../refusal-words.ts";

/** What a local government sets for itself, in Thai. */
export const localTh = {
  title: "ตั้งค่าหน่วยงาน",
  lead: "คำต้อนรับ ที่อยู่ที่พิมพ์บนเอกสาร รูปยืนยันตัวตนที่ต้องส่ง และระยะเวลาเก็บคำร้อง",
  texts: "ข้อความที่ประชาชนเห็น",
  welcomeTh: "คำต้อนรับ (ไทย)",
  welcomeEn: "คำต้อนรับ (อังกฤษ)",
  welcomeHint: "อยู่เหนือรายการบริการ เว้นว่างได้",
  addressTh: "ที่อยู่สำนักงาน",
  addressHint: "พิมพ์ใต้ชื่อหน่วยงานบนเอกสารทุกฉบับ",
  phone: "โทรศัพท์",
  pictures: "รูปยืนยันตัวตนที่ต้องส่ง",
  picturesHint: "เลือกเท่าที่จำเป็น ทุกรูปถูกขีดคร่อมก่อนเก็บ ไม่เลือกเลยหมายความว่าไม่ขอรูป",
  keepDays: "เก็บคำร้องที่เสร็จแล้วกี่วัน",
  keepDaysHint: (fewest: number, most: number) =>
    `${fewest}–${most} วัน เช่น 3650 คือสิบปี พ้นแล้วคำร้องและเอกสารที่สิ้นสุดแล้วจะถูกลบเอง`,
  save: "บันทึกการตั้งค่า",
  saved: "บันทึกแล้ว",
  seal: "ตราของหน่วยงาน",
  sealLead: "พิมพ์บนหัวเอกสารที่ออกหลังจากนี้ ฉบับที่ออกไปแล้วไม่เปลี่ยน",
  sealNone: "ยังไม่มีตรา เอกสารจะมีเพียงชื่อหน่วยงาน",
  sealAlt: "ตราของหน่วยงานที่ใช้อยู่",
  sealFile: "รูปตรา",
  sealHint: "PNG หรือ JPG พื้นขาวหรือโปร่งใส ด้านละ 150–1,600 จุด ไม่เกิน 1 MB",
  sealSave: "ใช้ตรานี้",
  sealSaved: "เปลี่ยนตราแล้ว",
  sealMissing: "เลือกรูปตราก่อน",
  terms: {
    title: "ข้อตกลงของหน่วยงาน",
    lead: "ประชาชนต้องยอมรับก่อนยื่นคำร้องกับหน่วยงาน ต่อจากข้อตกลงของระบบ เว้นว่างได้ถ้าใช้ข้อตกลงของระบบอย่างเดียว",
    usual: "ข้อตกลงของระบบที่ทุกคนยอมรับแล้ว",
    textTh: "ข้อความ (ไทย)",
    textHint: "หนึ่งบรรทัดหนึ่งย่อหน้า ถ้าแก้ข้อความ ผู้ที่เคยยอมรับจะได้อ่านและยอมรับใหม่อีกครั้งเดียว",
    textEn: "ข้อความ (อังกฤษ)",
    save: "ใช้ข้อตกลงนี้",
    saved: "บันทึกข้อตกลงแล้ว ประชาชนจะได้อ่านเมื่อเริ่มยื่นครั้งถัดไป",
    inForce: (version: number, day: string) => `ใช้อยู่: ฉบับที่ ${version} ตั้งแต่ ${day}`,
    none: "ยังไม่มีข้อตกลงของหน่วยงาน",
    refusal: {
      terms_long: ({ most }) => `ข้อตกลงยาวได้ไม่เกิน ${most.toLocaleString("en")} ตัวอักษร`,
      terms_thai_missing: () => "ใส่ข้อความภาษาไทยก่อน ภาษาอังกฤษเป็นคำแปล",
    } satisfies RefusalWords<TermsRefusal>,
  },
  number: "กรอกจำนวนวันเป็นตัวเลข",
  refusal: {
    keep_days_range: ({ fewest, most }) => `เก็บได้ตั้งแต่ ${fewest} ถึง ${most} วัน`,
    id_pictures_unknown: () => "เลือกรูปจากรายการ",
    seal_heavy: () => "รูปใหญ่เกิน 1 MB ย่อแล้วเลือกใหม่",
    seal_unreadable: () => "ไฟล์นี้ไม่ใช่ PNG หรือ JPG ที่เปิดได้ แม้ชื่อจะลงท้ายเช่นนั้น",
    seal_size: () => "รูปตราแต่ละด้านต้องมี 150–1,600 จุด",
    seal_not_kept: () => "เก็บรูปไม่สำเร็จ ตราเดิมยังใช้อยู่ ลองใหม่อีกครั้ง",
  } satisfies RefusalWords<SettingRefusal | SealRefusal>,
};
