import { mayStaff } from "../agencies/role.ts";
import type { Staff } from "../kernel/actor.ts";

/**
 * Which petitions of their agency a member of staff may see. Whoever may assign sees all. Any other officer sees what
 * lies with their own units, what lies with no unit, and what was given to them by name; what was forwarded to another
 * unit is that unit's from then on.
 */
export type Reach =
  | { readonly kind: "agency" }
  | { readonly kind: "own"; readonly staffId: string; readonly unitIds: readonly string[] };

/** The reach of a member of staff who works in these units. */
export function reachOf({ level, staffId }: Staff, unitIds: readonly string[]): Reach {
  return mayStaff(level, "assign_petitions") ? { kind: "agency" } : { kind: "own", staffId, unitIds };
}

/** True when a petition of the agency lies within that reach. */
export function isWithin(
  reach: Reach,
  petition: { readonly unitId: string | null; readonly officerId: string | null },
): boolean {
  if (reach.kind === "agency" || petition.unitId === null) return true;
  return petition.officerId === reach.staffId || reach.unitIds.includes(petition.unitId);
}
