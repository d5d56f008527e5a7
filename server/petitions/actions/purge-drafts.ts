import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { attachmentKey, pieceKey } from "../attachment.ts";
import { deleteAttachment, listLooseAttachments } from "../store/attachment.ts";
import { deleteDraftHandOvers } from "../store/draft-hand-over.ts";
import { deleteDraft, listOldDrafts } from "../store/draft.ts";
import { deleteUpload, listOldUploads } from "../store/upload.ts";
import { pieceOffsets, uploadKeptHours } from "../upload.ts";

/** A draft nobody went on with for so long is given up. */
export const draftKeptDays = 90;
/** A number that was read out is of no use to anybody after a day. */
const handOverKeptHours = 24;
const hourMs = 60 * 60_000;
const atOnce = 50;

/**
 * Ends drafts nobody saved for ninety days, the numbers of a day ago, uploads that rested for a day with their pieces, and
 * files a day old that belong to no petition and no open draft. A file goes before its row, so that none is left unseen; what a store refuses
 * is logged and comes up again in the next round.
 */
export async function purgeDrafts(ports: Ports, actor: SystemActor): Promise<void> {
  const now = ports.clock.now().getTime();
  const before = (hours: number) => new Date(now - hours * hourMs);
  const [drafts, uploads] = await ports.db.as(actor, async (tx) => [
    await listOldDrafts(tx, before(draftKeptDays * 24), atOnce),
    await listOldUploads(tx, before(uploadKeptHours), atOnce),
  ]);
  await ports.db.as(actor, async (tx) => {
    for (const { personId, id } of drafts) await deleteDraft(tx, personId, id);
    await deleteDraftHandOvers(tx, before(handOverKeptHours));
  });
  for (const upload of uploads) {
    const keys = pieceOffsets(upload.size).map((offset) => pieceKey(upload.id, offset));
    const isFile = upload.fileId !== null;
    await end(ports, isFile ? keys : [...keys, attachmentKey(upload.agencyId, upload.id)], () =>
      ports.db.as(actor, (tx) => deleteUpload(tx, upload.personId, upload.id)),
    );
  }
  const loose = await ports.db.as(actor, (tx) => listLooseAttachments(tx, before(uploadKeptHours), atOnce));
  for (const file of loose) {
    await end(ports, [file.fileKey], () => ports.db.as(actor, (tx) => deleteAttachment(tx, file)));
  }
}

async function end(ports: Ports, keys: readonly string[], forget: () => Promise<void>): Promise<void> {
  try {
    for (const key of keys) await ports.files.delete(key);
    await forget();
  } catch (error) {
    ports.log.error("petition_file.not_purged", error);
  }
}
