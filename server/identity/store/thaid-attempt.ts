import { and, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { thaidAttempt } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

export type NewThaIdAttempt = Omit<typeof thaidAttempt.$inferInsert, "usedAt" | "proven" | "wrong">;

/** A way to ThaID as it is kept. */
export interface KeptThaIdAttempt {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly sealed: Uint8Array;
  readonly next: string;
  readonly proven: Uint8Array | null;
  readonly wrong: number;
}

/** Begins a way. */
export async function insertThaIdAttempt(tx: Tx, made: NewThaIdAttempt): Promise<void> {
  await tx.insert(thaidAttempt).values(made);
}

/** Uses up the way of a state; null: there is none that is open. Of two who come back at once one gets it. Runs as the gate. */
export async function useThaIdAttempt(
  tx: Tx,
  stateHash: Uint8Array,
  now: Date,
): Promise<KeptThaIdAttempt | null> {
  const [row] = await tx
    .update(thaidAttempt)
    .set({ usedAt: now })
    .where(
      and(
        eq(thaidAttempt.stateHash, stateHash),
        isNull(thaidAttempt.usedAt),
        gt(thaidAttempt.expiresAt, now),
      ),
    )
    .returning();
  return row ?? null;
}

/** Keeps what was proven in another browser until its code is typed. Runs as the gate. */
export async function keepThaIdProof(tx: Tx, id: string, proven: Uint8Array): Promise<void> {
  await tx.update(thaidAttempt).set({ proven }).where(eq(thaidAttempt.id, id));
}

/** The latest way of a session that was proven in another browser, held; null: there is none that is open. */
export async function lockThaIdProof(tx: Tx, sessionId: string, now: Date): Promise<KeptThaIdAttempt | null> {
  const [row] = await tx
    .select()
    .from(thaidAttempt)
    .where(
      and(
        eq(thaidAttempt.sessionId, sessionId),
        isNotNull(thaidAttempt.proven),
        gt(thaidAttempt.expiresAt, now),
      ),
    )
    .orderBy(desc(thaidAttempt.madeAt))
    .limit(1)
    .for("update");
  return row ?? null;
}

/** Counts a code that was mistyped. */
export async function countWrongThaIdCode(tx: Tx, id: string): Promise<void> {
  await tx
    .update(thaidAttempt)
    .set({ wrong: sql`${thaidAttempt.wrong} + 1` })
    .where(eq(thaidAttempt.id, id));
}

/** Forgets a proof: it was taken, or its code mistyped too often. */
export async function dropThaIdProof(tx: Tx, id: string): Promise<void> {
  await tx.update(thaidAttempt).set({ proven: null }).where(eq(thaidAttempt.id, id));
}

/** Forgets ways that are over. Runs as the system. */
export async function deleteThaIdAttempts(tx: Tx, before: Date): Promise<void> {
  await tx.delete(thaidAttempt).where(lt(thaidAttempt.expiresAt, before));
}
