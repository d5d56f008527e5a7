import type { ServicePack } from "../service-pack.ts";
import { choice, line, photo, plain, say, story, when } from "./asking.ts";
import { repairs, roads } from "./places.ts";
import { exampleFile, exampleNotes, examplePoint, free, usualDefinition } from "./usual.ts";

/** ถนน ทางเท้า และท่อระบายน้ำชำรุด. */
export const roadPack: ServicePack = {
  format: 1,
  slug: "road-damage",
  category: repairs,
  unit: roads,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["แจ้งถนน ทางเท้า ท่อระบายน้ำชำรุด", "Report a road, pavement or drain"]),
    summary: say([
      "แจ้งหลุมบ่อ ทางเท้าแตก ฝาท่อหาย หรือท่ออุดตัน",
      "Tell us of potholes, broken pavements, missing covers or blocked drains",
    ]),
    documents: [],
    fee: free,
    law: [say(["พ.ร.บ. เทศบาล พ.ศ. 2496", "Municipality Act 2496"])],
    ends: "deed",
    promised: { days: 15, unit: "working" },
    assurance: "phone",
    testDays: 7,
    isPlaceBased: true,
    form: {
      format: 1,
      fields: [
        choice("problem", ["ปัญหาที่พบ", "What is wrong"], {
          hole: ["ถนนเป็นหลุมบ่อ", "A pothole"],
          sunk: ["ถนนทรุดหรือแตกร้าว", "A road that sank or cracked"],
          pavement: ["ทางเท้าชำรุด", "A broken pavement"],
          cover: ["ฝาท่อแตกหรือหาย", "A broken or missing drain cover"],
          drain: ["ท่อระบายน้ำอุดตัน", "A blocked drain"],
          sign: ["ป้ายหรือไฟจราจรชำรุด", "A broken sign or traffic light"],
        }),
        choice(
          "size",
          ["ขนาดโดยประมาณ", "About how large"],
          {
            small: ["เล็กกว่าฝ่ามือ", "Smaller than a hand"],
            medium: ["ไม่เกินหนึ่งเมตร", "Up to a metre"],
            large: ["เกินหนึ่งเมตร", "More than a metre"],
          },
          { showIf: { op: "any", of: [when("problem", "hole"), when("problem", "sunk")] } },
        ),
        plain("yes_no", "danger", [
          "มีคนหรือรถได้รับอันตรายแล้วหรือไม่",
          "Was somebody hurt or a vehicle damaged already?",
        ]),
        story("accident", ["เล่าเหตุการณ์โดยย่อ", "What happened, in short"], { showIf: when("danger", true) }),
        photo("picture", ["ภาพถ่ายจุดที่ชำรุด", "A picture of it"]),
        plain("map_point", "place", ["ตำแหน่งบนแผนที่", "Where it is on the map"]),
        line("landmark", ["ชื่อถนน ซอย หรือจุดสังเกต", "Road, lane or landmark"], { optional: true }),
        story("more", ["รายละเอียดเพิ่มเติม", "Anything else"], { optional: true }),
      ],
    },
  },
  examples: [
    {
      title: say(["หลุมใหญ่กลางถนน", "A large pothole"]),
      answers: {
        problem: "hole",
        size: "large",
        danger: "no",
        picture: [exampleFile],
        place: examplePoint,
        landmark: "ถนนประชาร่วมใจ ซอย 5",
      },
      wrong: [],
    },
    {
      title: say(["ไม่มีภาพ และไม่เล่าเหตุการณ์", "No picture, and no word on the accident"]),
      answers: { problem: "cover", danger: "yes", place: examplePoint },
      wrong: ["accident", "picture"],
    },
  ],
};
