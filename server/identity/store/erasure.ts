import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
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

/** An erasure of which something is still held, and whether the person has opened an account again. */
export interface OpenErasure extends KeptErasure {
  readonly isBack: boolean;
}

/** Where the list of open erasures goes on: behind that one. */
export type ErasurePlace = Pick<KeptErasure, "personId" | "askedAt">;

/**
 * Erasures of which something is still held, the longest asked first, from behind `after` on, and whether the person is
 * back: an account of the web that nobody has checked may be a stranger's and stops nothing.
 */
export async function listOpenErasures(
  tx: Tx,
  after: ErasurePlace | null,
  limit: number,
): Promise<readonly OpenErasure[]> {
  const rows = await tx
    .select({
      kept: erasure,
      isBack: sql<boolean>`${account.personId} is not null and is_checked(${erasure.personId})`,
    })
    .from(erasure)
    .leftJoin(account, eq(account.personId, erasure.personId))
    .where(
      and(isNull(erasure.endedAt), isNull(erasure.returnedAt), after === null ? undefined : behind(after)),
    )
    .orderBy(asc(erasure.askedAt), asc(erasure.personId))
    .limit(limit);
  return rows.map(({ kept, isBack }) => ({ ...kept, isBack }));
}

function behind({ askedAt, personId }: ErasurePlace): SQL {
  return sql`(${erasure.askedAt}, ${erasure.personId}) > (${askedAt.toISOString()}::timestamptz, ${personId}::uuid)`;
}

/** Ends an erasure: nothing is left, or the person came back. Runs as the system. */
export async function settleErasure(
  tx: Tx,
  personId: string,
  as: { readonly endedAt: Date } | { readonly returnedAt: Date },
): Promise<void> {
  await tx.update(erasure).set(as).where(eq(erasure.personId, personId));
}
