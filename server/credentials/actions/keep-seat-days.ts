import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { endHolding } from "../desk/end-holding.ts";
import { takeSeat } from "../desk/take-seat.ts";
import { listOutlived, listToTake } from "../store/due-holding.ts";
import { lockHolding } from "../store/holding.ts";

/** How many are done in one round; the rest follows in the next. */
const most = 100;

/**
 * Keeps the days of the orders: who was approved takes the seat on the day from which the order counts, and whose last
 * day has passed is out. The first comes first, so that a seat is not empty in between. Run again it finds nothing to do.
 */
export async function keepSeatDays(
  ports: Ports,
  actor: SystemActor,
): Promise<{ readonly taken: number; readonly ended: number }> {
  const today = bangkokDay(ports.clock.now());
  const taking = await ports.db.as(actor, (tx) => listToTake(tx, today, most));
  const taken = await eachAlone(ports.log, "seat.not_taken", taking, named, (id) =>
    ports.db.as(actor, async (tx) => {
      const holding = await lockHolding(ports, tx, id);
      if (holding?.state === "named") await takeSeat(ports, tx, actor, holding);
    }),
  );
  const ending = await ports.db.as(actor, (tx) => listOutlived(tx, today, most));
  const ended = await eachAlone(ports.log, "seat.not_ended", ending, named, (id) =>
    ports.db.as(actor, async (tx) => {
      const holding = await lockHolding(ports, tx, id);
      if (!holding || holding.state === "ended" || holding.endsOn === null || holding.endsOn >= today) return;
      await endHolding(ports, tx, actor, holding, holding.endReason ?? "time_over");
    }),
  );
  return { taken: taken.length, ended: ended.length };
}

const named = (holdingId: string) => ({ holdingId });
