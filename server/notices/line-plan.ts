import { bangkokDay, daysOfMonth, endOfBangkokDay, monthOf, startOfBangkokDay } from "../kernel/thai-date.ts";

/** What LINE said of a channel's monthly plan. */
export interface PlanReading {
  readonly readAt: Date;
  /** Counted messages the plan holds a month; null: it has no limit. */
  readonly allowed: number | null;
  readonly used: number;
  /** The highest share of which the administrators were told this month; 0: of none. */
  readonly warnedPercent: number;
}

/** LINE counts by its own clock, UTC+9: a month begins there two hours before it does in Bangkok. */
const aheadMs = 2 * 3_600_000;

/** The shares of a plan at which the administrators are warned, in percent. */
export const planWarnings = [80, 95] as const;
export type PlanWarning = (typeof planWarnings)[number];

/** True when a reading is of the month that LINE counts at `now`. */
export function isOfMonth(reading: PlanReading, now: Date): boolean {
  return monthOf(bangkokDay(ahead(reading.readAt))) === monthOf(bangkokDay(ahead(now)));
}

/** True when nothing more can be pushed, as far as was read this month. */
export function isPlanOut(reading: PlanReading | null, now: Date): boolean {
  if (reading === null || reading.allowed === null || !isOfMonth(reading, now)) return false;
  return reading.used >= reading.allowed;
}

/** The warning a reading calls for; null: none. */
export function planWarning({ allowed, used }: Pick<PlanReading, "allowed" | "used">): PlanWarning | null {
  if (allowed === null) return null;
  return planWarnings.findLast((percent) => used * 100 >= allowed * percent) ?? null;
}

/**
 * How many messages this month will have taken at its end, if the rest of it is as it was so far. Null in the first day of
 * it: so little says nothing.
 */
export function planForecast(reading: Pick<PlanReading, "readAt" | "used">): number | null {
  const at = ahead(reading.readAt);
  const { first, last } = daysOfMonth(monthOf(bangkokDay(at)));
  const begin = startOfBangkokDay(first).getTime();
  const passed = at.getTime() - begin;
  if (passed < 24 * 3_600_000) return null;
  const whole = endOfBangkokDay(last).getTime() - begin;
  return Math.round((reading.used * whole) / passed);
}

/** The hour a moment lies in: a plan is read once in each. */
export function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);
}

function ahead(at: Date): Date {
  return new Date(at.getTime() + aheadMs);
}
