import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { endOutlived } from "../store/challenge.ts";

/** Writes down the challenges that nobody answered within their two minutes. */
export async function expireChallenges(
  ports: Pick<Ports, "db" | "clock" | "random">,
  actor: SystemActor,
): Promise<Result<{ readonly expired: number }, never>> {
  return ports.db.as(actor, async (tx) => {
    const ended = await endOutlived(tx, ports.clock.now());
    for (const { id, agencyId, seatId, holdingId, purpose } of ended) {
      const refs = { seatId, holdingId, purpose };
      await record(ports, tx, { action: "challenge.expired", actor, agencyId, subjectId: id, refs });
    }
    return ok({ expired: ended.length });
  });
}
