import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { expireCodeRows } from "../store.ts";

const atOnce = 2_000;
const mostRounds = 10;

/**
 * Marks codes whose service day is over and that nobody used (F6). People see them as expired from midnight on, swept
 * or not. A transaction for each batch; the rest comes up in the next round.
 */
export async function expireCodes(ports: Ports, actor: SystemActor): Promise<number> {
  let expired = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const some = await ports.db.as(actor, (tx) => expireCodeRows(tx, ports.clock.now(), atOnce));
    expired += some;
    if (some < atOnce) break;
  }
  return expired;
}
