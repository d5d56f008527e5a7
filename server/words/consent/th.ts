import type { ConsentVersionName } from "../../identity/consent-versions.ts";

/** The consent text of each version, as paragraphs with a heading, in Thai. A version is never rewritten. */
export const consentTh: Record<ConsentVersionName, { readonly title: string; readonly text: string }[]> = {
  "2569-11": [
    {
      title: "เราเก็บอะไร",
      text: "เลขบัตรประชาชน ชื่อ นามสกุล วันเกิด หมายเลขโทรศัพท์ ผลการตรวจบัตร และรายการขอรหัสเข้ารับบริการ เลขหลังบัตรใช้ตรวจแล้วไม่เก็บ",
    },
    {
      title: "ใช้ทำอะไร",
      text: "ยืนยันว่าเป็นคุณ ออกรหัสเข้ารับบริการให้หน่วยบริการที่คุณสแกน และแจ้งผลทาง LINE หรือ SMS",
    },
    {
      title: "ใครเห็นได้",
      text: "หน่วยบริการที่คุณขอรหัส และหน่วยงานที่จ่ายค่าบริการ เท่าที่จำเป็นต่อการให้บริการ ไม่ขายหรือให้ผู้อื่น",
    },
    {
      title: "เก็บนานเท่าใด",
      text: "ตลอดเวลาที่มีบัญชี และตามที่กฎหมายให้เก็บหลักฐานการรับบริการ ข้อมูลถูกเข้ารหัสไว้",
    },
    {
      title: "สิทธิของคุณ",
      text: "ขอดู แก้ไข หรือถอนความยินยอมได้ทุกเมื่อจาก “บัญชีของฉัน” การถอนไม่กระทบรหัสที่ออกไปแล้ว",
    },
  ],
};
