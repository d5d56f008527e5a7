import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { deleteHandOvers, deleteTickets } from "../store/purge.ts";

const keptMs = 24 * 60 * 60_000;

/** Deletes the owners of scan tickets, and the hand-overs made with them, a day after they died. */
export async function purgeTickets(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  const before = new Date(ports.clock.now().getTime() - keptMs);
  await ports.db.as(actor, async (tx) => {
    await deleteTickets(tx, before);
    await deleteHandOvers(tx, before);
  });
  return ok();
}
