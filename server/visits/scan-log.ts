import { addDays, bangkokDay, startOfBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { ScanOutcome } from "./facility-qr.ts";

/** The log of a QR is shown for so many days, today among them. */
export const scanLogDays = 30;

/** How often a QR was scanned on one day. */
export interface ScanDay {
  readonly day: BangkokDay;
  readonly accepted: number;
  readonly refused: number;
}

/** How often one thing became of a scan, so many days after the first of the log. */
export interface OutcomeCount {
  readonly dayIndex: number;
  readonly outcome: ScanOutcome;
  readonly count: number;
}

/** The first day of the log, and the instant it begins. */
export function scanLogStart(now: Date): { readonly day: BangkokDay; readonly at: Date } {
  const day = addDays(bangkokDay(now), 1 - scanLogDays);
  return { day, at: startOfBangkokDay(day) };
}

/** Every day of the log, those without a scan too, oldest first. */
export function scanDays(counts: readonly OutcomeCount[], first: BangkokDay): readonly ScanDay[] {
  return Array.from({ length: scanLogDays }, (_, index) => {
    const own = counts.filter(({ dayIndex }) => dayIndex === index);
    const accepted = sumOf(own.filter(({ outcome }) => outcome === "accepted"));
    return { day: addDays(first, index), accepted, refused: sumOf(own) - accepted };
  });
}

/** Why scans were refused, the most frequent first. */
export function refusedBy(
  counts: readonly OutcomeCount[],
): readonly { readonly outcome: Exclude<ScanOutcome, "accepted">; readonly count: number }[] {
  const sums = new Map<Exclude<ScanOutcome, "accepted">, number>();
  for (const { outcome, count } of counts) {
    if (outcome !== "accepted") sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  }
  return [...sums].map(([outcome, count]) => ({ outcome, count })).sort((a, b) => b.count - a.count);
}

function sumOf(counts: readonly OutcomeCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
