import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { apiAnswer } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** The stored answer to a request; `status` null: the first one is still at work. */
export interface KeptAnswer {
  readonly requestHash: Uint8Array;
  readonly status: number | null;
  readonly dataKey: Uint8Array | null;
  readonly sealed: Uint8Array | null;
  readonly at: Date;
}

export interface AnswerKey {
  readonly agencyId: string;
  readonly keyId: string;
  readonly idempotencyKey: string;
}

const of = ({ keyId, idempotencyKey }: AnswerKey) =>
  and(eq(apiAnswer.keyId, keyId), eq(apiAnswer.idempotencyKey, idempotencyKey));

/** Takes the place of an answer. False: somebody has it. */
export async function insertAnswer(
  tx: Tx,
  key: AnswerKey,
  made: { readonly requestHash: Uint8Array; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(apiAnswer)
    .values({ ...key, ...made })
    .onConflictDoNothing()
    .returning({ at: apiAnswer.at });
  return rows.length === 1;
}

/** The answer of a key, held until the transaction ends. */
export async function lockAnswer(tx: Tx, key: AnswerKey): Promise<KeptAnswer | null> {
  const [row] = await tx.select().from(apiAnswer).where(of(key)).for("update");
  return row ?? null;
}

/** Takes over from a request that never came to its end. */
export async function takeOverAnswer(tx: Tx, key: AnswerKey, at: Date): Promise<void> {
  await tx.update(apiAnswer).set({ at }).where(of(key));
}

/** Keeps the answer. */
export async function saveAnswer(
  tx: Tx,
  key: AnswerKey,
  answer: { readonly status: number; readonly dataKey: Uint8Array; readonly sealed: Uint8Array },
): Promise<void> {
  await tx.update(apiAnswer).set(answer).where(of(key));
}

/** Frees the place of an answer that was not given. */
export async function deleteAnswer(tx: Tx, key: AnswerKey): Promise<void> {
  await tx.delete(apiAnswer).where(and(of(key), isNull(apiAnswer.status)));
}

/** Deletes at most `limit` answers from before a moment. Runs as the system. */
export async function deleteAnswersBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  const old = await tx
    .select({ keyId: apiAnswer.keyId, idempotencyKey: apiAnswer.idempotencyKey })
    .from(apiAnswer)
    .where(lt(apiAnswer.at, before))
    .limit(limit);
  if (old.length === 0) return 0;
  await tx.delete(apiAnswer).where(
    and(
      lt(apiAnswer.at, before),
      inArray(
        apiAnswer.idempotencyKey,
        old.map(({ idempotencyKey }) => idempotencyKey),
      ),
    ),
  );
  return old.length;
}
