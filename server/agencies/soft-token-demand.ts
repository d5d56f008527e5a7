import type { StaffLevel } from "../kernel/actor.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";

/** After how many days a demand may begin. At once only where everybody has a Soft Token; else a week is the least. */
export const demandDelays = [0, 7, 14, 30] as const;
export type DemandDelay = (typeof demandDelays)[number];

export type DemandRefusal =
  /** Whoever demands it must be able to come in by it, to lift it again. */
  | { readonly kind: "own_key_missing" }
  | { readonly kind: "delay_unknown" }
  /** So many have none yet, and are given a week at least. */
  | { readonly kind: "too_soon"; readonly missing: number }
  | { readonly kind: "demanded_already" };

/** Who may come in for an agency, and whether their Soft Token opens the console. */
export interface KeyStanding {
  readonly name: string;
  readonly level: StaffLevel;
  readonly hasKey: boolean;
}

/** Judges a demand as it is typed (the days until it begins): its first day, or why there can be none. */
export function judgeDemand(asked: {
  readonly delay: string;
  readonly ownHasKey: boolean;
  /** How many of the agency's staff have no Soft Token. */
  readonly missing: number;
  readonly today: BangkokDay;
}): Result<BangkokDay, DemandRefusal> {
  const { delay: text, ownHasKey, missing, today } = asked;
  if (!ownHasKey) return refuse({ kind: "own_key_missing" });
  const delay = demandDelays.find((each) => String(each) === text);
  if (delay === undefined) return refuse({ kind: "delay_unknown" });
  if (delay === 0 && missing > 0) return refuse({ kind: "too_soon", missing });
  return ok(addDays(today, delay));
}

/** True when the demand counts at `now`: from the beginning of its first day in Bangkok. */
export function isDemanded(from: BangkokDay | null, now: Date): boolean {
  return from !== null && from <= bangkokDay(now);
}
