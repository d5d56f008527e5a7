import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { queue as endFiles } from "../../privacy/store/file-end.ts";
import { deleteDrafts, deleteLooseFiles } from "../store/shred.ts";

const dayMs = 24 * 60 * 60_000;
/** A draft that nobody touched for so long is not going to be sent. */
export const draftKeptDays = 90;
const looseKeptDays = 1;
const atOnce = 200;

/**
 * Ends drafts of petitions that were left for ninety days, with their files, and files that belong to nothing after a
 * day. Answers how many files go with them.
 */
export async function purgeDrafts(ports: Ports, actor: SystemActor): Promise<number> {
  const now = ports.clock.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  return ports.db.as(actor, async (tx) => {
    const ofDrafts = await deleteDrafts(tx, { savedBefore: daysAgo(draftKeptDays), limit: atOnce });
    const loose = await deleteLooseFiles(tx, daysAgo(looseKeptDays));
    await endFiles(tx, [...ofDrafts, ...loose], now);
    return ofDrafts.length + loose.length;
  });
}
