import type { ServicePack } from "../service-pack.ts";
import { choice, line, number, photo, plain, say, story, when } from "./asking.ts";
import { repairs, roads } from "./places.ts";
import { exampleNotes, examplePoint, free, usualDefinition } from "./usual.ts";

/** ไฟฟ้าสาธารณะขัดข้อง: a street lamp that is out, or a danger from its wires. */
export const streetLightPack: ServicePack = {
  format: 1,
  slug: "street-light",
  category: repairs,
  unit: roads,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["แจ้งไฟฟ้าสาธารณะขัดข้อง", "Report a street light"]),
    summary: say([
      "แจ้งซ่อมไฟถนน หลอดไฟดับ ไฟกะพริบ หรือเสาและสายไฟชำรุด",
      "Tell us of a street light that is out or flickers, or of a broken pole or wire",
    ]),
    documents: [],
    fee: free,
    law: [say(["พ.ร.บ. เทศบาล พ.ศ. 2496", "Municipality Act 2496"])],
    ends: "deed",
    promised: { days: 7, unit: "working" },
    assurance: "phone",
    testDays: 7,
    isPlaceBased: true,
    form: {
      format: 1,
      fields: [
        choice("problem", ["ปัญหาที่พบ", "What is wrong"], {
          out: ["ไฟดับ", "The light is out"],
          flickers: ["ไฟกะพริบ ติดๆ ดับๆ", "The light flickers"],
          day: ["ไฟเปิดค้างกลางวัน", "The light burns by day"],
          pole: ["เสาหรือโคมชำรุด", "The pole or lamp is broken"],
          wire: ["สายไฟขาดหรือห้อยต่ำ", "A wire is torn or hangs low"],
        }),
        plain("yes_no", "sparks", ["มีประกายไฟหรือมีคนถูกไฟดูดหรือไม่", "Are there sparks, or was somebody hurt?"], {
          showIf: { op: "any", of: [when("problem", "wire"), when("problem", "pole")] },
          help: [
            "ถ้ามีอันตราย อย่าเข้าใกล้ และโทรแจ้งหน่วยงานทันที",
            "If it is dangerous keep away, and call us at once",
          ],
        }),
        number(
          "lamps",
          ["จำนวนดวงที่ดับ", "How many lights are out"],
          { min: 1, max: 99 },
          {
            showIf: when("problem", "out"),
          },
        ),
        line("pole_number", ["หมายเลขเสา", "Number on the pole"], {
          optional: true,
          help: ["ดูที่ป้ายบนเสา ถ้าไม่มีให้เว้นไว้", "It stands on the pole; leave empty if there is none"],
        }),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"], {
          help: ["แตะที่เสาไฟ หรือกดใช้ตำแหน่งปัจจุบัน", "Tap the pole, or use where you are"],
        }),
        line("landmark", ["จุดสังเกตใกล้เคียง", "A landmark nearby"], {
          optional: true,
          help: ["เช่น หน้าวัด ข้างร้านค้า ซอยใด", "Such as a temple, a shop, a lane"],
        }),
        photo("picture", ["ภาพถ่ายจุดที่เสีย", "A picture of it"], { optional: true }),
        story("more", ["รายละเอียดเพิ่มเติม", "Anything else"], { optional: true }),
      ],
    },
  },
  examples: [
    {
      title: say(["ไฟดับสองดวง", "Two lights are out"]),
      answers: { problem: "out", lamps: "๒", place: examplePoint, landmark: "หน้าวัดประตูแก้ว" },
      wrong: [],
    },
    {
      title: say(["สายไฟห้อยต่ำ ยังไม่บอกว่ามีประกายไฟหรือไม่", "A low wire, without a word on sparks"]),
      answers: { problem: "wire", place: examplePoint },
      wrong: ["sparks"],
    },
  ],
};
