import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import type { Ports } from "../../ports.ts";
import { idPictureKeptMs } from "../id-check.ts";
import { deleteIdPicture, listOverIdPictures } from "../store/id-picture.ts";

const atOnce = 50;

/**
 * Ends ID pictures nobody needs any more: those of approved checks at once, for the approval itself is kept; those that
 * were never sent, or sent back and not redone, after thirty days. The file goes first; what a store refuses is logged,
 * leaves the others alone, and comes up again in the next round.
 */
export async function purgeIdPictures(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - idPictureKeptMs);
  const over = await ports.db.as(actor, (tx) => listOverIdPictures(tx, before, atOnce));
  const purge = async (picture: (typeof over)[number]) => {
    await ports.files.delete(picture.fileKey);
    await ports.db.as(actor, (tx) => deleteIdPicture(tx, picture));
  };
  await eachAlone(ports.log, "id_picture.not_purged", over, ({ id: pictureId }) => ({ pictureId }), purge);
}
