import { findPetition } from "../../petitions/store/petition.ts";
import { findVersion } from "../../petitions/store/service.ts";
import type { Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { WarnedPetition } from "../staff-subject.ts";

/** The petition a warning names; null: it is gone, was completed since, or its clock stands. */
export async function findWarnedPetition(
  tx: Tx,
  refs: Readonly<Record<string, unknown>>,
): Promise<WarnedPetition | null> {
  const kept = await findPetition(tx, refOf(refs, "agencyId"), refOf(refs, "petitionId"));
  if (kept === null || kept.dueDay === null || kept.status === "completed") return null;
  const { agencyId, id, number, dueDay, serviceId, serviceVersion } = kept;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  return version && { id, number, dueDay, service: version.definition.name };
}
