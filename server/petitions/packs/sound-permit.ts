import type { ServicePack } from "../service-pack.ts";
import { choice, day, files, line, number, plain, say, when } from "./asking.ts";
import { clerkOffice, general } from "./places.ts";
import {
  declaredTrue,
  documents,
  exampleAddress,
  exampleNotes,
  feeReceipt,
  usualDefinition,
} from "./usual.ts";

/** ใบอนุญาตใช้เครื่องขยายเสียง (ม.5). */
export const soundPermitPack: ServicePack = {
  format: 1,
  slug: "sound-permit",
  category: general,
  unit: clerkOffice,
  notes: exampleNotes,
  definition: {
    ...usualDefinition,
    name: say(["ขออนุญาตใช้เครื่องขยายเสียง", "Permit for loudspeakers"]),
    summary: say([
      "ขออนุญาตโฆษณาโดยใช้เครื่องขยายเสียงในงานหรือในรถประชาสัมพันธ์",
      "To use loudspeakers at an event or from a vehicle",
    ]),
    documents: documents(["idCard"], ["แผนที่เส้นทาง (ถ้าใช้รถ)", "Map of the route, for a vehicle"]),
    fee: {
      satang: null,
      words: say(["ตามอัตราที่กฎหมายกำหนด", "At the rate the law sets"]),
    },
    law: [
      say([
        "พ.ร.บ. ควบคุมการโฆษณาโดยใช้เครื่องขยายเสียง พ.ศ. 2493 มาตรา 5",
        "Control of Advertisement by Sound Amplifiers Act 2493, s. 5",
      ]),
    ],
    ends: "decision",
    promised: { days: 3, unit: "working" },
    assurance: "card_checked",
    form: {
      format: 1,
      fields: [
        line("event", ["ชื่องานหรือเรื่องที่โฆษณา", "The event, or what is announced"]),
        choice("where", ["ใช้ที่ใด", "Where"], {
          place: ["ประจำที่", "At one place"],
          vehicle: ["รถเคลื่อนที่", "From a vehicle"],
        }),
        plain("address", "venue", ["สถานที่", "The place"], { showIf: when("where", "place") }),
        line("route", ["เส้นทาง", "The route"], { showIf: when("where", "vehicle") }),
        line("plate", ["ทะเบียนรถ", "Licence plate"], { showIf: when("where", "vehicle") }),
        files("route_map", ["แผนที่เส้นทาง", "Map of the route"], {
          showIf: when("where", "vehicle"),
          optional: true,
        }),
        day("first_day", ["วันแรก", "First day"], "future"),
        day("last_day", ["วันสุดท้าย", "Last day"], "future"),
        plain("time", "from", ["ตั้งแต่เวลา", "From"]),
        plain("time", "until", ["ถึงเวลา", "Until"]),
        number("watts", ["กำลังขยาย (วัตต์)", "Power in watts"], { min: 1, max: 100_000 }),
        declaredTrue,
      ],
    },
    templates: [
      {
        key: "sound_licence",
        kind: "licence",
        title: say(["ใบอนุญาตให้ใช้เครื่องขยายเสียง", "Permit for loudspeakers"]),
        paragraphs: [
          "เลขที่ {{document_number}}",
          "อนุญาตให้ {{name}} ใช้เครื่องขยายเสียงกำลัง {{watts}} วัตต์ เพื่อ {{event}}",
          "ตั้งแต่วันที่ {{first_day}} ถึงวันที่ {{last_day}} เวลา {{from}} ถึง {{until}}",
          "ห้ามใช้เสียงดังรบกวนโรงพยาบาล โรงเรียน ศาสนสถาน และศาล",
          "ออกให้ ณ วันที่ {{issued_day}} โดย {{agency}}",
        ],
        validity: null,
        isListed: false,
      },
      feeReceipt,
    ],
  },
  examples: [
    {
      title: say(["งานบวชที่วัด", "An ordination at a temple"]),
      answers: {
        event: "งานอุปสมบท",
        where: "place",
        venue: exampleAddress,
        first_day: { day: "1", month: "1", year: "2690" },
        last_day: { day: "2", month: "1", year: "2690" },
        from: "09:00",
        until: "22:00",
        watts: "1,000",
        declared_true: "yes",
      },
      wrong: [],
    },
    {
      title: say(["รถแห่ในวันที่ผ่านไปแล้ว ไม่บอกทะเบียน", "A vehicle on a past day, without its plate"]),
      answers: {
        event: "ประชาสัมพันธ์ตลาดนัด",
        where: "vehicle",
        route: "ถนนสายหลัก",
        first_day: { day: "1", month: "1", year: "2560" },
        last_day: { day: "1", month: "1", year: "2690" },
        from: "09:00",
        until: "12:00",
        watts: "200",
        declared_true: "yes",
      },
      wrong: ["plate", "first_day"],
    },
  ],
};
