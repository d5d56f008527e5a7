import type { ServicePack } from "../service-pack.ts";
import { choice, line, plain, say, story, when } from "./asking.ts";
import { clerkOffice, general } from "./places.ts";
import { documents, exampleAddress, exampleNotes, feeReceipt, usualDefinition } from "./usual.ts";

/** ขอข้อมูลข่าวสารของราชการ. */
export const informationRequestPack: ServicePack = {
  format: 1,
  slug: "information-request",
  category: general,
  unit: clerkOffice,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขอข้อมูลข่าวสารของราชการ", "Ask for official information"]),
    summary: say([
      "ขอดูหรือขอสำเนาข้อมูลข่าวสารที่หน่วยงานเก็บไว้",
      "Ask to see, or for a copy of, information the agency holds",
    ]),
    documents: documents([]),
    fee: {
      satang: null,
      words: say([
        "ขอดูไม่เสียค่าใช้จ่าย สำเนาตามอัตราที่หน่วยงานประกาศ",
        "Seeing is free; copies at the rate the agency has announced",
      ]),
    },
    law: [say(["พ.ร.บ. ข้อมูลข่าวสารของราชการ พ.ศ. 2540", "Official Information Act B.E. 2540"])],
    ends: "decision",
    promised: { days: 15, unit: "working" },
    assurance: "phone",
    form: {
      format: 1,
      fields: [
        line("subject", ["เรื่องที่ต้องการ", "What it is about"]),
        story("details", ["รายละเอียดของข้อมูล", "Which information exactly"], {
          help: [
            "บอกชื่อเอกสาร โครงการ หรือปีงบประมาณ ยิ่งชัดยิ่งค้นได้เร็ว",
            "Name documents, projects or budget years: the clearer, the faster it is found",
          ],
        }),
        choice("form_wanted", ["ต้องการรับอย่างไร", "How you want it"], {
          file: ["ไฟล์ทางอิเล็กทรอนิกส์", "A file"],
          see: ["มาดูที่หน่วยงาน", "See it at the office"],
          post: ["สำเนาทางไปรษณีย์", "A copy by post"],
        }),
        plain("address", "send_to", ["ส่งไปที่", "Send it to"], { showIf: when("form_wanted", "post") }),
        plain("yes_no", "certified", ["ต้องการให้รับรองสำเนาหรือไม่", "Should the copy be certified?"], {
          showIf: when("form_wanted", "post"),
        }),
        choice(
          "purpose",
          ["ใช้เพื่อ", "What for"],
          {
            study: ["การศึกษาหรือวิจัย", "Study or research"],
            case: ["ดำเนินคดีหรืออุทธรณ์", "A case or an appeal"],
            press: ["เผยแพร่ข่าว", "The press"],
            own: ["ใช้ส่วนตัว", "Own use"],
          },
          { optional: true },
        ),
      ],
    },
    templates: [
      {
        key: "answer_letter",
        kind: "letter",
        title: say(["หนังสือตอบการขอข้อมูลข่าวสาร", "Answer to a request for information"]),
        paragraphs: [
          "เรียน {{name}}",
          "ตามคำขอเลขที่ {{petition_number}} เรื่อง {{subject}} นั้น {{agency}} ได้จัดส่งข้อมูลข่าวสารตามที่ขอพร้อมหนังสือนี้แล้ว",
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
      title: say(["ขอสำเนาสัญญาจ้างเป็นไฟล์", "A contract, as a file"]),
      answers: {
        subject: "สัญญาจ้างซ่อมถนน",
        details: "สัญญาจ้างซ่อมถนนสายหลัก ปีงบประมาณ 2568",
        form_wanted: "file",
      },
      wrong: [],
    },
    {
      title: say(["ขอทางไปรษณีย์ ไม่บอกที่อยู่", "By post, without an address"]),
      answers: {
        subject: "รายงานการประชุมสภา",
        details: "รายงานการประชุมสภาเทศบาลทุกครั้งในปี 2568",
        form_wanted: "post",
        send_to: { ...exampleAddress, postcode: "1" },
        certified: "no",
      },
      wrong: ["send_to"],
    },
  ],
};
