import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { readDelivery, type Delivery } from "../incoming.ts";
import { claimEvents } from "../store/events.ts";

const claimSeconds = 60;
const eventsAtOnce = 50;
/** An event that failed so often is left; its payload goes with the day. */
const attemptsAtMost = 8;

/** Takes the kept events that nobody finished: the process died, or the webhook's time ran out. */
export async function sweepEvents(ports: Ports, actor: SystemActor): Promise<readonly Delivery[]> {
  const now = ports.clock.now();
  const claim = {
    now,
    claimedUntil: new Date(now.getTime() + claimSeconds * 1000),
    limit: eventsAtOnce,
    attempts: attemptsAtMost,
  };
  const events = await ports.db.as(actor, (tx) => claimEvents(ports, tx, claim));
  return events.map(({ id, channel, event, keptAt }) => readDelivery(channel, id, event, keptAt));
}
