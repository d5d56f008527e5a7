import type { ServicePack } from "../service-pack.ts";
import { choice, files, group, heading, line, number, plain, say, when } from "./asking.ts";
import { building, roads } from "./places.ts";
import {
  declaredTrue,
  documents,
  exampleAddress,
  exampleFile,
  exampleNotes,
  feeByOrdinance,
  feeReceipt,
  paperFields,
  usualDefinition,
} from "./usual.ts";

/** ขออนุญาตก่อสร้างอาคาร: form ข.1 leads to licence อ.1. */
export const buildingPermitPack: ServicePack = {
  format: 1,
  slug: "building-permit",
  category: building,
  unit: roads,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขออนุญาตก่อสร้าง ดัดแปลง หรือรื้อถอนอาคาร (ข.1)", "Building permit (form Kho.1)"]),
    summary: say([
      "ยื่นคำขออนุญาตก่อสร้าง ดัดแปลง หรือรื้อถอนอาคาร เมื่ออนุญาตแล้วจะได้ใบอนุญาต อ.1",
      "Apply to build, alter or demolish; once granted you receive licence Or.1",
    ]),
    audience: say(["เจ้าของอาคารหรือตัวแทน", "Owners of buildings, or who acts for them"]),
    documents: documents(
      ["idCard", "house", "land", "consent", "attorney", "company"],
      ["แบบแปลนและรายการประกอบ", "Plans and specification"],
      ["หนังสือรับรองของสถาปนิกและวิศวกร (ถ้ามี)", "Certificates of architect and engineer, if any"],
    ),
    fee: feeByOrdinance,
    law: [say(["พ.ร.บ. ควบคุมอาคาร พ.ศ. 2522", "Building Control Act B.E. 2522"])],
    ends: "decision",
    promised: { days: 45, unit: "calendar" },
    assurance: "photo_checked",
    form: {
      format: 1,
      fields: [
        choice("work", ["ขออนุญาตทำอะไร", "What you want to do"], {
          build: ["ก่อสร้างอาคารใหม่", "Build"],
          alter: ["ดัดแปลงอาคาร", "Alter"],
          demolish: ["รื้อถอนอาคาร", "Demolish"],
        }),
        choice("applicant", ["ยื่นในฐานะ", "You apply as"], {
          owner: ["เจ้าของอาคาร", "The owner"],
          agent: ["ผู้รับมอบอำนาจ", "An agent"],
          company: ["ผู้แทนนิติบุคคล", "For a company"],
        }),
        files("attorney_paper", ["หนังสือมอบอำนาจ", "Power of attorney"], {
          showIf: when("applicant", "agent"),
        }),
        files("company_paper", ["หนังสือรับรองนิติบุคคล", "Company certificate"], {
          showIf: when("applicant", "company"),
        }),
        heading("head_site", ["สถานที่", "The site"]),
        plain("address", "site", ["ที่ตั้งอาคาร", "Address of the building"]),
        line("deed_number", ["เลขที่โฉนด", "Number of the land deed"]),
        choice("land", ["ที่ดินเป็นของใคร", "Whose land it is"], {
          own: ["ของผู้ขอ", "Mine"],
          rented: ["เช่า", "Rented"],
          other: ["ของผู้อื่นที่ยินยอม", "Somebody else's, who agrees"],
        }),
        files("land_consent", ["สัญญาเช่าหรือหนังสือยินยอม", "Lease or consent"], {
          showIf: { op: "not", of: when("land", "own") },
        }),
        group("buildings", ["อาคาร", "Buildings"], { min: 1, max: 10 }, [
          choice("building_use", ["ใช้เป็น", "Used as"], {
            home: ["ที่อยู่อาศัย", "A home"],
            shop: ["ร้านค้าหรือสำนักงาน", "A shop or office"],
            store: ["โกดังหรือโรงงาน", "A store or factory"],
            other: ["อื่นๆ", "Something else"],
          }),
          number("storeys", ["จำนวนชั้น", "Storeys"], { min: 1, max: 60 }),
          number("area", ["พื้นที่รวม (ตารางเมตร)", "Floor area in square metres"], {
            min: 1,
            max: 200_000,
            decimals: 2,
          }),
        ]),
        files("plans", ["แบบแปลนและรายการประกอบ", "Plans and specification"], { max: 10, accepts: ["pdf"] }),
        files("certificates", ["หนังสือรับรองของสถาปนิกและวิศวกร", "Certificates of architect and engineer"], {
          optional: true,
        }),
        ...paperFields("house", "land", "consent"),
        line("engineer", ["ชื่อผู้ควบคุมงาน", "Who supervises the work"], { optional: true }),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "licence_or1",
        kind: "licence",
        title: say([
          "ใบอนุญาตก่อสร้าง ดัดแปลง หรือรื้อถอนอาคาร (อ.1)",
          "Licence to build, alter or demolish (Or.1)",
        ]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "อนุญาตให้ {{name}} เลขประจำตัวประชาชน {{citizen_id}}",
          "ทำการ{{work}} ณ {{site}} ในที่ดินโฉนดเลขที่ {{deed_number}} ตามแบบแปลนที่แนบคำขอเลขที่ {{petition_number}}",
          "ใบอนุญาตนี้ใช้ได้จนถึงวันที่ {{valid_until}}",
          "ออกให้ ณ วันที่ {{issued_day}} โดย {{agency}}",
        ],
        validity: { count: 1, unit: "years" },
        isListed: true,
      },
      feeReceipt,
    ],
  },
  examples: [
    {
      title: say(["สร้างบ้านสองชั้นในที่ดินของตนเอง", "A house of two storeys on one's own land"]),
      answers: {
        work: "build",
        applicant: "owner",
        site: exampleAddress,
        deed_number: "12345",
        land: "own",
        buildings: [{ building_use: "home", storeys: "2", area: "180.5" }],
        plans: [exampleFile],
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["ที่ดินเช่า ไม่มีสัญญา และไม่บอกอาคาร", "Rented land without a lease, and no building"]),
      answers: {
        work: "build",
        applicant: "agent",
        site: exampleAddress,
        deed_number: "12345",
        land: "rented",
        plans: [exampleFile],
        declared_true: "yes",
      },
      wrong: ["attorney_paper", "land_consent", "buildings"],
    },
  ],
};
