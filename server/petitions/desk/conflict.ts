import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { conflicted } from "../officer-choice.ts";
import { listEvents } from "../store/petition-event.ts";
import type { KeptPetition } from "../store/petition.ts";

/**
 * True when the staff gave this petition back because they may not act in it (Administrative Procedure Act 2539, s. 13):
 * from then on they take no step of it, issue and revoke nothing of it, and write nothing in it.
 */
export async function hasDeclaredConflict(
  ports: Ports,
  tx: Tx,
  { staffId }: Staff,
  petition: KeptPetition,
): Promise<boolean> {
  return conflicted(await listEvents(ports, tx, petition)).has(staffId);
}
