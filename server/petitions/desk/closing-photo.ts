import type { Tx } from "../../ports.ts";
import { listFilesOfField } from "../store/desk-file.ts";
import type { PetitionEvent } from "../store/petition-event.ts";
import type { KeptPetition } from "../store/petition.ts";

/** Photos of what was done stand under this name: no field of a form has a colon in its key. */
export const closingField = "staff:closing";

/** The photos of what was done, by id; of a petition that was reopened only those taken since (N10). */
export async function closingPhotos(
  tx: Tx,
  petition: KeptPetition,
  events: readonly PetitionEvent[],
): Promise<readonly string[]> {
  const reopened = events.findLast(({ kind }) => kind === "reopened")?.happenedAt;
  const files = await listFilesOfField(tx, petition, closingField);
  return files.filter(({ keptAt }) => reopened === undefined || keptAt >= reopened).map(({ id }) => id);
}
