import type { StaffLevel } from "../kernel/actor.ts";

/** The levels an agency of each kind may have; a person has exactly one at an agency (F1.3). */
export const levelsOfAgency = {
  facility: ["clerk", "facility_admin", "report_reader"],
  regional_office: ["registrar"],
  central_office: ["national_admin"],
  local_government: ["officer", "supervisor", "local_admin", "executive", "seat_head", "internal_auditor"],
  treasury: ["token_registrar", "internal_auditor"],
} as const satisfies Record<string, readonly StaffLevel[]>;
export type AgencyKind = keyof typeof levelsOfAgency;

/** What may be done in the console; each page and each post names the one it needs. */
export const rights = [
  "use_counter",
  "find_visits",
  "cancel_code",
  "see_history",
  "show_qr",
  "manage_qr",
  "manage_slips",
  "confirm_relation",
  "export_claims",
  "see_dashboard",
  "reconcile",
  "manage_people",
  "manage_officers",
  "manage_api",
  "answer_cases",
  "reset_second_step",
  "grant_access",
  "open_picture",
  "see_region",
  "work_petitions",
  "assign_petitions",
  "check_identity",
  "issue_documents",
  "manage_services",
  "manage_agency",
  "see_petition_figures",
  "name_holders",
  "register_tokens",
  "audit_seats",
  "see_lost_phones",
  "see_service_requests",
  "report_lost_phone",
  "demand_soft_token",
] as const;
export type Right = (typeof rights)[number];

const clerkRights = [
  "use_counter",
  "find_visits",
  "see_history",
  "show_qr",
  "manage_slips",
  "confirm_relation",
  "see_dashboard",
] as const satisfies readonly Right[];

const officerRights = [
  "work_petitions",
  "check_identity",
  "issue_documents",
] as const satisfies readonly Right[];

/** Which level may do what: the one table that the server's guard and the pages' menus read. */
export const rightsOfLevel = {
  clerk: clerkRights,
  facility_admin: [
    ...clerkRights,
    "cancel_code",
    "manage_qr",
    "export_claims",
    "reconcile",
    "manage_people",
    "manage_api",
    "answer_cases",
    "reset_second_step",
  ],
  report_reader: ["export_claims", "see_dashboard", "reconcile"],
  registrar: ["grant_access", "reset_second_step", "open_picture", "see_region"],
  national_admin: ["grant_access", "reset_second_step", "answer_cases", "see_region"],
  officer: officerRights,
  supervisor: [...officerRights, "assign_petitions", "see_petition_figures"],
  local_admin: [
    ...officerRights,
    "assign_petitions",
    "see_petition_figures",
    "manage_services",
    "manage_agency",
    "manage_officers",
    "answer_cases",
    "reset_second_step",
    "demand_soft_token",
  ],
  executive: ["see_petition_figures"],
  seat_head: [
    "name_holders",
    "see_service_requests",
    "see_lost_phones",
    "report_lost_phone",
    "demand_soft_token",
  ],
  internal_auditor: ["audit_seats", "see_lost_phones"],
  token_registrar: [
    "register_tokens",
    "see_service_requests",
    "see_lost_phones",
    "report_lost_phone",
    "work_petitions",
    "reset_second_step",
  ],
} as const satisfies Record<StaffLevel, readonly Right[]>;

/** True when an account of that level may do that. */
export function mayStaff(level: StaffLevel, right: Right): boolean {
  const held: readonly Right[] = rightsOfLevel[level];
  return held.includes(right);
}
