import { and, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { apiKey, limitCount } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { ApiScope } from "../api-key.ts";
import type { KeptKey } from "../kept-key.ts";

const columns = {
  id: apiKey.id,
  agencyId: apiKey.agencyId,
  name: apiKey.name,
  prefix: apiKey.prefix,
  scopes: sql<readonly ApiScope[]>`${apiKey.scopes}`,
  madeAt: apiKey.madeAt,
  expiresAt: apiKey.expiresAt,
  lastUsedAt: apiKey.lastUsedAt,
  revokedAt: apiKey.revokedAt,
  replacedBy: apiKey.replacedBy,
};

/** The key of a hash. Runs as the gate. */
export async function findKeyByHash(tx: Tx, hash: Uint8Array): Promise<KeptKey | null> {
  const [row] = await tx.select(columns).from(apiKey).where(eq(apiKey.hash, hash));
  return row ?? null;
}

/** The keys of an agency, latest first. */
export async function listKeys(tx: Tx, agencyId: string, limit: number): Promise<readonly KeptKey[]> {
  return tx
    .select(columns)
    .from(apiKey)
    .where(eq(apiKey.agencyId, agencyId))
    .orderBy(desc(apiKey.madeAt), desc(apiKey.id))
    .limit(limit);
}

/** What keys are called, by id: those of the ids given that are keys of the actor's own agency. */
export async function listKeyNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: apiKey.id, name: apiKey.name })
    .from(apiKey)
    .where(inArray(apiKey.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A key of the agency. */
export async function findKey(tx: Tx, agencyId: string, id: string): Promise<KeptKey | null> {
  const [row] = await tx
    .select(columns)
    .from(apiKey)
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.id, id)));
  return row ?? null;
}

/** A key of the agency, held until the transaction ends. */
export async function lockKey(tx: Tx, agencyId: string, id: string): Promise<KeptKey | null> {
  const [row] = await tx
    .select(columns)
    .from(apiKey)
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.id, id)))
    .for("update");
  return row ?? null;
}

/** True when a request made a key here already. */
export async function findKeyOfRequest(tx: Tx, agencyId: string, requestKey: string): Promise<boolean> {
  const rows = await tx
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.requestKey, requestKey)));
  return rows.length > 0;
}

/** Keeps a new key. */
export async function insertKey(tx: Tx, made: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(made);
}

/** Ends a key now, or lets it go on beside the one that takes over. */
export async function endKey(
  tx: Tx,
  { agencyId, id }: Pick<KeptKey, "agencyId" | "id">,
  end: { readonly revokedAt: Date } | { readonly replacedBy: string; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .update(apiKey)
    .set(end)
    .where(and(eq(apiKey.agencyId, agencyId), eq(apiKey.id, id)));
}

/** Notes that a key was used, unless that was noted after `notedSince` already. Runs as the gate. */
export async function touchKey(tx: Tx, id: string, now: Date, notedSince: Date): Promise<void> {
  await tx
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, notedSince))));
}

/** Counts one more call of a key in its minute and answers how many there are. Runs as the gate. */
export async function countCall(tx: Tx, keyId: string, minute: Date): Promise<number> {
  const [row] = await tx
    .insert(limitCount)
    .values({ name: "api_key", key: keyId, bucket: minute, count: 1 })
    .onConflictDoUpdate({
      target: [limitCount.name, limitCount.key, limitCount.bucket],
      set: { count: sql`${limitCount.count} + 1` },
    })
    .returning({ count: limitCount.count });
  return row?.count ?? 0;
}
