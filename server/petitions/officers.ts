import { mayStaff } from "../agencies/role.ts";
import type { StaffLevel } from "../kernel/actor.ts";

/** Somebody who works on petitions at an agency. */
export interface Officer {
  readonly staffId: string;
  readonly name: string;
  readonly unitIds: readonly string[];
}

/** The people among an agency's staff who may work on petitions, once each with their units, by name. */
export function officersOf(
  members: readonly { readonly staffId: string; readonly level: string; readonly unitId: string | null }[],
  names: ReadonlyMap<string, string>,
): readonly Officer[] {
  const officers = new Map<string, Officer>();
  for (const { staffId, level, unitId } of members) {
    if (!mayStaff(level as StaffLevel, "work_petitions")) continue;
    const before = officers.get(staffId)?.unitIds ?? [];
    const unitIds = unitId === null ? before : [...before, unitId];
    officers.set(staffId, { staffId, name: names.get(staffId) ?? "", unitIds });
  }
  return [...officers.values()].sort((one, other) => one.name.localeCompare(other.name, "th"));
}
