import { isAtLeast, type AssuranceLevel } from "./assurance.ts";
import type { IdCheckState } from "./id-check.ts";

/** How the check of their identity stands for its citizen. */
export type IdCheckShown = IdCheckState | "none";

/**
 * What a citizen is told of the check of their ID pictures (E1.4), by their rung and the last check sent anywhere, null:
 * none was. What was passed at one agency, or by ThaID, holds at all.
 */
export function idCheckShown(assurance: AssuranceLevel, last: IdCheckState | null): IdCheckShown {
  return isAtLeast(assurance, "photo_checked") ? "approved" : (last ?? "none");
}
