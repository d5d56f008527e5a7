import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { listStaffOfLevel } from "../../agencies/store/staff-of-level.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { listLetterOpeners } from "../store/seat-letter.ts";

/**
 * Four eyes on whoever came in by a sealed letter: the registrar who opened it has read the password, could have registered
 * in the holder's place, and so does not approve. Null: the actor may. Otherwise the names of the office's other registrars
 * who may; none where every one of them has opened a letter of theirs, or there is no other.
 */
export async function findWhoElseApproves(
  ports: Ports,
  tx: Tx,
  { staffId, agencyId }: Staff,
  holdingId: string,
): Promise<readonly string[] | null> {
  const openers = await listLetterOpeners(tx, holdingId);
  if (!openers.includes(staffId)) return null;
  const registrars = await listStaffOfLevel(tx, agencyId, "token_registrar");
  const others = registrars.filter((each) => !openers.includes(each));
  return [...(await listStaffNames(ports, tx, others)).values()].sort();
}
