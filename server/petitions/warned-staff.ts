import type { StaffLevel } from "../kernel/actor.ts";
import type { Warned } from "./deadline-watch.ts";

/** Somebody of an agency, with one of their units; null: they are in none. */
export interface AgencyMember {
  readonly staffId: string;
  readonly level: string;
  readonly unitId: string | null;
}

/**
 * Who is told of a petition's clock: its officer, or while it has none everybody who works in its unit; the superior is
 * whoever heads that unit, else the agency's heads, else its administrators. Each once.
 */
export function warnedStaff(
  members: readonly AgencyMember[],
  petition: { readonly officerId: string | null; readonly unitId: string | null },
  to: readonly Warned[],
): readonly string[] {
  const told = to.flatMap((role) =>
    role === "officer" ? officersOf(members, petition) : superiorsOf(members, petition),
  );
  return [...new Set(told)];
}

function officersOf(
  members: readonly AgencyMember[],
  { officerId, unitId }: { readonly officerId: string | null; readonly unitId: string | null },
): readonly string[] {
  if (officerId !== null) return members.some(({ staffId }) => staffId === officerId) ? [officerId] : [];
  return idsOf(
    members.filter((one) => one.level === "officer" && (unitId === null || one.unitId === unitId)),
  );
}

function superiorsOf(
  members: readonly AgencyMember[],
  { unitId }: { readonly unitId: string | null },
): readonly string[] {
  const at = (level: StaffLevel) => members.filter((one) => one.level === level);
  const ofUnit = at("supervisor").filter((one) => unitId !== null && one.unitId === unitId);
  const heads = ofUnit.length > 0 ? ofUnit : at("supervisor");
  return idsOf(heads.length > 0 ? heads : at("local_admin"));
}

function idsOf(members: readonly AgencyMember[]): readonly string[] {
  return members.map(({ staffId }) => staffId);
}
