import { addDays, bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { PetitionOutcome } from "../petitions/petition.ts";
import type { PetitionStatus } from "../petitions/petition-status.ts";

/**
 * For how many days a visit to a facility holds its person's name and number: a claim may be looked into for five years
 * (docs/decisions/0026-erasure.md says from where, and that an operator confirms it).
 */
export const visitHeldDays = 5 * 366;
/** The result of a petition is mailed within this time; then the address has done its duty. */
export const contactHeldDays = 8;

/** Why a petition is held: somebody works on it, its closure may be tested, or it was decided. */
export type PetitionHold = "running" | "tested" | "decided";

/** A petition as far as holding goes. */
export interface Holdable {
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  readonly completedAt: Date | null;
  readonly testUntil: BangkokDay | null;
  readonly keepDays: number;
}

/**
 * Why a petition's content is held on `today`, and until when as far as that is known; null: nothing holds it. A running
 * one is held until it ends (and then as below). One that granted or refused something is an order that can be appealed
 * and must be shown: as long as the agency keeps orders. A deed is held while its closure may be tested.
 */
export function holdOf(
  { status, outcome, completedAt, testUntil, keepDays }: Holdable,
  today: BangkokDay,
): { readonly why: PetitionHold; readonly until: BangkokDay | null } | null {
  if (status !== "completed" || completedAt === null) return { why: "running", until: null };
  const until = addDays(bangkokDay(completedAt), keepDays);
  if (outcome === "granted" || outcome === "refused")
    return today <= until ? { why: "decided", until } : null;
  return testUntil !== null && today <= testUntil ? { why: "tested", until: testUntil } : null;
}

/** True while the e-mail is needed: something runs, or ended so lately that its result may still be on the way. */
export function holdsContact(petitions: readonly Holdable[], today: BangkokDay): boolean {
  return petitions.some(({ status, completedAt }) => {
    if (status !== "completed" || completedAt === null) return true;
    return today <= addDays(bangkokDay(completedAt), contactHeldDays);
  });
}

/** Until when a visit on `day` holds its person's name and number. */
export function visitHeldUntil(day: BangkokDay): BangkokDay {
  return addDays(day, visitHeldDays);
}
