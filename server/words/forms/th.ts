import type { AnswerProblem } from "../../forms/answers.ts";
import type { AddressPart } from "../../forms/typed-place.ts";
import type { AttachmentRefusal } from "../../petitions/attachment.ts";
import { identityRefusalsTh } from "../identity/refusals-th.ts";
import type { RefusalWords } from "../refusal-words.ts";
import { baht } from "./baht.ts";

const addressParts: Record<AddressPart, string> = {
  line: "กรอกบ้านเลขที่ หมู่ ถนน",
  subdistrict: "เลือกตำบลหรือแขวง",
  district: "เลือกอำเภอหรือเขต",
  province: "เลือกจังหวัด",
  postcode: "กรอกรหัสไปรษณีย์ 5 หลัก",
};

const {
  citizen_id_empty,
  citizen_id_length,
  citizen_id_not_digits,
  citizen_id_checksum,
  phone_empty,
  phone_not_digits,
  phone_foreign,
  phone_length,
  phone_not_mobile,
} = identityRefusalsTh;

const refusal: RefusalWords<AnswerProblem["refusal"]> = {
  ...{ citizen_id_empty, citizen_id_length, citizen_id_not_digits, citizen_id_checksum },
  ...{ phone_empty, phone_not_digits, phone_foreign, phone_length, phone_not_mobile },
  answer_missing: () => "ข้อนี้จำเป็นต้องตอบ",
  answer_shape: () => "ระบบอ่านคำตอบข้อนี้ไม่ได้ กรุณาตอบใหม่ ข้ออื่นยังอยู่ครบ",
  field_unknown: () => "แบบคำร้องไม่มีข้อนี้แล้ว เปิดหน้านี้ใหม่อีกครั้ง คำตอบที่บันทึกไว้ยังอยู่ครบ",
  text_short: ({ least }) => `พิมพ์อย่างน้อย ${least} ตัวอักษร`,
  text_long: ({ most }) => `ยาวเกินไป พิมพ์ได้ไม่เกิน ${most} ตัวอักษร`,
  text_characters: () => "มีอักขระที่ระบบรับไม่ได้ กรุณาพิมพ์ใหม่",
  number_shape: () => "กรอกเป็นตัวเลข เช่น 12 หรือ 1,250",
  number_decimals: ({ most }) => (most === 0 ? "กรอกเป็นจำนวนเต็ม" : `ทศนิยมได้ไม่เกิน ${most} ตำแหน่ง`),
  number_small: ({ least }) => `น้อยเกินไป ต้องไม่น้อยกว่า ${least}`,
  number_large: ({ most }) => `มากเกินไป ต้องไม่เกิน ${most}`,
  date_missing_part: () => "กรอกวัน เดือน และปี พ.ศ. ให้ครบ",
  date_not_digits: () => "วันและปีใช้ตัวเลขเท่านั้น",
  date_year_not_buddhist: ({ suggestedBe }) =>
    suggestedBe === null
      ? "ปี พ.ศ. ต้องอยู่ระหว่าง 2400 ถึง 2700 เช่น 2569"
      : `ปีต้องเป็น พ.ศ. หมายถึง พ.ศ. ${suggestedBe} หรือไม่`,
  date_impossible: () => "ไม่มีวันนี้ในปฏิทิน กรุณาตรวจดูอีกครั้ง",
  date_future: () => "วันนี้ยังมาไม่ถึง ต้องเป็นวันนี้หรือวันที่ผ่านมาแล้ว",
  date_past: () => "วันนี้ผ่านไปแล้ว ต้องเป็นวันนี้หรือวันข้างหน้า",
  time_shape: () => "กรอกเวลา เช่น 08:30",
  email_empty: () => "กรอกอีเมล",
  email_shape: () => "อีเมลต้องมี @ และชื่อเว็บไซต์ เช่น somjai@example.com",
  address_part: ({ part }) => addressParts[part],
  address_apart: ({ part }) =>
    part === "subdistrict" ? "ตำบลนี้ไม่อยู่ในอำเภอที่เลือก กรุณาเลือกใหม่" : "อำเภอนี้ไม่อยู่ในจังหวัดที่เลือก กรุณาเลือกใหม่",
  map_point_shape: () =>
    "อ่านพิกัดไม่ได้ ปักหมุดบนแผนที่ใหม่ หรือกรอกละติจูดและลองจิจูดเป็นตัวเลข เช่น 13.7563 และ 100.5018 หรือลบพิกัดแล้วพิมพ์ที่อยู่แทน",
  choice_unknown: () => "ตัวเลือกนี้ไม่มีแล้ว กรุณาเลือกใหม่",
  repeated: () => "มีรายการซ้ำกัน กรุณาเอาออกหนึ่งรายการ",
  too_few: ({ least }) => `ต้องมีอย่างน้อย ${least} รายการ`,
  too_many: ({ most }) => `มีได้ไม่เกิน ${most} รายการ`,
  file_id: () => "ไฟล์นี้ไม่อยู่แล้ว กรุณาแนบใหม่",
  not_declared: () => "ต้องยืนยันข้อนี้ก่อนจึงจะส่งได้",
};

