import type { Citizen } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Tx } from "../../ports.ts";
import { findPetition, lockPetition, type KeptPetition } from "../store/petition.ts";
import { findIsShown } from "../store/shown-petition.ts";

/** Which petition a citizen means: ids as an address carries them. */
export interface OwnPetitionRef {
  readonly agencyId: string;
  readonly petitionId: string;
}

/**
 * The citizen's own petition; null: no such one, somebody else's, or one that an unchecked account may not see.
 * `lock` holds it until the transaction ends.
 */
export async function ownPetition(
  tx: Tx,
  actor: Citizen,
  { agencyId, petitionId }: OwnPetitionRef,
  lock = false,
): Promise<KeptPetition | null> {
  if (!isUuid(agencyId) || !isUuid(petitionId)) return null;
  const kept = await (lock ? lockPetition : findPetition)(tx, agencyId, petitionId);
  if (kept?.personId !== actor.personId) return null;
  return (await findIsShown(tx, kept)) ? kept : null;
}
