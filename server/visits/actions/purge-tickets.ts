import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { deleteTickets } from "../store/purge.ts";

const keptMs = 24 * 60 * 60_000;

/** Deletes the owners of scan tickets a day after they died. */
export async function purgeTickets(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  const before = new Date(ports.clock.now().getTime() - keptMs);
  await ports.db.as(actor, (tx) => deleteTickets(tx, before));
  return ok();
}
