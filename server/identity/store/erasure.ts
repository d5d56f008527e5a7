import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { erasure, person } from "../../../db/schema/index.ts";
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

/** Where the list of open erasures goes on: behind that one. */
export type ErasurePlace = Pick<KeptErasure, "personId" | "askedAt">;

/** Erasures of which something is still held, the longest asked first, from behind `after` on. Runs as the system. */
export async function listOpenErasures(
  tx: Tx,
  after: ErasurePlace | null,
  limit: number,
): Promise<readonly KeptErasure[]> {
  return tx
    .select()
    .from(erasure)
    .where(and(isOpen, after === null ? undefined : behind(after)))
    .orderBy(asc(erasure.askedAt), asc(erasure.personId))
    .limit(limit);
}

const isOpen = and(isNull(erasure.endedAt), isNull(erasure.returnedAt));

function behind({ askedAt, personId }: ErasurePlace): SQL {
  return sql`(${erasure.askedAt}, ${erasure.personId}) > (${askedAt.toISOString()}::timestamptz, ${personId}::uuid)`;
}

/** Whether a person's erasure is open; it and the person are held until the transaction ends. Runs as the system. */
export async function lockOpenErasure(tx: Tx, personId: string): Promise<boolean> {
  const [held] = await tx
    .select({ personId: erasure.personId })
    .from(erasure)
    .where(and(eq(erasure.personId, personId), isOpen))
    .for("update");
  if (!held) return false;
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("update");
  return true;
}

/** Ends an erasure: nothing is left, or the person came back. Runs as the system. */
export async function settleErasure(
  tx: Tx,
  personId: string,
  as: { readonly endedAt: Date } | { readonly returnedAt: Date },
): Promise<void> {
  await tx.update(erasure).set(as).where(eq(erasure.personId, personId));
}
