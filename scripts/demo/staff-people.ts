import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { StaffLevel } from "../../server/kernel/actor.ts";
import type { StaffPersonFields } from "../../server/agencies/staff-person.ts";

/** Where somebody works: an office by its region (null: the centre), a facility by its hcode, the town or the treasury. */
export type Workplace =
  | { readonly region: number | null }
  | { readonly hcode: string }
  | { readonly town: true }
  | { readonly treasury: true };

export interface DemoPerson {
  readonly at: Workplace;
  readonly level: StaffLevel;
  readonly person: StaffPersonFields;
}

/** The region in which both facilities of the demo lie. */
export const demoRegion = 1;

export const demoOffices = [
  {
    region: null,
    nameTh: "สำนักงานหลักประกันสุขภาพแห่งชาติ (จำลอง)",
    nameEn: "National Health Security Office (simulated)",
  },
  {
    region: demoRegion,
    nameTh: "สำนักงานหลักประกันสุขภาพแห่งชาติ เขต 1 (จำลอง)",
    nameEn: "NHSO Region 1 (simulated)",
  },
] as const;

/** One synthetic person of each level, and second ones where two meet: clerks over a draft, registrars over a form. */
export const demoPeople: readonly DemoPerson[] = [
  someone(1, { region: null }, "national_admin", "วรรณา", "ดวงดี", "wanna@centre.example"),
  someone(2, { region: demoRegion }, "registrar", "รัตนา", "ใสงาม", "rattana@region1.example"),
  someone(3, { hcode: "99001" }, "facility_admin", "ปรีชา", "มั่นคง", "preecha@banpratu.example"),
  someone(4, { hcode: "99001" }, "clerk", "มานี", "ชูใจ", "manee@banpratu.example"),
  someone(5, { hcode: "99001" }, "clerk", "ปิติ", "สุขสม", "piti@banpratu.example"),
  someone(6, { hcode: "99001" }, "report_reader", "วีระ", "รักเรียน", "weera@banpratu.example"),
  someone(7, { hcode: "99002" }, "facility_admin", "ดวงแก้ว", "ทุ่งแสง", "duangkaeo@thungsaeng.example"),
  someone(8, { town: true }, "local_admin", "สมชาย", "บ้านประตู", "somchai@banpratu-town.example"),
  someone(9, { town: true }, "supervisor", "สุดา", "นำทาง", "suda@banpratu-town.example"),
  someone(10, { town: true }, "officer", "มาลี", "ช่างงาม", "malee@banpratu-town.example"),
  someone(11, { town: true }, "officer", "วิชัย", "รักสะอาด", "wichai@banpratu-town.example"),
  someone(12, { town: true }, "executive", "บุญมี", "ศรีประตู", "bunmi@banpratu-town.example"),
  someone(13, { town: true }, "seat_head", "ประสิทธิ์", "ดูแลดี", "prasit@banpratu-town.example"),
  someone(14, { town: true }, "internal_auditor", "อรทัย", "ตรวจตรง", "orathai@banpratu-town.example"),
  someone(15, { treasury: true }, "token_registrar", "กัญญา", "คลังมั่น", "kanya@treasury.example"),
  someone(16, { treasury: true }, "internal_auditor", "ธีระ", "รอบคอบ", "theera@treasury.example"),
  someone(17, { treasury: true }, "token_registrar", "จารุณี", "คลังแก้ว", "jarunee@treasury.example"),
];

function someone(
  number: number,
  at: Workplace,
  level: StaffLevel,
  firstName: string,
  lastName: string,
  email: string,
): DemoPerson {
  const ending = String(100 + number);
  const citizenId = completeCitizenId(`199990000${ending}`);
  const phones = { workPhone: `020000${ending}`, mobile: `0810000${ending}` };
  return { at, level, person: { firstName, lastName, citizenId, email, ...phones } };
}
