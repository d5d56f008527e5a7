import type { BangkokDay } from "../kernel/thai-date.ts";
import { addDays } from "../kernel/thai-date.ts";
import type { AskingWay } from "./visit.ts";

/** A facility's day in figures. Cancelled codes are not among `ways`. */
export interface DayTally {
  readonly agencyId: string;
  readonly day: BangkokDay;
  readonly ways: Readonly<Partial<Record<AskingWay, number>>>;
  readonly cancelled: number;
  readonly drafts: number;
  readonly scans: number;
  readonly scansRefused: number;
}

/** Codes of one hour of today, by way of asking. */
export interface HourCount {
  readonly hour: number;
  readonly way: AskingWay;
  readonly codes: number;
}

/** Days a dashboard looks back, today included. */
export const trendDays = 30;

/** A day may still change for so long after it: slips are entered within a week. */
export const tallyAgainDays = 8;

/** How many codes a tally holds that were not cancelled. */
export function codesOf({ ways }: Pick<DayTally, "ways">): number {
  return Object.values(ways).reduce((sum, codes) => sum + codes, 0);
}

/** The thirty days up to `today`, oldest first, with nothing where no tally is. */
export function trendOf(
  tallies: readonly DayTally[],
  today: BangkokDay,
): readonly { readonly day: BangkokDay; readonly codes: number }[] {
  const byDay = new Map<BangkokDay, number>();
  for (const tally of tallies) byDay.set(tally.day, (byDay.get(tally.day) ?? 0) + codesOf(tally));
  return Array.from({ length: trendDays }, (_, back) => {
    const day = addDays(today, back - trendDays + 1);
    return { day, codes: byDay.get(day) ?? 0 };
  });
}

/**
 * The hours a chart of today shows: from seven in the morning to five in the afternoon, and further where codes were
 * issued.
 */
export function hoursShown(counts: readonly HourCount[]): readonly number[] {
  const hours = counts.map(({ hour }) => hour);
  const [from, to] = [Math.min(7, ...hours), Math.max(17, ...hours)];
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