const attachment: RefusalWords<AttachmentRefusal> = {
  attachment_empty: () => "ไฟล์นี้ว่างเปล่า เลือกไฟล์อื่น",
  attachment_heavy: () => "ไฟล์ใหญ่เกิน 10 MB ลดขนาดหรือแบ่งเป็นหลายไฟล์แล้วแนบใหม่",
  attachment_kind: () => "ไฟล์นี้ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF แม้ชื่อจะลงท้ายแบบนั้น เลือกไฟล์อื่น",
  attachment_kind_here: () => "ข้อนี้ไม่รับไฟล์ชนิดนี้ ดูชนิดที่รับได้ใต้ชื่อข้อ",
  attachment_broken: () => "ไฟล์นี้ไม่ครบหรือมีสิ่งอื่นต่อท้าย บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง",
  picture_huge: () => "รูปนี้กว้างหรือสูงเกินไป ลดขนาดรูปแล้วแนบใหม่",
  pdf_active: () => "PDF นี้มีคำสั่งหรือไฟล์อื่นซ่อนอยู่ จึงไม่ปลอดภัย พิมพ์เป็น PDF ใหม่แล้วแนบอีกครั้ง",
  pdf_locked: () => "PDF นี้ใส่รหัสผ่านไว้ เจ้าหน้าที่จะเปิดไม่ได้ เอารหัสผ่านออกแล้วแนบใหม่",
  pdf_packed: () => "PDF นี้บีบอัดผิดปกติ พิมพ์เป็น PDF ใหม่หรือถ่ายรูปเอกสารแทน",
};

/** Words of forms and of what was answered in them, in Thai. */
export const formsTh = {
  refusal,
  attachment,
  choose: "เลือก",
  optional: "ไม่บังคับ",
  yes: "ใช่",
  no: "ไม่ใช่",
  declared: "ยืนยันแล้ว",
  notAnswered: "ไม่ได้ตอบ",
  baht: "บาท",
  money: (satang: number) => `${baht(satang)} บาท`,
  time: "น.",
  timeExample: "เช่น 08:30 หรือ 17:00",
  atMost: (most: number) => `เลือกได้ไม่เกิน ${most} ข้อ`,
  addItem: (label: string) => `เพิ่ม${label}`,
  removeItem: (label: string, at: number | string) => `เอา${label} ${at} ออก`,
  item: (label: string, at: number | string) => `${label} ${at}`,
  next: "ต่อไป",
  nextHint: "กดเพื่อดูข้อถัดไปที่ขึ้นกับคำตอบ",
  address: {
    line: "บ้านเลขที่ หมู่ ซอย ถนน",
    province: "จังหวัด",
    district: "อำเภอ / เขต",
    subdistrict: "ตำบล / แขวง",
    postcode: "รหัสไปรษณีย์",
  },
  map: {
    line: "หรือพิมพ์ที่อยู่ / จุดสังเกต",
    lineHint: "เช่น หน้าวัดใหม่ หมู่ 3 ถนนประชาราษฎร์ พิมพ์ช่องนี้อย่างเดียวก็พอ",
    typed: "พิมพ์พิกัดเอง (ละติจูด ลองจิจูด)",
    latitude: "ละติจูด",
    longitude: "ลองจิจูด",
    here: "ใช้ตำแหน่งของฉัน",
    open: "เลือกจุดบนแผนที่",
    hint: "แตะบนแผนที่เพื่อปักหมุด ลากหมุดเพื่อเลื่อนได้",
    label: "แผนที่สำหรับปักหมุด",
    refused: "อ่านตำแหน่งไม่ได้ ปักหมุดบนแผนที่ หรือพิมพ์ที่อยู่แทนได้",
    finding: "กำลังหาตำแหน่ง",
    found: "ได้ตำแหน่งแล้ว",
    failed: "เปิดแผนที่ไม่ได้ พิมพ์ที่อยู่หรือจุดสังเกตในช่องด้านล่างแทนได้ ที่กรอกไว้ยังอยู่ครบ",
    view: "เปิดแผนที่",
  },
  files: {
    rule: (kinds: string, most: number) => `แนบได้ไม่เกิน ${most} ไฟล์ ชนิด ${kinds} ไฟล์ละไม่เกิน 10 MB`,
    add: "เลือกไฟล์",
    shoot: "ถ่ายรูปหรือเลือกรูป",
    crossedOut: "ระบบจะขีดคร่อมให้เองว่าใช้กับบริการและหน่วยงานนี้เท่านั้น พร้อมวันที่ ฉบับที่ยังไม่ขีดคร่อมจะไม่ถูกเก็บ",
    drop: (name: string) => `เอาออก ${name}`,
    dropShort: "เอาออก",
    open: "เปิดดู",
    sending: "กำลังส่ง {name} {percent}%",
    waiting: "รอสัญญาณอินเทอร์เน็ต แล้วจะส่ง {name} ต่อเอง",
    again: "ลองใหม่",
    done: "ส่ง {name} แล้ว",
    failed: "ส่ง {name} ไม่ได้",
    full: "แนบครบจำนวนแล้ว เอาไฟล์อื่นออกก่อน",
  },
};
