import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { deleteCopies } from "../store/data-copy.ts";

const dayMs = 24 * 60 * 60_000;

/** Forgets leaves to take a copy a day after they ended: so long they count against how many may be asked for. */
export async function purgeCopies(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - dayMs);
  await ports.db.as(actor, (tx) => deleteCopies(tx, before));
}
