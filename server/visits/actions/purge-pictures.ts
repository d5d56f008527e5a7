import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import type { Ports } from "../../ports.ts";
import { deleteLoosePicture, listLoosePictures } from "../store.ts";

const keptMs = 24 * 60 * 60_000;
const atOnce = 50;

/**
 * Ends pictures that are of no visit a day after they were taken: those of desks that were left, those that another
 * took the place of, those of cancelled drafts. The file goes first, so that a row never points nowhere unnoticed; what a
 * store refuses is logged, leaves the others alone, and comes up again in the next round.
 */
export async function purgePictures(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - keptMs);
  const loose = await ports.db.as(actor, (tx) => listLoosePictures(tx, before, atOnce));
  const purge = async (picture: (typeof loose)[number]) => {
    await ports.files.delete(picture.fileKey);
    await ports.db.as(actor, (tx) => deleteLoosePicture(tx, picture));
  };
  await eachAlone(ports.log, "picture.not_purged", loose, ({ id: pictureId }) => ({ pictureId }), purge);
}
