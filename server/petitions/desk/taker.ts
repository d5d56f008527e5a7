import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Tx } from "../../ports.ts";
import type { AppointmentRefusal } from "../../agencies/appointment.ts";
import { officersOf, type Officer } from "../officers.ts";
import { backToQueue } from "../taker.ts";
import { listUnitMembers } from "../store/unit.ts";

/** The officers of an agency who come in and work on petitions, but for one of them. Their names are left out. */
export async function findTakers(tx: Tx, agencyId: string, from: string): Promise<readonly Officer[]> {
  const members = await listUnitMembers(tx, agencyId);
  const active = members.filter(({ staffId, state }) => state === "active" && staffId !== from);
  return officersOf(active, new Map());
}

/** Who takes over what somebody leaves, as it was posted: an officer, or null for the queue. Refuses anybody else. */
export async function readTaker(
  tx: Tx,
  actor: Staff,
  from: string,
  text: string,
): Promise<Result<string | null, AppointmentRefusal>> {
  if (text === backToQueue) return ok(null);
  const takers = await findTakers(tx, actor.agencyId, from);
  return takers.some(({ staffId }) => staffId === text) ? ok(text) : refuse({ kind: "taker_gone" });
}
