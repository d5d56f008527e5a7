import type { BangkokMonth } from "../kernel/thai-date.ts";
import { addDayCounts, countOf, daysWithin, type DayCounts } from "./day-counts.ts";
import type { DayUnit } from "./deadline.ts";
import type { PetitionTally, TallyCell } from "./petition-tally.ts";

/** What figures say of any set of petitions: a period, a service, a unit, a month. */
export interface PetitionSums {
  readonly filed: number;
  /** Completed in the span, however they ended. */
  readonly completed: number;
  /** Of them: decided or done here, from which the days are told. */
  readonly finished: number;
  readonly inTime: number;
  readonly late: number;
  readonly reopened: number;
  /** The days within which half, and nine of ten, were finished, in `unit`; null: none was. */
  readonly median: number | null;
  readonly ninth: number | null;
  readonly unit: DayUnit;
  readonly ratings: number;
  /** One to five, with one decimal; null: nobody rated. */
  readonly stars: number | null;
}

/**
 * The sums of some cells. Their days are working days, unless they stand beside a promise in calendar days: then they are
 * counted as it is.
 */
export function sumsOf(cells: readonly TallyCell[], unit: DayUnit = "working"): PetitionSums {
  const total = (figure: (cell: TallyCell) => number) => cells.reduce((sum, cell) => sum + figure(cell), 0);
  const days = cells.reduce<DayCounts>((sum, cell) => addDayCounts(sum, daysIn(cell, unit)), {});
  const stars = cells.reduce<DayCounts>((sum, cell) => addDayCounts(sum, cell.stars), {});
  const ratings = countOf(stars);
  const given = Object.entries(stars).reduce((sum, [star, count]) => sum + Number(star) * count, 0);
  return {
    filed: total(({ filed }) => countOf(filed)),
    completed: total(({ ended }) => countOf(ended)),
    finished: total(({ endedDays }) => countOf(endedDays)),
    inTime: total(({ inTime }) => inTime),
    late: total(({ late }) => late),
    reopened: total(({ reopened }) => reopened),
    median: daysWithin(days, 0.5),
    ninth: daysWithin(days, 0.9),
    unit,
    ratings,
    stars: ratings === 0 ? null : Math.round((given / ratings) * 10) / 10,
  };
}

function daysIn({ endedDays, endedCalendarDays }: TallyCell, unit: DayUnit): DayCounts {
  return unit === "working" ? endedDays : (endedCalendarDays ?? {});
}

/** A share of a whole in whole percent; null: there is no whole. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/** The sums of each month of a span, also of those in which nothing happened. */
export function monthlySums(
  tallies: readonly PetitionTally[],
  months: readonly BangkokMonth[],
  of: (cell: TallyCell) => boolean,
): readonly (PetitionSums & { readonly month: BangkokMonth })[] {
  return months.map((month) => {
    const cells = tallies.filter((tally) => tally.month === month).flatMap((tally) => tally.cells.filter(of));
    return { month, ...sumsOf(cells) };
  });
}

/**
 * Of all that an officer ended, the share that its citizen opened again, in per cent; null: nothing was ended. What is open
 * again this moment was ended too, and stands among both.
 */
export function reopenedPercent(sums: {
  readonly reopened: number;
  readonly finished: number;
  readonly openAgain: number;
}): number | null {
  return percentOf(sums.reopened + sums.openAgain, sums.finished + sums.openAgain);
}
