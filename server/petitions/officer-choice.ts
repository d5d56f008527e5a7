import type { PetitionDoer, PetitionEventKind } from "./petition.ts";
import type { StepWords } from "./petition-content.ts";
import type { Officer } from "./officers.ts";

/** What of an event tells who may have a petition. */
export interface HeldEvent {
  readonly kind: PetitionEventKind;
  readonly doer: PetitionDoer;
  readonly doerId: string | null;
  readonly words: StepWords;
}

/** The officers who gave a petition back because they may not act in it (Administrative Procedure Act 2539, s. 13). */
export function conflicted(events: readonly HeldEvent[]): ReadonlySet<string> {
  const gave = events.filter(({ words, doerId }) => words.conflict === true && doerId !== null);
  return new Set(gave.map(({ doerId }) => doerId ?? ""));
}

/** The officer who closed a petition that was reopened since; null: it was not reopened, or no officer closed it. */
export function closerBefore(events: readonly HeldEvent[]): string | null {
  const reopened = events.findLastIndex(({ kind }) => kind === "reopened");
  const closed = events.slice(0, Math.max(reopened, 0)).findLast(({ kind }) => kind === "completed");
  return closed?.doer === "staff" ? closed.doerId : null;
}

/**
 * The officers who may have a petition that lies with `unitId`: nobody who gave it back; and once it was reopened not
 * the one who closed it before, as long as its unit has another (N10). A petition of no unit is everybody's.
 */
export function mayHave(
  officers: readonly Officer[],
  events: readonly HeldEvent[],
  unitId: string | null,
): readonly Officer[] {
  const gaveBack = conflicted(events);
  const closer = closerBefore(events);
  const free = officers.filter(({ staffId }) => !gaveBack.has(staffId));
  const others = free.filter(({ staffId }) => staffId !== closer);
  const hasAnother = others.some(({ unitIds }) => unitId === null || unitIds.includes(unitId));
  return hasAnother ? others : free;
}
