import { mayStaff, type Right } from "../agencies/role.ts";
import type { StaffLevel } from "../kernel/actor.ts";

/** The parts of the menu: the counter's work, petitions, figures, looking after the agency, and one's own. */
export const menuGroups = ["counter", "petitions", "reports", "agency", "own"] as const;
export type MenuGroup = (typeof menuGroups)[number];

/**
 * A place in the console's menu: where it leads and the right it needs (null: none beyond being in). Its label stands
 * in the words by its key.
 */
const entries = [
  { key: "counter", group: "counter", href: "/console/counter", right: "use_counter" },
  { key: "arrivals", group: "counter", href: "/console/arrivals", right: "find_visits" },
  { key: "visits", group: "counter", href: "/console/visits", right: "find_visits" },
  { key: "history", group: "counter", href: "/console/history", right: "see_history" },
  { key: "codes", group: "counter", href: "/console/codes/check", right: "find_visits" },
  { key: "qr", group: "counter", href: "/console/qr", right: "show_qr" },
  { key: "slips", group: "counter", href: "/console/slips", right: "manage_slips" },
  { key: "relations", group: "counter", href: "/console/relations", right: "confirm_relation" },
  { key: "seats", group: "agency", href: "/console/seats", right: "name_holders" },
  { key: "tokenAgencies", group: "agency", href: "/console/tokens/agencies", right: "register_tokens" },
  { key: "petitions", group: "petitions", href: "/console/petitions", right: "work_petitions" },
  { key: "idChecks", group: "petitions", href: "/console/id-checks", right: "check_identity" },
  { key: "claims", group: "reports", href: "/console/reports/claims", right: "export_claims" },
  { key: "reconciliation", group: "reports", href: "/console/reports/reconciliation", right: "reconcile" },
  { key: "figures", group: "reports", href: "/console/figures", right: "see_petition_figures" },
  { key: "dashboard", group: "reports", href: "/console/dashboard", right: "see_dashboard" },
  { key: "services", group: "petitions", href: "/console/services", right: "manage_services" },
  { key: "units", group: "agency", href: "/console/local/units", right: "manage_agency" },
  { key: "officers", group: "agency", href: "/console/local/people", right: "manage_officers" },
  { key: "people", group: "agency", href: "/console/people", right: "manage_people" },
  {
    key: "tokenRegistrations",
    group: "petitions",
    href: "/console/tokens/registrations",
    right: "register_tokens",
  },
  { key: "documents", group: "petitions", href: "/console/documents", right: "issue_documents" },
  { key: "local", group: "agency", href: "/console/local", right: "manage_agency" },
  { key: "calendar", group: "agency", href: "/console/calendar", right: "manage_agency" },
  { key: "messages", group: "agency", href: "/console/messages", right: "manage_agency" },
  { key: "systems", group: "agency", href: "/console/systems", right: "manage_api" },
  { key: "looks", group: "agency", href: "/console/looks", right: "answer_cases" },
  { key: "access", group: "agency", href: "/console/access", right: "grant_access" },
  { key: "pictures", group: "agency", href: "/console/pictures", right: "open_picture" },
  { key: "region", group: "reports", href: "/console/region", right: "see_region" },
  {
    key: "serviceRequests",
    group: "agency",
    href: "/console/tokens/requests",
    right: "see_service_requests",
  },
  { key: "lostPhones", group: "agency", href: "/console/lost-phones", right: "see_lost_phones" },
  { key: "tokenCampaign", group: "agency", href: "/console/tokens/campaign", right: "register_tokens" },
  { key: "tokenCodeAsks", group: "agency", href: "/console/tokens/code-asks", right: "register_tokens" },
  { key: "tokenImport", group: "agency", href: "/console/tokens/import", right: "register_tokens" },
  { key: "tokenSettings", group: "agency", href: "/console/tokens/settings", right: "register_tokens" },
  { key: "oversight", group: "reports", href: "/console/oversight", right: "audit_seats" },
  { key: "ready", group: "own", href: "/console/ready", right: "use_counter" },
  { key: "account", group: "own", href: "/console/account", right: null },
] as const satisfies readonly {
  key: string;
  group: MenuGroup;
  href: string;
  right: Right | null;
}[];

export type MenuKey = (typeof entries)[number]["key"];

export interface MenuEntry {
  readonly key: MenuKey;
  readonly group: MenuGroup;
  readonly href: string;
}

/** The places a level may go to, in the order of the day's work. */
export function menuOf(level: StaffLevel): readonly MenuEntry[] {
  return entries.filter(({ right }) => right === null || mayStaff(level, right));
}
