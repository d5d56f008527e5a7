import type { ServicePack } from "../service-pack.ts";
import { choice, day, line, photo, plain, say, story, when } from "./asking.ts";
import { repairs, roads } from "./places.ts";
import { exampleNotes, examplePoint, free, usualDefinition } from "./usual.ts";

/** น้ำประปาหมู่บ้านขัดข้อง: water that does not come, leaks or is dirty. */
export const villageWaterPack: ServicePack = {
  format: 1,
  slug: "village-water",
  category: repairs,
  unit: roads,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["แจ้งน้ำประปาหมู่บ้านขัดข้อง", "Report the village water supply"]),
    summary: say([
      "แจ้งน้ำไม่ไหล ท่อแตก น้ำขุ่น หรือมาตรวัดน้ำเสีย",
      "Tell us of water that does not come, a burst pipe, cloudy water or a broken meter",
    ]),
    documents: [],
    fee: free,
    law: [say(["พ.ร.บ. เทศบาล พ.ศ. 2496", "Municipality Act 2496"])],
    ends: "deed",
    promised: { days: 3, unit: "working" },
    assurance: "phone",
    testDays: 5,
    isPlaceBased: true,
    form: {
      format: 1,
      fields: [
        choice("problem", ["ปัญหาที่พบ", "What is wrong"], {
          none: ["น้ำไม่ไหล", "No water"],
          weak: ["น้ำไหลอ่อน", "Weak flow"],
          burst: ["ท่อแตกหรือรั่ว", "A burst or leaking pipe"],
          dirty: ["น้ำขุ่น มีสีหรือกลิ่น", "Cloudy water, with a colour or smell"],
          meter: ["มาตรวัดน้ำเสีย", "A broken meter"],
        }),
        day("since", ["เป็นมาตั้งแต่วันที่", "Since which day"], "past"),
        choice(
          "reach",
          ["เป็นกี่บ้าน", "How many houses"],
          {
            own: ["เฉพาะบ้านของฉัน", "Only mine"],
            some: ["หลายบ้านใกล้กัน", "Several nearby"],
            all: ["ทั้งหมู่บ้านหรือทั้งซอย", "The whole village or lane"],
          },
          { showIf: { op: "not", of: when("problem", "meter") } },
        ),
        line("meter_number", ["เลขผู้ใช้น้ำหรือเลขมาตร", "Customer or meter number"], {
          showIf: when("problem", "meter"),
          help: ["ดูที่ใบแจ้งค่าน้ำหรือหน้ามาตร", "It stands on the water bill or the meter"],
        }),
        photo("picture", ["ภาพถ่ายน้ำหรือท่อ", "A picture of the water or pipe"], {
          showIf: { op: "any", of: [when("problem", "burst"), when("problem", "dirty")] },
        }),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"]),
        line("house", ["บ้านเลขที่ หมู่ที่ หรือจุดสังเกต", "House, village or landmark"]),
        story("more", ["รายละเอียดเพิ่มเติม", "Anything else"], { optional: true }),
      ],
    },
  },
  examples: [
    {
      title: say(["น้ำไม่ไหลทั้งซอย", "No water in the whole lane"]),
      answers: {
        problem: "none",
        since: { day: "20", month: "1", year: "2568" },
        reach: "all",
        place: examplePoint,
        house: "99/9 หมู่ 1",
      },
      wrong: [],
    },
    {
      title: say(["มาตรเสีย ไม่บอกเลข และวันที่ยังมาไม่ถึง", "A meter without its number, and a day to come"]),
      answers: {
        problem: "meter",
        since: { day: "1", month: "1", year: "2690" },
        place: examplePoint,
        house: "99/9 หมู่ 1",
      },
      wrong: ["since", "meter_number"],
    },
  ],
};
