import { asc, inArray } from "drizzle-orm";
import { fileEnd } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/**
 * Puts files whose key was destroyed on the list of those to be ended in the file store: within the transaction nobody
 * waits for a store, and afterwards nothing is forgotten. Runs as the system.
 */
export async function queue(tx: Tx, fileKeys: readonly string[], now: Date): Promise<void> {
  if (fileKeys.length === 0) return;
  const rows = fileKeys.map((fileKey) => ({ fileKey, askedAt: now }));
  await tx.insert(fileEnd).values(rows).onConflictDoNothing();
}

/** Files that are still to be ended, the longest waiting first. */
export async function listFileEnds(tx: Tx, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .select({ fileKey: fileEnd.fileKey })
    .from(fileEnd)
    .orderBy(asc(fileEnd.askedAt))
    .limit(limit);
  return rows.map(({ fileKey }) => fileKey);
}

/** Forgets files that are ended. */
export async function deleteFileEnds(tx: Tx, fileKeys: readonly string[]): Promise<void> {
  if (fileKeys.length > 0) await tx.delete(fileEnd).where(inArray(fileEnd.fileKey, [...fileKeys]));
}
