import type { PlainField, Wording } from "../../forms/field.ts";
import type { DocumentTemplate } from "../document-template.ts";
import { usualWatchRules } from "../deadline-watch.ts";
import { definitionFormat, type Fee, type ServiceDefinition } from "../service-definition.ts";
import { declaration, files, say, type Said } from "./asking.ts";

/** What every pack begins with: free, a rung, nothing issued; a pack says what is different. */
export const usualDefinition = {
  format: definitionFormat,
  audience: null,
  watch: usualWatchRules,
  testDays: 0,
  isPlaceBased: false,
  tellsBySms: false,
  templates: [],
} as const satisfies Partial<ServiceDefinition>;

export const free: Fee = { satang: null, words: null };

/** A fee whose amount stands in the agency's own ordinance: we know none that holds everywhere. */
export const feeByOrdinance: Fee = {
  satang: null,
  words: say(["ตามเทศบัญญัติ/ข้อบัญญัติของหน่วยงาน", "As the agency's own ordinance sets it"]),
};

/** What stands in the notes of a pack whose days or fee are examples. */
export const exampleNotes: Wording = say([
  "จำนวนวัน ค่าธรรมเนียม และเอกสารเป็นตัวอย่าง ปรับตามเทศบัญญัติและคู่มือประชาชนของหน่วยงานก่อนเปิดใช้",
  "Days, fee and documents are examples: adjust them to your own ordinance and public manual before publishing",
]);

const papers = {
  idCard: [
    "บัตรประจำตัวประชาชน (ใช้การยืนยันตัวตนในระบบนี้ ไม่ต้องแนบ)",
    "ID card (your identity is proven here; nothing to attach)",
  ],
  house: ["ทะเบียนบ้าน", "House registration"],
  land: ["โฉนดที่ดินหรือสัญญาเช่า", "Land deed or lease"],
  consent: ["หนังสือยินยอมจากเจ้าของสถานที่ (ถ้าไม่ใช่เจ้าของ)", "Consent of the owner, if you are not the owner"],
  attorney: [
    "หนังสือมอบอำนาจติดอากรแสตมป์ 10 บาท (ถ้ายื่นแทนผู้อื่น)",
    "Power of attorney with a 10-baht stamp, if you file for somebody else",
  ],
  company: [
    "หนังสือรับรองนิติบุคคลที่ออกไม่เกิน 6 เดือน (ถ้าเป็นนิติบุคคล)",
    "Company certificate of the last 6 months, for companies",
  ],
} as const satisfies Record<string, Said>;

/** Documents that services commonly ask for, by name. */
export function documents(
  names: readonly (keyof typeof papers)[],
  ...more: readonly Said[]
): readonly Wording[] {
  return [...names.map((name) => papers[name]), ...more].map(say);
}

/**
 * File fields for common documents, under the names the list of documents gives them. None has to be there to send:
 * which of them somebody needs hangs on who they are, and an officer asks for what is missing.
 */
export function paperFields(
  ...names: readonly Exclude<keyof typeof papers, "idCard">[]
): readonly PlainField[] {
  return names.map((name) =>
    files(`paper_${name}`, papers[name], {
      ...{ optional: true, help: paperHelp },
      ...(copiesOfPeople.includes(name) ? { isCrossedOut: true } : {}),
    }),
  );
}

/** Copies that fraud is made of: a house registration, and a power of attorney with the ID cards it comes with. */
const copiesOfPeople: readonly (keyof typeof papers)[] = ["house", "attorney"];

const paperHelp: Said = [
  "ถ่ายรูปฉบับจริงได้ ไม่ต้องรับรองสำเนา ยังไม่มีก็ส่งคำร้องก่อนได้",
  "A picture of the original will do. You may send without it",
];

/** The last field of a form for a licence or for money. */
export const declaredTrue: PlainField = declaration("declared_true", [
  "ข้าพเจ้าขอรับรองว่าข้อความและเอกสารที่ยื่นเป็นความจริง",
  "I declare that what I filed is true",
]);

/** The receipt of a fee: the amount is what was asked for and seen, or what the clerk who took it types. */
export const feeReceipt: DocumentTemplate = {
  key: "fee_receipt",
  kind: "receipt",
  title: say(["ใบเสร็จรับเงินค่าธรรมเนียม", "Receipt of a fee"]),
  paragraphs: [
    "{{agency}} ได้รับเงินค่าธรรมเนียมจาก {{name}} ตามคำร้องเลขที่ {{petition_number}} เรื่อง {{service}}",
    "จำนวนเงิน {{paid}}",
    "ออกให้เมื่อวันที่ {{issued_day}}",
  ],
  validity: null,
  isListed: false,
};

/** An id of a file as examples send it. */
export const exampleFile = "0190a3a0-0000-7000-8000-000000000001";

/** An address as examples send it: a real sub-district, a made-up house. */
export const exampleAddress = {
  line: "99/9 หมู่ 1",
  subdistrict: "120305",
  district: "1203",
  province: "12",
  postcode: "11130",
};

/** A place as examples send it. */
export const examplePoint = { latitude: "13.8", longitude: "100.4" };
