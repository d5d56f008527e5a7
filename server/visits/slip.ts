import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, parseBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { ServiceCode } from "./service-code.ts";

/** A paper slip with a code allocated beforehand, for days without network (N17). A code on a slip is used once. */
export const slipStates = ["blank", "entered", "void"] as const;
export type SlipState = (typeof slipStates)[number];

/** Codes allocated at once: enough for a day without network, few enough to be counted by hand. */
export const fewestSlips = 10;
export const mostSlips = 200;

/** A slip is entered within so many days of the service. */
export const slipEnteredWithinDays = 7;

/** Reads how many slips are wanted. */
export function readSlipCount(
  text: string,
): Result<number, { readonly kind: "slip_count"; readonly fewest: number; readonly most: number }> {
  const digits = toAsciiDigits(text.trim());
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return count >= fewestSlips && count <= mostSlips
    ? ok(count)
    : refuse({ kind: "slip_count", fewest: fewestSlips, most: mostSlips });
}

export type SlipDayRefusal =
  | { readonly kind: "slip_day_shape" }
  | { readonly kind: "slip_day_future" }
  | { readonly kind: "slip_day_old"; readonly days: number };

/** Reads the day a slip was used: today or one of the seven days before. */
export function readSlipDay(text: string, today: BangkokDay): Result<BangkokDay, SlipDayRefusal> {
  const day = parseBangkokDay(text.trim());
  if (!day.ok) return refuse({ kind: "slip_day_shape" });
  if (day.value > today) return refuse({ kind: "slip_day_future" });
  if (day.value < addDays(today, -slipEnteredWithinDays)) {
    return refuse({ kind: "slip_day_old", days: slipEnteredWithinDays });
  }
  return ok(day.value);
}

/** A block of slips, and how many of them are in which state. */
export interface SlipBlock {
  readonly id: string;
  readonly count: number;
  readonly madeAt: Date;
  readonly blank: number;
  readonly entered: number;
  readonly voided: number;
}

export interface Slip {
  readonly code: ServiceCode;
  readonly number: number;
  readonly state: SlipState;
}
