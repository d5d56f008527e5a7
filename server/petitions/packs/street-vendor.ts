import type { ServicePack } from "../service-pack.ts";
import { choice, files, group, line, photo, plain, say, when } from "./asking.ts";
import { business, health } from "./places.ts";
import {
  declaredTrue,
  documents,
  exampleFile,
  exampleNotes,
  examplePoint,
  feeByOrdinance,
  feeReceipt,
  paperFields,
  usualDefinition,
} from "./usual.ts";

/** จำหน่ายสินค้าในที่หรือทางสาธารณะ (สณ.1). */
export const streetVendorPack: ServicePack = {
  format: 1,
  slug: "street-vendor",
  category: business,
  unit: health,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขออนุญาตจำหน่ายสินค้าในที่หรือทางสาธารณะ (สณ.1)", "Sell in a public place (form So.No.1)"]),
    summary: say([
      "สำหรับแผงลอยและรถเร่ในที่หรือทางสาธารณะที่หน่วยงานอนุญาตให้ขาย",
      "For stalls and hawkers in public places where the agency allows selling",
    ]),
    audience: say(["ผู้ค้าแผงลอยและผู้เร่ขาย", "Stall keepers and hawkers"]),
    documents: documents(
      ["idCard", "house"],
      ["ใบรับรองแพทย์ (ถ้าขายอาหารหรือเครื่องดื่ม)", "Doctor's certificate, for food or drink"],
      ["รูปถ่ายหน้าตรงของผู้ขอและผู้ช่วย", "Photos of applicant and helpers"],
    ),
    fee: feeByOrdinance,
    law: [
      say([
        "พ.ร.บ. การสาธารณสุข พ.ศ. 2535 หมวดการจำหน่ายสินค้าในที่หรือทางสาธารณะ",
        "Public Health Act B.E. 2535, selling in public places",
      ]),
    ],
    ends: "decision",
    promised: { days: 30, unit: "calendar" },
    assurance: "photo_checked",
    form: {
      format: 1,
      fields: [
        choice("how", ["วิธีขาย", "How you sell"], {
          stall: ["ตั้งแผงประจำที่", "At a fixed stall"],
          hawker: ["เร่ขาย", "From place to place"],
        }),
        plain("map_point", "place", ["ตำแหน่งแผง", "Where the stall stands"], {
          showIf: when("how", "stall"),
        }),
        line("area", ["บริเวณหรือเส้นทางที่ขาย", "Streets where you sell"]),
        line("goods", ["สินค้าที่ขาย", "What you sell"]),
        plain("yes_no", "food", ["เป็นอาหารหรือเครื่องดื่มหรือไม่", "Is it food or drink?"]),
        files("health_paper", ["ใบรับรองแพทย์", "Doctor's certificate"], { showIf: when("food", true) }),
        plain("time", "from", ["ขายตั้งแต่เวลา", "From"]),
        plain("time", "until", ["ถึงเวลา", "Until"]),
        group("helpers", ["ผู้ช่วยจำหน่าย", "Helpers"], { min: 0, max: 5 }, [
          line("helper_name", ["ชื่อ-สกุล", "Name"]),
          plain("citizen_id", "helper_id", ["เลขประจำตัวประชาชน", "Citizen id"]),
        ]),
        photo("picture", ["รูปถ่ายหน้าตรงของผู้ขอและผู้ช่วย", "Photos of yourself and your helpers"]),
        ...paperFields("house"),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "vendor_licence",
        kind: "licence",
        title: say(["ใบอนุญาตจำหน่ายสินค้าในที่หรือทางสาธารณะ", "Licence to sell in a public place"]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "อนุญาตให้ {{name}} จำหน่าย {{goods}} บริเวณ {{area}} ตั้งแต่เวลา {{from}} ถึง {{until}}",
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
      title: say(["แผงขายเสื้อผ้า มีผู้ช่วยหนึ่งคน", "Clothes, with one helper"]),
      answers: {
        how: "stall",
        place: examplePoint,
        area: "ถนนคนเดินหน้าเทศบาล",
        goods: "เสื้อผ้า",
        food: "no",
        from: "16:00",
        until: "22:00",
        helpers: [{ helper_name: "สมหมาย ใจดี", helper_id: "1-2345-67890-12-1" }],
        picture: [exampleFile],
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ขายลูกชิ้น ไม่มีใบรับรองแพทย์ เลขผู้ช่วยผิด", "Food without a certificate, a wrong id"]),
      answers: {
        how: "hawker",
        area: "ตลาดสด",
        goods: "ลูกชิ้นปิ้ง",
        food: "yes",
        from: "6.00",
        until: "12.00",
        helpers: [{ helper_name: "สมหมาย ใจดี", helper_id: "1234567890123" }],
        picture: [exampleFile],
        declared_true: "yes",
      },
      wrong: ["health_paper", "helpers.0.helper_id"],
    },
  ],
};
