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
 * the one who closed it before (N10), but for a superior who gives it to them because its unit has nobody else. A
 * petition of no unit is everybody's.
 */
export function mayHave<Held extends Pick<Officer, "staffId" | "unitIds">>(
  officers: readonly Held[],
  events: readonly HeldEvent[],
  unitId: string | null,
  { bySuperior }: { readonly bySuperior: boolean },
): readonly Held[] {
  const gaveBack = conflicted(events);
  const closer = closerBefore(events);
  const free = officers.filter(({ staffId }) => !gaveBack.has(staffId));
  const others = free.filter(({ staffId }) => staffId !== closer);
  const hasAnother = others.some(({ unitIds }) => unitId === null || unitIds.includes(unitId));
  return hasAnother || !bySuperior ? others : free;
}

/**
 * Who takes on a petition that its citizen reopened, by itself (N10): of the officers of its unit who may have it, never the
 * one who closed it, whoever has the fewest open petitions (`open`, by officer). Null: there is nobody.
 */
export function takerOf(
  officers: readonly Pick<Officer, "staffId" | "unitIds">[],
  events: readonly HeldEvent[],
  unitId: string | null,
  open: ReadonlyMap<string, number>,
): string | null {
  const load = (staffId: string) => open.get(staffId) ?? 0;
  const [taker] = mayHave(officers, events, unitId, { bySuperior: false })
    .filter(({ unitIds }) => unitId === null || unitIds.includes(unitId))
    .toSorted(
      (one, other) => load(one.staffId) - load(other.staffId) || (one.staffId < other.staffId ? -1 : 1),
    );
  return taker?.staffId ?? null;
}
