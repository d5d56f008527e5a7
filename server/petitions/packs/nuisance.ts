import type { ServicePack } from "../service-pack.ts";
import { choice, choices, line, photo, plain, say, story, when } from "./asking.ts";
import { health, repairs } from "./places.ts";
import { exampleNotes, examplePoint, free, usualDefinition } from "./usual.ts";

/** ขยะและเหตุรำคาญ: rubbish, smells, noise, smoke, animals. */
export const nuisancePack: ServicePack = {
  format: 1,
  slug: "nuisance",
  category: repairs,
  unit: health,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ร้องเรียนขยะและเหตุรำคาญ", "Complain of rubbish or a nuisance"]),
    summary: say([
      "แจ้งขยะตกค้าง กลิ่น เสียง ควัน น้ำเสีย หรือสัตว์ที่ก่อความเดือดร้อน",
      "Tell us of rubbish left behind, smells, noise, smoke, waste water or animals",
    ]),
    documents: [],
    fee: free,
    law: [say(["พ.ร.บ. การสาธารณสุข พ.ศ. 2535 เหตุรำคาญ", "Public Health Act B.E. 2535, nuisances"])],
    ends: "deed",
    promised: { days: 15, unit: "working" },
    assurance: "phone",
    testDays: 7,
    isPlaceBased: true,
    isAboutHomes: true,
    form: {
      format: 1,
      fields: [
        choice("kind", ["เรื่องที่ร้องเรียน", "What it is about"], {
          waste: ["ขยะตกค้างหรือทิ้งไม่เป็นที่", "Rubbish left or dumped"],
          smell: ["กลิ่นเหม็น", "A smell"],
          noise: ["เสียงดัง", "Noise"],
          smoke: ["ควันหรือฝุ่น", "Smoke or dust"],
          sewage: ["น้ำเสีย", "Waste water"],
          animals: ["สัตว์", "Animals"],
        }),
        choices(
          "hours",
          ["เกิดขึ้นช่วงใด", "When it happens"],
          {
            morning: ["เช้า", "Mornings"],
            afternoon: ["บ่าย", "Afternoons"],
            evening: ["เย็นถึงค่ำ", "Evenings"],
            night: ["กลางคืน", "Nights"],
          },
          { showIf: { op: "not", of: when("kind", "waste") } },
        ),
        line("source", ["ต้นเหตุที่สงสัย", "Where you think it comes from"], {
          optional: true,
          showIf: { op: "not", of: when("kind", "waste") },
          help: [
            "บอกเท่าที่ทราบ ไม่ต้องไปหาหลักฐานเอง",
            "As far as you know: you need not look for evidence yourself",
          ],
        }),
        story("story", ["เล่าเรื่องที่เกิดขึ้น", "What happens"], {
          help: ["เกิดเมื่อใด บ่อยแค่ไหน กระทบใครบ้าง", "Since when, how often, and whom it troubles"],
        }),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"]),
        line("landmark", ["ที่อยู่หรือจุดสังเกต", "Address or landmark"], { optional: true }),
        photo("picture", ["ภาพถ่าย", "A picture"], { optional: true }),
        plain("yes_no", "hide_name", ["ขอไม่เปิดเผยชื่อผู้แจ้งแก่คู่กรณี", "Keep my name from whom I complain of"]),
      ],
    },
  },
  examples: [
    {
      title: say(["เสียงดังกลางคืน", "Noise at night"]),
      answers: {
        kind: "noise",
        hours: ["night"],
        story: "เปิดเพลงเสียงดังหลังเที่ยงคืนทุกวันศุกร์",
        place: examplePoint,
        landmark: "ข้างตลาดสด",
        hide_name: "yes",
      },
      wrong: [],
    },
    {
      title: say(["เล่าสั้นเกินไป", "Too short a story"]),
      answers: { kind: "waste", story: "เหม็น", place: examplePoint, landmark: "หน้าบ้าน", hide_name: "no" },
      wrong: ["story"],
    },
  ],
};
