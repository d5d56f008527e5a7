import type { LostLetterWords } from "../../credentials/lost-letter.ts";
import { titleWhole } from "../unbroken.ts";

/** The letter about a lost phone. It goes to a Thai office, so there is no other language of it. */
export const lostLetterTh: LostLetterWords = {
  title: "หนังสือแจ้งโทรศัพท์ที่เชื่อมต่อกับ Soft Token สูญหาย",
  number: "ที่",
  dated: "วันที่",
  subject: "เรื่อง  แจ้งโทรศัพท์ที่เชื่อมต่อกับ Soft Token สูญหาย",
  to: "เรียน ",
  opening: ({ agency, name, position, userCode, right, lostDay }) =>
    `ด้วยโทรศัพท์ที่เชื่อมต่อกับ Soft Token ของ ${name} ตำแหน่ง ${titleWhole(position)} ซึ่งได้รับสิทธิ ${right} รหัสผู้ใช้งาน ${userCode} สังกัด ${agency} ได้สูญหายเมื่อวันที่ ${lostDay}`,
  how: (said) => `รายละเอียดเหตุการณ์: ${said}`,
  stopped: (at) =>
    `ทั้งนี้ ได้แจ้งระงับการใช้งาน Soft Token ผ่านระบบแล้วเมื่อ ${at} โดยสิทธิการเข้าใช้งานของอุปกรณ์ดังกล่าวถูกระงับทันที`,
  closing: "จึงเรียนมาเพื่อโปรดทราบ และดำเนินการในส่วนที่เกี่ยวข้องต่อไป",
  respectfully: "ขอแสดงความนับถือ",
  signature: (name) => `(${name})`,
  head: (agency) => `หัวหน้าหน่วยงานผู้เบิก ${agency}`,
};
