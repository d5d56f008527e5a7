import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { expireLapsed } from "../store/delegation.ts";

/**
 * Ends delegations whose last day is over and questions nobody answered in time, a batch at a time; answers how many.
 * Until it has run they count as expired all the same (`delegationState`).
 */
export function expireDelegations(ports: Ports, actor: SystemActor): Promise<number> {
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const expired = await expireLapsed(tx, bangkokDay(now), now);
    for (const { id, forId } of expired) {
      await record(ports, tx, { action: "delegation.expired", actor, personId: forId, subjectId: id });
    }
    return expired.length;
  });
}
