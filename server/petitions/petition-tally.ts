import { daysBetween, type BangkokDay, type BangkokMonth } from "../kernel/thai-date.ts";
import { addDayCounts, type DayCounts } from "./day-counts.ts";
import type { PetitionOutcome } from "./petition.ts";
import type { PetitionStatus } from "./petition-status.ts";

/** How a petition stands, in one word: the status of an open one, the outcome of a completed one. */
export type Standing = Exclude<PetitionStatus, "completed"> | PetitionOutcome;

/** A month of one service with one unit (null: with none). */
export interface TallyCell {
  readonly serviceId: string;
  readonly unitId: string | null;
  /** Filed in the month, by how they stand now. */
  readonly filed: Readonly<Partial<Record<Standing, number>>>;
  /** Of those that are completed by now, the working days they took, by outcome. */
  readonly filedDays: Readonly<Partial<Record<PetitionOutcome, DayCounts>>>;
  /** Completed in the month, by outcome. */
  readonly ended: Readonly<Partial<Record<PetitionOutcome, number>>>;
  /** The working days that those took which were decided or done here. */
  readonly endedDays: DayCounts;
  /** The same in calendar days, for services that promise those. Left out: counted before they were, until counted again. */
  readonly endedCalendarDays?: DayCounts;
  /** Of those with a day due: in time, and late. */
  readonly inTime: number;
  readonly late: number;
  /** Of those completed in the month, how many a citizen had reopened before. */
  readonly reopened: number;
  /** Stars that citizens gave in the month, 1 to 5 → how often. */
  readonly stars: Readonly<Record<string, number>>;
}

export interface PetitionTally {
  readonly agencyId: string;
  readonly month: BangkokMonth;
  readonly cells: readonly TallyCell[];
  readonly talliedAt: Date;
}

/** Petitions alike in everything that figures ask, and how many of them there are. */
export interface CountedPetitions {
  readonly of: "filed" | "ended";
  readonly serviceId: string;
  readonly unitId: string | null;
  readonly status: PetitionStatus;
  readonly outcome: PetitionOutcome | null;
  /** The day that counts as received, and the day of completion; null: it is open. */
  readonly receivedDay: BangkokDay;
  readonly completedDay: BangkokDay | null;
  readonly dueDay: BangkokDay | null;
  readonly wasReopened: boolean;
  readonly count: number;
}

export interface CountedStars {
  readonly serviceId: string;
  readonly unitId: string | null;
  readonly stars: number;
  readonly count: number;
}

/** What an agency itself finished; withdrawn petitions and those of another agency say nothing of how fast it is. */
const finished: readonly PetitionOutcome[] = ["granted", "refused", "done"];

/**
 * The cells of a month out of what was counted. `daysOf` tells the working days from receipt to completion by the
 * agency's own calendar.
 */
export function tallyCells(
  counted: readonly CountedPetitions[],
  stars: readonly CountedStars[],
  daysOf: (received: BangkokDay, completed: BangkokDay) => number,
): readonly TallyCell[] {
  const cells = new Map<string, TallyCell>();
  const change = (of: CellName, by: (cell: TallyCell) => Partial<TallyCell>) => {
    const cell = cells.get(nameOf(of)) ?? emptyCell(of);
    cells.set(nameOf(of), { ...cell, ...by(cell) });
  };
  for (const row of counted)
    change(row, (cell) => (row.of === "filed" ? withFiled(cell, row, daysOf) : withEnded(cell, row, daysOf)));
  for (const row of stars)
    change(row, (cell) => ({ stars: addDayCounts(cell.stars, { [String(row.stars)]: row.count }) }));
  return [...cells.values()];
}

type CellName = Pick<TallyCell, "serviceId" | "unitId">;
type DaysOf = (received: BangkokDay, completed: BangkokDay) => number;

function nameOf({ serviceId, unitId }: CellName): string {
  return `${serviceId} ${unitId ?? ""}`;
}

function emptyCell({ serviceId, unitId }: CellName): TallyCell {
  const none = { filed: {}, filedDays: {}, ended: {}, endedDays: {}, endedCalendarDays: {}, stars: {} };
  return { serviceId, unitId, ...none, inTime: 0, late: 0, reopened: 0 };
}

function withFiled(cell: TallyCell, row: CountedPetitions, daysOf: DaysOf): Partial<TallyCell> {
  const { outcome, completedDay, count } = row;
  const standing: Standing = outcome ?? (row.status as Exclude<PetitionStatus, "completed">);
  const filed = { ...cell.filed, [standing]: (cell.filed[standing] ?? 0) + count };
  if (outcome === null || completedDay === null) return { filed };
  const days = { [String(daysOf(row.receivedDay, completedDay))]: count };
  return {
    filed,
    filedDays: { ...cell.filedDays, [outcome]: addDayCounts(cell.filedDays[outcome] ?? {}, days) },
  };
}

function withEnded(cell: TallyCell, row: CountedPetitions, daysOf: DaysOf): Partial<TallyCell> {
  const { outcome, completedDay, dueDay, count } = row;
  if (outcome === null || completedDay === null) return {};
  const ended = { ...cell.ended, [outcome]: (cell.ended[outcome] ?? 0) + count };
  if (!finished.includes(outcome)) return { ended };
  const isLate = dueDay !== null && completedDay > dueDay;
  const calendarDays = { [String(daysBetween(row.receivedDay, completedDay))]: count };
  return {
    ended,
    endedDays: addDayCounts(cell.endedDays, { [String(daysOf(row.receivedDay, completedDay))]: count }),
    endedCalendarDays: addDayCounts(cell.endedCalendarDays ?? {}, calendarDays),
    inTime: cell.inTime + (dueDay !== null && !isLate ? count : 0),
    late: cell.late + (isLate ? count : 0),
    reopened: cell.reopened + (row.wasReopened ? count : 0),
  };
}
