import type { Citizen } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import { findPetition, lockPetition, type KeptPetition } from "../store/petition.ts";

/** Which petition a citizen means: ids as an address carries them. */
export interface OwnPetitionRef {
  readonly agencyId: string;
  readonly petitionId: string;
}

/** The citizen's own petition; null: no such one, or somebody else's. `lock` holds it until the transaction ends. */
export async function ownPetition(
  tx: Tx,
  actor: Citizen,
  { agencyId, petitionId }: OwnPetitionRef,
  lock = false,
): Promise<KeptPetition | null> {
  if (!isUuid(agencyId) || !isUuid(petitionId)) return null;
  const kept = await (lock ? lockPetition : findPetition)(tx, agencyId, petitionId);
  return kept?.personId === actor.personId ? kept : null;
}
