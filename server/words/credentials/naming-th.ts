import type { NamingFaultRefusal } from "../../credentials/naming.ts";
import { formsTh } from "../forms/th.ts";
import { identityRefusalsTh } from "../identity/refusals-th.ts";
import type { RefusalWords } from "../refusal-words.ts";

const { name_empty, name_too_long, name_character } = identityRefusalsTh;

const refusal: RefusalWords<NamingFaultRefusal> = {
  ...formsTh.refusal,
  ...{ name_empty, name_too_long, name_character },
  seat_unchosen: () => "เลือกรหัสผู้ใช้งาน",
  part_unchosen: () => "เลือกว่าแต่งตั้งเป็นผู้ถือสิทธิหรือผู้ปฏิบัติงานแทน",
  position_empty: () => "กรอกตำแหน่งตามที่ใช้ในคำสั่ง",
  text_long: ({ limit }) => `ยาวเกินไป พิมพ์ได้ไม่เกิน ${limit} ตัวอักษร`,
  order_number_empty: () => "กรอกเลขที่คำสั่งที่จะลงนาม แต่งตั้งแล้วแก้เลขนี้ไม่ได้",
  order_text_empty: () => "ข้อนี้ต้องมีในคำสั่ง กรอกหรือใช้ข้อความที่ร่างไว้",
  ends_before: () => "วันสุดท้ายต้องไม่ก่อนวันเริ่ม และต้องเป็นวันนี้หรือวันข้างหน้า",
  starts_before_order: () => "วันเริ่มต้องไม่ก่อนวันที่ลงในคำสั่ง",
};

