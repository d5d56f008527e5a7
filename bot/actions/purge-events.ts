import type { SystemActor } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { oldestEventDays } from "../incoming.ts";
import { purgeEvents as purgeRows } from "../store/events.ts";

const dayMs = 24 * 60 * 60_000;

/** Empties payloads after a day, and forgets event ids once an event so old is no longer taken. */
export async function purgeEvents(ports: Ports, actor: SystemActor): Promise<void> {
  const now = ports.clock.now().getTime();
  const lines = {
    emptyBefore: new Date(now - dayMs),
    forgetBefore: new Date(now - (oldestEventDays + 1) * dayMs),
  };
  await ports.db.as(actor, (tx) => purgeRows(tx, lines));
}
