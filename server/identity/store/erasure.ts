import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { account, erasure } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** That somebody asked for their data to be erased, and how far that is. */
export interface KeptErasure {
  readonly personId: string;
  readonly askedAt: Date;
  readonly returnedAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * What somebody asked to be erased; null: nothing. Officers find it of people who have a petition with them, and say so
 * beside the petition; one that came back since counts as not asked.
 */
export async function findErasure(tx: Tx, personId: string): Promise<KeptErasure | null> {
  const [row] = await tx
    .select()
    .from(erasure)
    .where(and(eq(erasure.personId, personId), isNull(erasure.returnedAt)));
  return row ?? null;
}

/** Writes down that somebody asked; of one who came back meanwhile the new question counts. Runs as the system. */
export async function putErasure(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx
    .insert(erasure)
    .values({ personId, askedAt: now })
    .onConflictDoUpdate({ target: erasure.personId, set: { askedAt: now, returnedAt: null } });
}

/**
 * Erasures of which something is still held, the longest asked first, and whether the person is back: an account of the
 * web that nobody has checked may be a stranger's and stops nothing.
 */
export async function listOpenErasures(
  tx: Tx,
  limit: number,
): Promise<readonly (KeptErasure & { readonly isBack: boolean })[]> {
  const rows = await tx
    .select({
      kept: erasure,
      isBack: sql<boolean>`${account.personId} is not null and is_checked(${erasure.personId})`,
    })
    .from(erasure)
    .leftJoin(account, eq(account.personId, erasure.personId))
    .where(and(isNull(erasure.endedAt), isNull(erasure.returnedAt)))
    .orderBy(asc(erasure.askedAt))
    .limit(limit);
  return rows.map(({ kept, isBack }) => ({ ...kept, isBack }));
}

/** Ends an erasure: nothing is left, or the person came back. Runs as the system. */
export async function settleErasure(
  tx: Tx,
  personId: string,
  as: { readonly endedAt: Date } | { readonly returnedAt: Date },
): Promise<void> {
  await tx.update(erasure).set(as).where(eq(erasure.personId, personId));
}
