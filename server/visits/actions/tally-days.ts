import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { addDays, bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { tallyAgainDays } from "../day-tally.ts";
import { findTallyNow, listDueTallies, saveTally } from "../store.ts";

/** Days of facilities counted in one round; the rest comes up in the next. */
const atOnce = 400;

/**
 * Counts again, into day_tally, the days of facilities that may have changed: today, and the days before into which
 * slips may still be entered. A transaction each, so that nothing waits long. Answers how many were counted.
 */
export async function tallyDays(ports: Ports, actor: SystemActor): Promise<number> {
  const now = ports.clock.now();
  const today = bangkokDay(now);
  const from = addDays(today, 1 - tallyAgainDays);
  const due = await ports.db.as(actor, (tx) => listDueTallies(tx, { from, today, now, limit: atOnce }));
  const counted = await eachAlone(
    ports.log,
    "day.not_tallied",
    due,
    ({ agencyId, day }) => ({ agencyId, day }),
    ({ agencyId, day }) =>
      ports.db.as(actor, async (tx) => saveTally(tx, await findTallyNow(tx, agencyId, day), now)),
  );
  return counted.length;
}
