import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { StaffLevel } from "../../server/kernel/actor.ts";
import type { StaffPersonFields } from "../../server/agencies/staff-person.ts";

/** Where somebody works: an office by its region (null: the centre), or a facility by its hcode. */
export type Workplace = { readonly region: number | null } | { readonly hcode: string };

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

/** One synthetic person of each level, and a second clerk so that two can meet over one draft. */
export const demoPeople: readonly DemoPerson[] = [
  someone(1, { region: null }, "national_admin", "วรรณา", "ดวงดี", "wanna@centre.example"),
  someone(2, { region: demoRegion }, "registrar", "รัตนา", "ใสงาม", "rattana@region1.example"),
  someone(3, { hcode: "99001" }, "facility_admin", "ปรีชา", "มั่นคง", "preecha@banpratu.example"),
  someone(4, { hcode: "99001" }, "clerk", "มานี", "ชูใจ", "manee@banpratu.example"),
  someone(5, { hcode: "99001" }, "clerk", "ปิติ", "สุขสม", "piti@banpratu.example"),
  someone(6, { hcode: "99001" }, "report_reader", "วีระ", "รักเรียน", "weera@banpratu.example"),
  someone(7, { hcode: "99002" }, "facility_admin", "ดวงแก้ว", "ทุ่งแสง", "duangkaeo@thungsaeng.example"),
];

function someone(
  number: number,
  at: Workplace,
  level: StaffLevel,
  firstName: string,
  lastName: string,
  email: string,
): DemoPerson {
  const citizenId = completeCitizenId(`19999000010${number}`);
  const phones = { workPhone: `02000010${number}`, mobile: `081000010${number}` };
  return { at, level, person: { firstName, lastName, citizenId, email, ...phones } };
}
