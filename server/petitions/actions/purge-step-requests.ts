import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { deleteStepRequests } from "../store/step-request.ts";

/** A post that comes so late a second time meets a petition that moved on, and is refused by its version. */
export const stepRequestKeptDays = 7;
const dayMs = 24 * 60 * 60_000;

/** Forgets which posts of officers were taken, a week after they were. Answers how many. */
export async function purgeStepRequests(ports: Ports, actor: SystemActor): Promise<number> {
  const before = new Date(ports.clock.now().getTime() - stepRequestKeptDays * dayMs);
  return ports.db.as(actor, (tx) => deleteStepRequests(tx, before));
}
