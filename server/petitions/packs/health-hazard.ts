import type { ServicePack } from "../service-pack.ts";
import { choice, choices, files, line, number, plain, say, when } from "./asking.ts";
import { business, health } from "./places.ts";
import {
  declaredTrue,
  documents,
  exampleAddress,
  exampleFile,
  exampleNotes,
  examplePoint,
  feeByOrdinance,
  feeReceipt,
  paperFields,
  usualDefinition,
} from "./usual.ts";

const before = { op: "not", of: when("ask", "new") } as const;

/** กิจการที่เป็นอันตรายต่อสุขภาพ: new (อภ.1), renewal (อภ.2), replacement (อภ.6). */
export const healthHazardPack: ServicePack = {
  format: 1,
  slug: "health-hazard-business",
  category: business,
  unit: health,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขออนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ (อภ.1)", "Health-hazard business (form Or.Pho.1)"]),
    summary: say([
      "ขอใบอนุญาตใหม่ ต่ออายุ (อภ.2) หรือใบแทน (อภ.6) เช่น อู่ซ่อมรถ โรงสี ร้านซักอบรีด",
      "A new licence, a renewal (Or.Pho.2) or a replacement (Or.Pho.6): garages, mills, laundries and others",
    ]),
    audience: say(["ผู้ประกอบกิจการตามเทศบัญญัติของหน่วยงาน", "Businesses listed in the agency's ordinance"]),
    documents: documents(
      ["idCard", "house", "land", "consent", "attorney", "company"],
      ["เอกสารของกิจการ เช่น แผนผัง", "Papers of the business, such as a plan"],
    ),
    fee: feeByOrdinance,
    law: [
      say([
        "พ.ร.บ. การสาธารณสุข พ.ศ. 2535 หมวดกิจการที่เป็นอันตรายต่อสุขภาพ",
        "Public Health Act B.E. 2535, businesses that are a hazard to health",
      ]),
    ],
    ends: "decision",
    promised: { days: 30, unit: "calendar" },
    assurance: "photo_checked",
    form: {
      format: 1,
      fields: [
        choice("ask", ["ขอ", "You ask for"], {
          new: ["ใบอนุญาตใหม่ (อภ.1)", "A new licence"],
          renew: ["ต่ออายุ (อภ.2)", "A renewal"],
          replace: ["ใบแทน (อภ.6)", "A replacement"],
        }),
        line("old_number", ["เลขที่ใบอนุญาตเดิม", "Number of the present licence"], { showIf: before }),
        choice(
          "lost_how",
          ["ขอใบแทนเพราะ", "Why a replacement"],
          { lost: ["สูญหาย", "It was lost"], torn: ["ชำรุด", "It is damaged"] },
          { showIf: when("ask", "replace") },
        ),
        line("business_name", ["ชื่อสถานประกอบการ", "Name of the business"]),
        line("business_kind", ["ประเภทกิจการ", "What it does"], {
          help: ["เช่น ซ่อมรถยนต์ พ่นสี สีข้าว", "Such as repairing cars, spraying paint, milling rice"],
        }),
        plain("address", "business_address", ["ที่ตั้ง", "Address"]),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"], {
          showIf: when("ask", "new"),
        }),
        number("workers", ["จำนวนคนงาน", "Workers"], { min: 0, max: 10_000 }),
        number("power", ["กำลังเครื่องจักรรวม (แรงม้า)", "Machines in horsepower"], {
          min: 0,
          max: 100_000,
          decimals: 2,
        }),
        choices(
          "hazards",
          ["สิ่งที่อาจเกิดขึ้น", "What may come of it"],
          {
            noise: ["เสียงดัง", "Noise"],
            dust: ["ฝุ่นหรือควัน", "Dust or smoke"],
            smell: ["กลิ่น", "Smell"],
            waste_water: ["น้ำเสีย", "Waste water"],
            chemicals: ["สารเคมี", "Chemicals"],
          },
          { optional: true, showIf: when("ask", "new") },
        ),
        line("chemicals", ["ชื่อสารเคมีและปริมาณ", "Which chemicals, and how much"], {
          showIf: { op: "includes", field: "hazards", value: "chemicals" },
        }),
        files("papers", ["เอกสารของกิจการ เช่น แผนผัง", "Papers of the business, such as a plan"], { max: 10 }),
        ...paperFields("house", "land", "consent", "attorney", "company"),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "hazard_licence",
        kind: "licence",
        title: say([
          "ใบอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพ",
          "Licence of a business that is a hazard to health",
        ]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "อนุญาตให้ {{name}} ประกอบกิจการ {{business_kind}} ชื่อสถานประกอบการ {{business_name}}",
          "คนงาน {{workers}} คน กำลังเครื่องจักร {{power}} แรงม้า ตั้งอยู่ที่ {{business_address}}",
          "ออกให้ ณ วันที่ {{issued_day}} ใช้ได้จนถึงวันที่ {{valid_until}} โดย {{agency}}",
        ],
        validity: { count: 1, unit: "years" },
        isListed: true,
      },
      feeReceipt,
    ],
  },
  examples: [
    {
      title: say(["อู่ซ่อมรถเปิดใหม่", "A new garage"]),
      answers: {
        ask: "new",
        business_name: "อู่ช่างแดง",
        business_kind: "ซ่อมและพ่นสีรถยนต์",
        business_address: exampleAddress,
        place: examplePoint,
        workers: "4",
        power: "12.5",
        hazards: ["noise", "chemicals"],
        chemicals: "ทินเนอร์ 20 ลิตร",
        papers: [exampleFile],
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ใบแทน ไม่บอกเลขเดิมและเหตุ", "A replacement without number or reason"]),
      answers: {
        ask: "replace",
        business_name: "โรงสีข้าว",
        business_kind: "สีข้าว",
        business_address: exampleAddress,
        workers: "2",
        power: "30",
        papers: [exampleFile],
        declared_true: "yes",
      },
      wrong: ["old_number", "lost_how"],
    },
  ],
};
