import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import { isWithin, reachOf, type Reach } from "../reach.ts";
import { findPetition, lockPetition, type KeptPetition } from "../store/petition.ts";
import { listUnitsOf } from "../store/unit.ts";

/** What a member of staff reaches, and the units they work in, as the database has them at this moment. */
export async function findReach(
  tx: Tx,
  staff: Staff,
): Promise<{ readonly reach: Reach; readonly unitIds: readonly string[] }> {
  const unitIds = await listUnitsOf(tx, staff.agencyId, staff.staffId);
  return { reach: reachOf(staff, unitIds), unitIds };
}

/**
 * A petition of the staff's own agency that lies within their reach; null: it is not there, another agency's, or another
 * unit's. Everything staff do with one petition begins here. `hold` keeps it against change until the transaction ends.
 */
export async function findReached(
  tx: Tx,
  staff: Staff,
  petitionId: string,
  hold: "hold" | "look" = "look",
): Promise<KeptPetition | null> {
  if (!isUuid(petitionId)) return null;
  const find = hold === "hold" ? lockPetition : findPetition;
  const petition = await find(tx, staff.agencyId, petitionId);
  if (petition === null) return null;
  const { reach } = await findReach(tx, staff);
  return isWithin(reach, petition) ? petition : null;
}
