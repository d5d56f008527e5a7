import type { SystemActor } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { queue as endFiles } from "../../privacy/store/file-end.ts";
import { deleteDraftsOf, listFreeOfPerson } from "../store/shred.ts";
import { shredPetition } from "./shred-petition.ts";

/**
 * Ends what nothing holds of a person's petitions: drafts, and completed ones that decided nothing. Running ones and
 * decisions stay whole, and what was made since `before`, where that is given. Answers how many petitions were destroyed.
 */
export async function erasePetitions(
  ports: Ports,
  tx: Tx,
  actor: SystemActor,
  of: { readonly personId: string; readonly before: Date | null },
): Promise<number> {
  const now = ports.clock.now();
  await endFiles(tx, await deleteDraftsOf(tx, of), now);
  let destroyed = 0;
  for (const petition of await listFreeOfPerson(tx, of, bangkokDay(now))) {
    destroyed += (await shredPetition(ports, tx, actor, petition, "person_erased")) ? 1 : 0;
  }
  return destroyed;
}
