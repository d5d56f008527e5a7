import type { Staff } from "../../kernel/actor.ts";
import { addDays, bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { codesOf, trendDays, trendOf, type DayTally } from "../day-tally.ts";
import type { Names } from "../names.ts";
import { listFacilitiesUnder, listTallies } from "../store.ts";

/** One facility of a region, today. Null: nothing was counted yet. */
export interface FacilityFigures extends Names {
  readonly agencyId: string;
  readonly hcode: string;
  readonly today: DayTally | null;
  /** Codes of the thirty days. */
  readonly codes: number;
}

export interface Region {
  readonly day: BangkokDay;
  readonly facilities: readonly FacilityFigures[];
  readonly trend: readonly { readonly day: BangkokDay; readonly codes: number }[];
}

/** The figures of the facilities under the staff's office, as they were counted within the last minute (F7.2). */
export async function seeRegion(ports: Ports, actor: Staff): Promise<Region> {
  const day = bangkokDay(ports.clock.now());
  const [facilities, tallies] = await ports.db.as(actor, (tx) =>
    Promise.all([listFacilitiesUnder(tx, actor.agencyId), listTallies(tx, addDays(day, 1 - trendDays), day)]),
  );
  return {
    day,
    trend: trendOf(tallies, day),
    facilities: facilities.map((facility) => {
      const own = tallies.filter(({ agencyId }) => agencyId === facility.agencyId);
      const codes = own.reduce((sum, tally) => sum + codesOf(tally), 0);
      return { ...facility, codes, today: own.find((tally) => tally.day === day) ?? null };
    }),
  };
}
