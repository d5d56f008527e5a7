import type { DocumentTemplate } from "../../petitions/document-template.ts";

/**
 * The letter by which an agency tells why an answer is late (Licensing Facilitation Act 2558, s. 10, as it is said to
 * ask). Every service has it; its reason and the new day are an officer's to fill.
 */
export const delayLetterTh: DocumentTemplate = {
  key: "delay_letter",
  kind: "letter",
  title: { th: "หนังสือแจ้งเหตุแห่งความล่าช้า", en: "Letter of delay" },
  paragraphs: [
    "วันที่ {{issued_day}}",
    "เรียน {{name}}",
    "ตามที่ท่านได้ยื่นคำร้องเลขที่ {{petition_number}} เรื่อง {{service}} ซึ่ง {{agency}} ต้องแจ้งผลภายในวันที่ {{due_day}} นั้น",
    "{{agency}} ขอแจ้งว่ายังดำเนินการไม่แล้วเสร็จ เนื่องจาก {{reason}}",
    "ทั้งนี้ คาดว่าจะแจ้งผลให้ท่านทราบได้ภายในวันที่ {{new_day}} จึงเรียนมาเพื่อโปรดทราบ และขออภัยในความล่าช้า",
    "ขอแสดงความนับถือ",
  ],
  validity: null,
  isListed: false,
};
