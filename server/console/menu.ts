import { mayStaff, type Right } from "../agencies/role.ts";
import type { StaffLevel } from "../kernel/actor.ts";

/** A place in the console's menu: where it leads and the right it needs. Its label stands in the words by its key. */
const entries = [
  { key: "counter", href: "/console/counter", right: "use_counter" },
  { key: "arrivals", href: "/console/arrivals", right: "find_visits" },
  { key: "visits", href: "/console/visits", right: "find_visits" },
  { key: "history", href: "/console/history", right: "see_history" },
  { key: "qr", href: "/console/qr", right: "show_qr" },
  { key: "slips", href: "/console/slips", right: "manage_slips" },
  { key: "relations", href: "/console/relations", right: "confirm_relation" },
  { key: "claims", href: "/console/reports/claims", right: "export_claims" },
  { key: "reconciliation", href: "/console/reports/reconciliation", right: "reconcile" },
  { key: "dashboard", href: "/console/dashboard", right: "see_dashboard" },
  { key: "systems", href: "/console/systems", right: "manage_api" },
  { key: "looks", href: "/console/looks", right: "answer_cases" },
  { key: "region", href: "/console/region", right: "see_region" },
] as const satisfies readonly {
  key: string;
  href: string;
  right: Right;
}[];

export type MenuKey = (typeof entries)[number]["key"];

export interface MenuEntry {
  readonly key: MenuKey;
  readonly href: string;
}

/** The places a level may go to, in the order of the day's work. */
export function menuOf(level: StaffLevel): readonly MenuEntry[] {
  return entries.filter(({ right }) => mayStaff(level, right));
}
