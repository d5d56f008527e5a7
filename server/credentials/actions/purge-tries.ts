import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { seatTriesKeptHours } from "../seat-throttle.ts";
import { deleteTries } from "../store/seat-try.ts";

/** Forgets wrong passwords at seats once they count no more. */
export async function purgeTries(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - seatTriesKeptHours * 3_600_000);
  await ports.db.as(actor, (tx) => deleteTries(tx, before));
}
