import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { deleteFileEnds, listFileEnds } from "../store/file-end.ts";

const atOnce = 100;

/**
 * Ends the files whose keys were destroyed. Nobody can open them any more; what a store refuses is logged, leaves the
 * others alone, and comes up again in the next round. Answers how many were ended.
 */
export async function endFiles(ports: Ports, actor: SystemActor): Promise<number> {
  const keys = await ports.db.as(actor, (tx) => listFileEnds(tx, atOnce));
  const ended: string[] = [];
  for (const key of keys) {
    try {
      await ports.files.delete(key);
      ended.push(key);
    } catch (error) {
      ports.log.error("file.not_ended", error);
    }
  }
  if (ended.length > 0) await ports.db.as(actor, (tx) => deleteFileEnds(tx, ended));
  return ended.length;
}
