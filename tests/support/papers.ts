import { encode } from "uqr";
import { plainService } from "./municipality.ts";
import type { DocumentTemplate } from "../../server/petitions/document-template.ts";
import type { PaperCheck } from "../../server/petitions/issuing.ts";
import type { ServiceDefinition } from "../../server/petitions/service-definition.ts";

/** A licence of a year that names fields of the form, of the person, and those that are put in by themselves. */
export const shopLicence: DocumentTemplate = {
  key: "licence",
  kind: "licence",
  title: { th: "ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร", en: "Licence of a food place" },
  paragraphs: [
    "เลขที่ {{document_number}}",
    "อนุญาตให้ {{name}} เลขประจำตัวประชาชน {{citizen_id}} จัดตั้งร้าน ณ {{place}}",
    "ออกให้ ณ วันที่ {{issued_day}} ใช้ได้จนถึงวันที่ {{valid_until}} โดย {{agency}}",
  ],
  validity: { count: 1, unit: "years" },
  isListed: true,
};

/** A letter that can be written for whatever outcome. */
export const plainLetter: DocumentTemplate = {
  key: "letter",
  kind: "letter",
  title: { th: "หนังสือแจ้งผล", en: null },
  paragraphs: ["เรียน {{name}}", "ตามคำร้องเลขที่ {{petition_number}} นั้น {{answer}}"],
  validity: null,
  isListed: false,
};

/** A service that ends in a decision and has both templates. */
export function licensedService(more: Partial<ServiceDefinition> = {}): ServiceDefinition {
  return plainService({ ends: "decision", testDays: 0, templates: [shopLicence, plainLetter], ...more });
}

/** Where papers of the tests lead. */
export const testCheck: PaperCheck = {
  publicUrl: new URL("https://door.example.go.th"),
  drawQr: (text) => encode(text, { ecc: "M", border: 0 }).data,
};
