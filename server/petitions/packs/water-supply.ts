import type { ServicePack } from "../service-pack.ts";
import { choice, files, line, plain, say, when } from "./asking.ts";
import { building, roads } from "./places.ts";
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

/** ขอใช้น้ำประปา: a new connection, another name, or the end of one. */
export const waterSupplyPack: ServicePack = {
  format: 1,
  slug: "water-supply",
  category: building,
  unit: roads,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขอใช้น้ำประปา", "Ask for water supply"]),
    summary: say([
      "ขอติดตั้งมาตรใหม่ โอนชื่อผู้ใช้น้ำ ย้ายมาตร หรือยกเลิกการใช้น้ำ",
      "A new meter, another name, another place, or the end of a connection",
    ]),
    audience: say(["ผู้อยู่อาศัยในเขตจ่ายน้ำของหน่วยงาน", "Residents of the agency's supply area"]),
    documents: documents(
      ["idCard", "consent", "attorney"],
      ["ทะเบียนบ้านหรือเอกสารสิทธิ", "House registration or deed"],
    ),
    fee: feeByOrdinance,
    law: [say(["เทศบัญญัติของหน่วยงานว่าด้วยการประปา", "The agency's ordinance on water supply"])],
    ends: "decision",
    promised: { days: 7, unit: "working" },
    assurance: "card_checked",
    form: {
      format: 1,
      fields: [
        choice("kind", ["ต้องการ", "What you need"], {
          install: ["ติดตั้งมาตรใหม่", "A new meter"],
          transfer: ["โอนชื่อผู้ใช้น้ำ", "Another name on the meter"],
          move: ["ย้ายจุดติดตั้งมาตร", "The meter in another place"],
          end: ["ยกเลิกการใช้น้ำ", "End the connection"],
        }),
        line("meter_number", ["เลขผู้ใช้น้ำเดิม", "Present customer number"], {
          showIf: { op: "not", of: when("kind", "install") },
          help: ["ดูที่ใบแจ้งค่าน้ำ", "It stands on the water bill"],
        }),
        choice(
          "use",
          ["ใช้น้ำเพื่อ", "The water is for"],
          {
            home: ["อยู่อาศัย", "A home"],
            business: ["ประกอบกิจการ", "A business"],
            building_site: ["ก่อสร้างชั่วคราว", "A building site, for a time"],
          },
          { showIf: when("kind", "install") },
        ),
        choice(
          "pipe",
          ["ขนาดมาตร", "Size of the meter"],
          { half: ["½ นิ้ว", "½ inch"], three: ["¾ นิ้ว", "¾ inch"], one: ["1 นิ้ว", "1 inch"] },
          { showIf: when("kind", "install"), optional: true },
        ),
        plain("address", "home", ["สถานที่ใช้น้ำ", "Where the water is used"]),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"], {
          showIf: { op: "any", of: [when("kind", "install"), when("kind", "move")] },
        }),
        choice("right", ["สิทธิในสถานที่", "Your right to the place"], {
          owner: ["เจ้าของ", "Owner"],
          tenant: ["ผู้เช่า", "Tenant"],
          other: ["ผู้อาศัย", "Resident"],
        }),
        files("house_paper", ["ทะเบียนบ้านหรือเอกสารสิทธิ", "House registration or deed"], { isCrossedOut: true }),
        files("consent_paper", ["หนังสือยินยอมจากเจ้าของสถานที่", "Consent of the owner"], {
          showIf: { op: "not", of: when("right", "owner") },
        }),
        ...paperFields("attorney"),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "approval",
        kind: "letter",
        title: say(["หนังสือแจ้งผลการขอใช้น้ำประปา", "Answer to a request for water supply"]),
        paragraphs: [
          "เรียน {{name}}",
          "ตามคำร้องเลขที่ {{petition_number}} เรื่อง {{service}} ณ {{home}} นั้น {{agency}} พิจารณาแล้วอนุมัติตามคำขอ",
          "ให้ชำระค่าธรรมเนียมตามเทศบัญญัติ เจ้าหน้าที่จะนัดวันติดตั้งทางช่องทางที่แจ้งไว้",
          "วันที่ {{issued_day}}",
        ],
        validity: null,
        isListed: false,
      },
      feeReceipt,
    ],
  },
  examples: [
    {
      title: say(["ขอมาตรใหม่ที่บ้านตนเอง", "A new meter at one's own house"]),
      answers: {
        kind: "install",
        use: "home",
        pipe: "half",
        home: exampleAddress,
        place: examplePoint,
        right: "owner",
        house_paper: [exampleFile],
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ผู้เช่าขอโอน ไม่มีเลขผู้ใช้น้ำและหนังสือยินยอม", "A tenant without number or consent"]),
      answers: {
        kind: "transfer",
        home: exampleAddress,
        right: "tenant",
        house_paper: [exampleFile],
        declared_true: "yes",
      },
      wrong: ["meter_number", "consent_paper"],
    },
  ],
};
