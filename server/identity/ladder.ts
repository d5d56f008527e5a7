import { isAtLeast, type AssuranceLevel } from "./assurance.ts";

/** The rungs somebody with an account climbs by themselves; the others come with registration. */
export const climbedRungs = ["photo_checked", "thaid"] as const satisfies readonly AssuranceLevel[];
export type ClimbedRung = (typeof climbedRungs)[number];

/** The rung a service needs that a person does not stand on; null: they stand high enough (N6). */
export function assuranceNeeded(
  person: { readonly assurance: AssuranceLevel },
  definition: { readonly assurance: AssuranceLevel },
): AssuranceLevel | null {
  return isAtLeast(person.assurance, definition.assurance) ? null : definition.assurance;
}

/** The rungs that can be climbed to and are high enough: a checked card can be overtaken, not made up for. */
export function waysUp(level: AssuranceLevel, needed: AssuranceLevel): readonly ClimbedRung[] {
  return climbedRungs.filter((rung) => isAtLeast(rung, needed) && !isAtLeast(level, rung));
}

/**
 * The page that leads somebody up to a rung in place and then back to `next` (a path of ours). `slug` names the agency whose
 * officers would look at pictures.
 */
export function assurancePath(needed: AssuranceLevel, slug: string, next: string): string {
  return `/liff/assurance?${new URLSearchParams({ need: needed, agency: slug, next }).toString()}`;
}
