import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { queue as endFiles } from "../../privacy/store/file-end.ts";
import type { KeptPetition } from "../store/petition.ts";
import { deleteFiles, shredDocuments, shredRow, shredWords } from "../store/shred.ts";

/**
 * Destroys what a completed petition holds, its files and documents among it, and writes down that it was done and why.
 * False: it changed meanwhile, and is left to the next round.
 */
export async function shredPetition(
  ports: Ports,
  tx: Tx,
  actor: SystemActor,
  petition: KeptPetition,
  why: "time_over" | "person_erased",
): Promise<boolean> {
  const now = ports.clock.now();
  const dataKey = await shredRow(ports, tx, petition, now);
  if (dataKey === null) return false;
  await shredWords(ports, tx, petition, dataKey);
  const files = [...(await deleteFiles(tx, petition)), ...(await shredDocuments(ports, tx, petition))];
  await endFiles(tx, files, now);
  const { agencyId, personId, id: subjectId } = petition;
  const refs = { why, files: files.length };
  await record(ports, tx, { action: "petition.shredded", actor, agencyId, personId, subjectId, refs });
  return true;
}
