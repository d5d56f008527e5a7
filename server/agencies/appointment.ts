import type { StaffLevel } from "../kernel/actor.ts";
import type { EmailRefusal } from "../kernel/email.ts";
import { levelsOfAgency } from "./role.ts";

/** The levels a local government's admin hands out: those of its own kind of agency and no other. */
export const townLevels = levelsOfAgency.local_government;
export type TownLevel = (typeof townLevels)[number];

/** Reads a level as it is posted; null: none was chosen, or a local government has none of that name. */
export function parseTownLevel(text: string): TownLevel | null {
  return townLevels.find((known) => known === text) ?? null;
}

/** The levels with power over others' access or seats: of each that is given or taken, the other admins are told. */
export const powerLevels = [
  "local_admin",
  "seat_head",
  "internal_auditor",
] as const satisfies readonly TownLevel[];

/** What happened to such a level. */
export const powerChanges = ["given", "taken"] as const;
export type PowerChange = (typeof powerChanges)[number];

/** True for a level of which others are told. */
export function isPowerLevel(level: StaffLevel): boolean {
  const told: readonly StaffLevel[] = powerLevels;
  return told.includes(level);
}

/** Why somebody of a local government was not invited, placed or ended by its admin. */
export type AppointmentRefusal =
  /** Nobody of that id works here; or the actor is no admin any more. */
  | { readonly kind: "member_not_found" }
  | { readonly kind: "own_account" }
  | { readonly kind: "level_missing" }
  /** A unit that was chosen is closed or gone. */
  | { readonly kind: "unit_gone" }
  /** The person has an account in use here. */
  | { readonly kind: "person_has_access" }
  /** They hold open petitions, which the new level may not work on. */
  | { readonly kind: "petitions_held"; readonly count: number }
  /** Who is to take the petitions over does not work on petitions here. */
  | { readonly kind: "taker_gone" }
  | { readonly kind: "end_reason_missing" }
  /** The account is open already, or ended: there is nothing to invite to. */
  | { readonly kind: "not_waiting" }
  /** One admin has invited more people today than a town has. */
  | { readonly kind: "invitations_many" }
  | EmailRefusal;
