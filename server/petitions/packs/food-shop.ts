import type { ServicePack } from "../service-pack.ts";
import { choice, choices, files, group, line, number, plain, say, when } from "./asking.ts";
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

/** สถานที่จำหน่ายหรือสะสมอาหาร (ส.อ.1): a licence above 200 m², a certificate of notice below. */
export const foodShopPack: ServicePack = {
  format: 1,
  slug: "food-shop",
  category: business,
  unit: health,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขออนุญาต/แจ้งจัดตั้งสถานที่จำหน่ายอาหาร (ส.อ.1)", "Open a food place (form So.Or.1)"]),
    summary: say([
      "พื้นที่เกิน 200 ตารางเมตรได้ใบอนุญาต ไม่เกิน 200 ตารางเมตรได้หนังสือรับรองการแจ้ง",
      "Above 200 square metres you receive a licence, otherwise a certificate of notice",
    ]),
    audience: say(["ผู้ประกอบกิจการร้านอาหาร ร้านเครื่องดื่ม ร้านขายของชำ", "Restaurants, drink shops, groceries"]),
    documents: documents(
      ["idCard", "house", "land", "consent", "attorney", "company"],
      ["แผนผังร้าน", "Plan of the place"],
      ["เอกสารสิทธิการใช้อาคาร (ถ้าพื้นที่เกิน 200 ตารางเมตร)", "Right to use the building, above 200 square metres"],
    ),
    fee: feeByOrdinance,
    law: [
      say([
        "พ.ร.บ. การสาธารณสุข พ.ศ. 2535 หมวดสถานที่จำหน่ายอาหารและสถานที่สะสมอาหาร",
        "Public Health Act B.E. 2535, places that sell or store food",
      ]),
    ],
    ends: "decision",
    promised: { days: 30, unit: "calendar" },
    assurance: "photo_checked",
    form: {
      format: 1,
      fields: [
        line("shop_name", ["ชื่อร้าน", "Name of the place"]),
        choice("kind", ["ประเภท", "What it is"], {
          restaurant: ["ร้านอาหาร", "A restaurant"],
          drinks: ["ร้านเครื่องดื่มหรือกาแฟ", "Drinks or coffee"],
          grocery: ["ร้านขายของชำหรือมินิมาร์ท", "A grocery"],
          store: ["สถานที่สะสมอาหาร", "A store of food"],
        }),
        number(
          "area",
          ["พื้นที่ร้าน (ตารางเมตร)", "Area in square metres"],
          { min: 1, max: 50_000, decimals: 2 },
          {
            help: ["รวมครัวและที่นั่ง ไม่รวมที่จอดรถ", "Kitchen and seats together, without the car park"],
          },
        ),
        plain("address", "shop_address", ["ที่ตั้งร้าน", "Address"]),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"]),
        plain("time", "opens", ["เปิดเวลา", "Opens at"]),
        plain("time", "closes", ["ปิดเวลา", "Closes at"]),
        plain("yes_no", "cooks", ["ปรุงอาหารในร้านหรือไม่", "Is food cooked there?"]),
        choices(
          "waste",
          ["การจัดการที่มีแล้ว", "What is in place already"],
          {
            grease: ["บ่อดักไขมัน", "A grease trap"],
            bin: ["ถังขยะมีฝาปิด", "Covered bins"],
            smoke: ["ปล่องระบายควัน", "A smoke outlet"],
          },
          { showIf: when("cooks", true), optional: true },
        ),
        group(
          "handlers",
          ["ผู้สัมผัสอาหาร", "Who handles the food"],
          { min: 1, max: 30 },
          [
            line("handler_name", ["ชื่อ-สกุล", "Name"]),
            plain("yes_no", "trained", ["ผ่านการอบรมแล้ว", "Trained"]),
          ],
          { showIf: when("cooks", true) },
        ),
        files("layout", ["แผนผังร้าน", "Plan of the place"]),
        files("licence_plan", ["เอกสารสิทธิการใช้อาคาร", "Right to use the building"], {
          showIf: { op: "at_least", field: "area", value: 200.01 },
          help: ["พื้นที่เกิน 200 ตารางเมตรต้องแนบ", "Needed above 200 square metres"],
        }),
        ...paperFields("house", "land", "consent", "attorney", "company"),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "food_licence",
        kind: "licence",
        title: say(["ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร", "Licence of a food place"]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "อนุญาตให้ {{name}} จัดตั้งสถานที่จำหน่ายอาหาร ชื่อ {{shop_name}} พื้นที่ {{area}} ตารางเมตร",
          "ตั้งอยู่ที่ {{shop_address}}",
          "ออกให้ ณ วันที่ {{issued_day}} ใช้ได้จนถึงวันที่ {{valid_until}} โดย {{agency}}",
        ],
        validity: { count: 1, unit: "years" },
        isListed: true,
      },
      {
        key: "food_certificate",
        kind: "licence",
        title: say(["หนังสือรับรองการแจ้งจัดตั้งสถานที่จำหน่ายอาหาร", "Certificate of notice of a food place"]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "{{agency}} ได้รับแจ้งจาก {{name}} ว่าจัดตั้งสถานที่จำหน่ายอาหาร ชื่อ {{shop_name}} พื้นที่ {{area}} ตารางเมตร",
          "ตั้งอยู่ที่ {{shop_address}}",
          "ออกให้ ณ วันที่ {{issued_day}}",
        ],
        validity: null,
        isListed: true,
      },
      feeReceipt,
    ],
  },
  examples: [
    {
      title: say(["ร้านกาแฟ 40 ตารางเมตร", "A coffee shop of 40 square metres"]),
      answers: {
        shop_name: "กาแฟบ้านประตู",
        kind: "drinks",
        area: "40",
        shop_address: exampleAddress,
        place: examplePoint,
        opens: "07:00",
        closes: "17.30",
        cooks: "no",
        layout: [exampleFile],
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ร้านอาหาร 250 ตารางเมตร ขาดผู้สัมผัสอาหารและเอกสารสิทธิ", "A large place, half told"]),
      answers: {
        shop_name: "ครัวใหญ่",
        kind: "restaurant",
        area: "250",
        shop_address: exampleAddress,
        place: examplePoint,
        opens: "10:00",
        closes: "25:00",
        cooks: "yes",
        layout: [exampleFile],
        declared_true: "yes",
      },
      wrong: ["closes", "handlers", "licence_plan"],
    },
  ],
};
