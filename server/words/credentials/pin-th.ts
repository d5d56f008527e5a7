import type { PinTextRefusal, WeakPinRefusal } from "../../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../../identity/pin-throttle.ts";
import { sayNotBefore } from "../not-before.ts";
import type { RefusalWords } from "../refusal-words.ts";

export type KeyPinRefusal = PinTextRefusal | WeakPinRefusal | PinTryRefusal | PinWrongRefusal;

/** Tries from which on whoever mistypes is told what to do instead. */
const fewLeft = 3;

const until = (moment: Date | null) => (moment === null ? "" : ` ลองใหม่ได้หลัง ${sayNotBefore(moment, "th")}`);
const warned = (left: number) =>
  left > fewLeft ? "" : " ถ้าจำไม่ได้ อย่าลองต่อ ยื่นแบบคำร้องขอใช้บริการ ข้อ 2 เพื่อเปิดใช้งานใหม่";

/** What is said of the PIN of a Soft Token, in Thai: it is not the six digits of the citizen's account. */
export const keyPinTh: RefusalWords<KeyPinRefusal> = {
  pin_empty: () => "กรอกรหัส PIN 6 หลักของ Soft Token",
  pin_length: ({ digits }) => `รหัส PIN มี 6 หลัก ตอนนี้มี ${digits} หลัก`,
  pin_not_digits: () => "รหัส PIN ใช้ตัวเลขเท่านั้น",
  pin_all_same: () => "เลขเดียวกันทั้งหกหลักเดาง่ายเกินไป ตั้งรหัส PIN ใหม่",
  pin_run: () => "เลขเรียงกันเดาง่ายเกินไป ตั้งรหัส PIN ใหม่",
  pin_birth_date: () => "ใกล้กับวันเกิดเกินไป ตั้งรหัส PIN อื่น",
  pin_citizen_id: () => "ตรงกับหกหลักท้ายของเลขประจำตัวประชาชน ตั้งรหัส PIN อื่น",
  pin_phone: () => "ตรงกับหกหลักท้ายของเบอร์โทรศัพท์ ตั้งรหัส PIN อื่น",
  pin_common: () => "เลขนี้มีคนใช้มาก เดาง่าย ตั้งรหัส PIN อื่น",
  pin_wait: ({ until: moment }) =>
    `ใส่รหัส PIN ผิดหลายครั้ง ลองใหม่ได้หลัง ${sayNotBefore(moment, "th")} Soft Token ยังใช้ได้`,
  pin_disabled: () => "ใส่รหัส PIN ผิดครบ 10 ครั้ง Soft Token นี้ถูกปิดเพื่อความปลอดภัย",
  pin_wrong: ({ left, until: moment }) =>
    `รหัส PIN ไม่ถูกต้อง เหลืออีก ${left} ครั้งก่อน Soft Token นี้จะถูกปิด${until(moment)}${warned(left)}`,
};
