import type { Staff, StaffLevel } from "../kernel/actor.ts";
import { mayStaff } from "./role.ts";
import type { StaffState } from "./staff.ts";

/** Why somebody's second step is set up anew: what is written down and told, never a free text. */
export const resetReasons = ["lost", "replaced", "broken", "suspected"] as const;
export type ResetReason = (typeof resetReasons)[number];

/** Reads a reason as it is posted or carried by a notice; null: none was chosen. */
export function parseResetReason(text: string): ResetReason | null {
  return resetReasons.find((known) => known === text) ?? null;
}

/** Whose second step it is, as the rule needs it. */
export interface ResetSubject {
  readonly id: string;
  readonly agencyId: string;
  readonly registrarId: string;
  readonly level: StaffLevel;
  readonly state: StaffState;
}

/**
 * True when somebody may set another's second step anew: an agency's admin for the agency's own people who may
 * not do so themselves, a registrar for every account they grant. Nobody for themselves: they hold the old one, or ask.
 */
export function mayResetSecondStep(actor: Staff, subject: ResetSubject): boolean {
  if (actor.byKey || subject.id === actor.staffId || subject.state !== "active") return false;
  if (!mayStaff(actor.level, "reset_second_step")) return false;
  if (mayStaff(actor.level, "grant_access")) return subject.registrarId === actor.agencyId;
  return subject.agencyId === actor.agencyId && !mayStaff(subject.level, "reset_second_step");
}

/** The account as whoever resets it sees it. */
export interface SecondStepOwner {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly level: StaffLevel;
}

export type ResetSecondStepRefusal =
  /** None of that id, or not theirs to reset; both look alike. */
  { readonly kind: "staff_missing" } | { readonly kind: "reset_reason_missing" };
