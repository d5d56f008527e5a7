import type { Staff } from "../../kernel/actor.ts";
import { addDays, bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { trendDays, trendOf, type DayTally, type HourCount } from "../day-tally.ts";
import { findTallyNow, listHours, listTallies } from "../store.ts";

/** A facility's figures: today as it stands, and thirty days. */
export interface Dashboard {
  readonly at: Date;
  readonly today: DayTally;
  readonly hours: readonly HourCount[];
  readonly trend: readonly { readonly day: BangkokDay; readonly codes: number }[];
}

/** The figures of the staff's own facility (F7.2). Counts only; nobody is named. */
export async function seeDashboard(ports: Ports, actor: Staff): Promise<Dashboard> {
  const at = ports.clock.now();
  const day = bangkokDay(at);
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const [today, hours, before] = await Promise.all([
      findTallyNow(tx, agencyId, day),
      listHours(tx, agencyId, day),
      listTallies(tx, addDays(day, 1 - trendDays), addDays(day, -1)),
    ]);
    return { at, today, hours, trend: trendOf([...before, today], day) };
  });
}
