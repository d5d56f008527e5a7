import { and, eq, lt, sql } from "drizzle-orm";
import { dataCopy } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import { copyTakenAtMost } from "../copy-leave.ts";

/** Leave to take a copy, as it is kept. */
export interface KeptCopy {
  readonly id: string;
  readonly madeAt: Date;
  readonly diesAt: Date;
  readonly taken: number;
}

/** Keeps a new leave. */
export async function insertCopy(
  tx: Tx,
  made: { readonly personId: string; readonly requestKey: string } & Omit<KeptCopy, "taken">,
): Promise<void> {
  await tx.insert(dataCopy).values(made);
}

/** A person's leave by its id; null: there is none, or it is another's. */
export async function findCopy(tx: Tx, personId: string, id: string): Promise<KeptCopy | null> {
  const [row] = await tx
    .select({ id: dataCopy.id, madeAt: dataCopy.madeAt, diesAt: dataCopy.diesAt, taken: dataCopy.taken })
    .from(dataCopy)
    .where(and(eq(dataCopy.personId, personId), eq(dataCopy.id, id)));
  return row ?? null;
}

/** Counts a copy that is about to be taken. False: the leave is over, used up, or none. */
export async function takeCopy(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(dataCopy)
    .set({ taken: sql`${dataCopy.taken} + 1` })
    .where(
      and(
        eq(dataCopy.personId, personId),
        eq(dataCopy.id, id),
        lt(dataCopy.taken, copyTakenAtMost),
        sql`${dataCopy.diesAt} > ${now.toISOString()}::timestamptz`,
      ),
    )
    .returning({ id: dataCopy.id });
  return rows.length === 1;
}

/** Forgets leaves that are over. Runs as the system. */
export async function deleteCopies(tx: Tx, before: Date): Promise<void> {
  await tx.delete(dataCopy).where(lt(dataCopy.diesAt, before));
}
