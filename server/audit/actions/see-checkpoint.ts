import type { Actor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { checkpointText } from "../checkpoint.ts";
import { findNewestCheckpoint } from "../store/sealed-log.ts";

/** The newest checkpoint as a note, to be kept where nobody here can change it. Null: nothing was sealed yet. */
export async function seeCheckpoint(ports: Pick<Ports, "db">, actor: Actor): Promise<string | null> {
  const newest = await ports.db.as(actor, findNewestCheckpoint);
  return newest && checkpointText(newest);
}