/** The wizard by which a head names people to seats, in Thai. */
export const namingTh = {
  title: "แต่งตั้งผู้ถือสิทธิ",
  pages: { place: "เลือกสิทธิ", person: "ผู้ได้รับแต่งตั้ง", order: "คำสั่ง", check: "ตรวจทาน" },
  seat: "รหัสผู้ใช้งาน",
  heldBy: (name: string) => `ปัจจุบัน ${name}`,
  part: "แต่งตั้งเป็น",
  partHint: { holder: "ถือสิทธิเป็นหลัก", deputy: "ใช้สิทธิแทนในช่วงวันที่กำหนด" },
  reason: "เหตุที่เปลี่ยนผู้ถือสิทธิ",
  reasonHint: "เลือกเมื่อมีผู้ถืออยู่แล้ว ผู้ถือเดิมยังใช้งานได้จนกว่ารายใหม่ได้รับอนุมัติ",
  reasonNone: "ยังไม่มีผู้ถือ",
  reasonMissing: (name: string) => `${name} ถือสิทธินี้อยู่ เลือกเหตุที่เปลี่ยน ผู้ถือเดิมยังใช้งานได้จนกว่ารายใหม่ได้รับอนุมัติ`,
  citizenId: "เลขประจำตัวประชาชน",
  citizenIdHint: "13 หลัก",
  firstName: "ชื่อ",
  lastName: "นามสกุล",
  position: "ตำแหน่ง",
  positionHint: "เช่น นักวิชาการเงินและบัญชีชำนาญการ",
  email: "อีเมลของผู้ได้รับแต่งตั้ง (ไม่บังคับ)",
  emailHint: "ระบบส่งลิงก์ตั้งรหัสผ่านไปที่นี่ ถ้าไม่ทราบ ใช้จดหมายปิดผนึกจากส่วนกลาง",
  mobile: "โทรศัพท์มือถือ (ไม่บังคับ)",
  useOrder: "ใช้คำสั่ง",
  newOrder: "คำสั่งใหม่",
  newOrderHint: "กรอกส่วนนี้เมื่อเลือก “คำสั่งใหม่” เท่านั้น",
  keptOrder: (number: string, day: string) => `คำสั่งที่ ${number} ลงวันที่ ${day}`,
  useOrderHint: "คำสั่งฉบับเดียวแต่งตั้งได้หลายคน เลือกคำสั่งเดิมแล้วไม่ต้องกรอกข้อความซ้ำ",
  number: "เลขที่คำสั่ง",
  numberHint: "เช่น 125/2569",
  dated: "ลงวันที่",
  starts: "เริ่มตั้งแต่วันที่",
  ends: "ถึงวันที่",
  endsHint: "สำหรับผู้ปฏิบัติงานแทนเท่านั้น ผู้ถือสิทธิเว้นว่างไว้",
  texts: "ข้อความในคำสั่ง",
  textsHint: "ร่างไว้ให้แล้ว แก้ไขได้",
  duties: "หน้าที่",
  controls: "การควบคุมและตรวจสอบ",
  keeping: "การเก็บรักษารหัสผู้ใช้งานและรหัสผ่าน",
  next: "ต่อไป",
  unfinished: "มีการแต่งตั้งที่กรอกค้างไว้ เก็บไว้ให้ 24 ชั่วโมง",
  goOnUnfinished: "ทำต่อจากที่ค้างไว้",
  givesWay: "ผู้ถือเดิม",
  givesWayHow: (name: string, reason: string) =>
    `${name} พ้นจากสิทธินี้เพราะ${reason} ยังใช้งานได้จนกว่ารายใหม่ได้รับอนุมัติจากส่วนกลาง`,
  previous: "กลับไปแก้ไข",
  cancel: "ไม่แต่งตั้ง",
  check: "ตรวจทานก่อนแต่งตั้ง",
  checkLead: "ยังไม่มีอะไรเปลี่ยนจนกว่าจะกด “แต่งตั้ง”",
  draftPdf: "ดูร่างคำสั่ง (PDF)",
  confirm: "แต่งตั้ง",
  toLink: (email: string) => `ส่งลิงก์ตั้งรหัสผ่านไปที่ ${email}`,
  toLetter: "ขอจดหมายปิดผนึกที่มีรหัสผ่านครั้งแรกจากส่วนกลาง",
  then: "หลังแต่งตั้ง",
  separation: {
    title: "แต่งตั้งไม่ได้ อนุมัติ 1 และอนุมัติ 2 เป็นบุคคลเดียวกันมิได้",
    rule: "หลักเกณฑ์ Soft Token 28 กุมภาพันธ์ 2567 ข้อ 2: ผู้มีสิทธิอนุมัติเบิกเงิน (อนุมัติ 1) และผู้มีสิทธิอนุมัติจ่ายเงิน (อนุมัติ 2) ต้องมิใช่บุคคลเดียวกัน ผู้ปฏิบัติงานแทนก็เช่นกัน",
    held: (right: string, part: string, code: string) => `ผู้นี้เป็น${part}ของ ${right} รหัส ${code} อยู่แล้ว`,
    safe: "ยังไม่มีอะไรเปลี่ยน สิ่งที่กรอกไว้ยังอยู่ครบ",
    next: "เลือกผู้อื่น หรือให้ผู้นี้พ้นจากสิทธิเดิมก่อน แล้วแต่งตั้งใหม่",
  },
  refusal: {
    seat_not_found: "ไม่พบรหัสผู้ใช้งานนี้ในหน่วยงานของคุณ เลือกใหม่",
    order_not_found: "ไม่พบคำสั่งนี้ เลือกใหม่หรือกรอกเป็นคำสั่งใหม่",
    named_already: (name: string) =>
      `แต่งตั้ง ${name} ไว้แล้วและยังลงทะเบียนไม่เสร็จ ถ้าจะเปลี่ยนคน ยกเลิกการแต่งตั้งนั้นก่อนที่หน้าสิทธินี้`,
    email_taken: "อีเมลนี้เป็นของเลขประจำตัวประชาชนอื่น กรอกอีเมลของผู้ได้รับแต่งตั้งเอง หรือเว้นว่างแล้วใช้จดหมายปิดผนึก",
    in_seat_already: (part: string) => `ผู้นี้เป็น${part}ของรหัสนี้อยู่แล้ว เลือกผู้อื่น`,
  },
  fault: refusal,
};
