import type { AssuranceLevel } from "../../identity/assurance.ts";
import type {
  BeginThaIdRefusal,
  ReturnThaIdRefusal,
  TakeThaIdRefusal,
} from "../../identity/thaid-attempt.ts";
import type { RefusalWords } from "../refusal-words.ts";

/** The ladder of assurance and ThaID (N6), in Thai. */
export const assuranceTh = {
  title: "ระดับความน่าเชื่อถือ",
  lead: "บริการแต่ละอย่างบอกว่าต้องยืนยันตัวตนถึงขั้นไหน ยืนยันครั้งเดียวใช้ได้ทุกหน่วยงาน",
  need: (rung: string) => `บริการนี้ต้องการขั้น “${rung}”`,
  needNext: "ทำต่อจากหน้านี้ แล้วเราจะพากลับไปที่เดิม สิ่งที่กรอกไว้ยังอยู่",
  enough: "ยืนยันตัวตนถึงขั้นที่ต้องการแล้ว",
  here: "คุณอยู่ขั้นนี้",
  done: "ผ่านแล้ว",
  covered: "ไม่ต้องทำแล้ว",
  ahead: "ยังไม่ถึง",
  goOn: "ทำต่อ",
  back: "กลับ",
  rungs: {
    line: { title: "เข้าสู่ระบบ", what: "รู้ว่าเป็นบัญชีเดิม ยังไม่รู้ว่าเป็นใคร" },
    phone: { title: "ยืนยันโทรศัพท์", what: "มีรหัส OTP ส่งไปที่โทรศัพท์ของคุณ" },
    card_checked: { title: "ตรวจบัตรประชาชน", what: "ข้อมูลบนบัตรตรงกับทะเบียนตอนลงทะเบียน" },
    photo_checked: { title: "เจ้าหน้าที่ตรวจรูป", what: "เจ้าหน้าที่ดูรูปบัตรและใบหน้าแล้ว" },
    thaid: { title: "ThaID", what: "กรมการปกครองยืนยันด้วยใบหน้าในแอป ThaID" },
  } satisfies Record<AssuranceLevel, { title: string; what: string }>,
  atRegistration: "ตรวจตอนลงทะเบียน ถ้าตอนนั้นตรวจไม่ได้ ใช้ขั้นที่สูงกว่าแทน",
  photos: (agency: string) => `ส่งรูปให้${agency} ตรวจ`,
  photosChoose: "เลือกหน่วยงาน แล้วส่งรูป",
  thaid: "ยืนยันด้วยแอป ThaID",
  thaidHint: "เปิดแอป ThaID ในโทรศัพท์ของคุณ ใช้เวลาไม่ถึงนาที",
  noThaid: "ระบบนี้ยังไม่เปิดใช้ ThaID",
  raised: "ยืนยันด้วย ThaID สำเร็จ",
  failed: "ยังไม่ได้ยืนยันด้วย ThaID",
  again: "ลองอีกครั้ง",
  other: "ดูทางอื่น",
  code: {
    title: "กรอกรหัสจากเบราว์เซอร์อื่น",
    lead: "ถ้า ThaID พากลับไปที่เบราว์เซอร์อื่น ที่นั่นมีรหัส 6 หลัก กรอกรหัสนั้นที่นี่ภายใน 10 นาที",
    label: "รหัส 6 หลัก",
    submit: "ยืนยัน",
    way: "ThaID พากลับไปที่อื่น กรอกรหัส",
  },
  elsewhere: {
    title: "อีกขั้นเดียว กลับไปที่เดิม",
    lead: "ThaID ยืนยันแล้ว แต่พามาคนละเบราว์เซอร์กับที่คุณเริ่ม กลับไปที่ LINE หรือหน้าที่เริ่มไว้ แล้วกรอกรหัสนี้",
    warn: "อย่าบอกรหัสนี้กับใคร ถ้าไม่ใช่คุณที่เริ่ม ปิดหน้านี้ได้เลย จะไม่มีอะไรเปลี่ยน",
    open: "กลับไปที่ LINE",
  },
  refusal: {
    session_locked: () => "เปิดบัญชีด้วยรหัสผ่านก่อน แล้วเริ่มใหม่",
    thaid_already: () => "ยืนยันด้วย ThaID ไว้แล้ว",
    thaid_too_many: () => "ลองหลายครั้งเกินไป พักไว้ก่อน แล้วลองใหม่ภายหลัง หรือส่งรูปให้เจ้าหน้าที่ตรวจแทน",
    thaid_denied: () => "คุณกดไม่ยินยอมในแอป ThaID บัญชีของคุณไม่เปลี่ยนแปลง ลองใหม่ได้เมื่อพร้อม",
    thaid_invalid: () => "ตรวจสอบคำตอบจาก ThaID ไม่ผ่าน บัญชีของคุณไม่เปลี่ยนแปลง เริ่มใหม่อีกครั้ง",
    thaid_down: () => "ตอนนี้ ThaID ไม่ตอบ บัญชีของคุณไม่เปลี่ยนแปลง รอสักครู่แล้วลองใหม่ หรือส่งรูปให้เจ้าหน้าที่ตรวจแทน",
    thaid_gone: () => "การยืนยันครั้งนี้หมดเวลาหรือใช้ไปแล้ว บัญชีของคุณไม่เปลี่ยนแปลง เริ่มใหม่อีกครั้ง",
    thaid_other_person: () =>
      "ThaID ที่ใช้เป็นของคนละคนกับบัญชีนี้ บัญชีไม่เปลี่ยนแปลง และเราไม่เก็บข้อมูลของคนนั้น ใช้ ThaID ของเจ้าของบัญชี",
    thaid_code_wrong: ({ left }) => `รหัสไม่ตรง ดูรหัสในเบราว์เซอร์ที่ ThaID พาไป ลองได้อีก ${left} ครั้ง`,
  } satisfies RefusalWords<BeginThaIdRefusal | ReturnThaIdRefusal | TakeThaIdRefusal>,
};
