import { and, asc, desc, sql } from "drizzle-orm";
import { auditCheckpoint, auditEntry, auditLeaf } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import type { KeptEntry } from "../leaf.ts";
import type { KeptCheckpoint, KeptLeaf } from "../sealed-log.ts";

/** The columns of an entry `e` as they are sealed. */
export const entryColumns = sql`e.id, trim_scale(extract(epoch from e.at) * 1000)::text as at, e.action,
  e.actor_kind as "actorKind", e.actor_id as "actorId", e.agency_id as "agencyId", e.person_id as "personId",
  e.subject_id as "subjectId", e.refs::text as refs, e.tx::text as tx`;

/**
 * For this transaction the planner goes by indexes, one row after the other. Left alone it may take a log that grew by
 * a million rows since it was last looked at for an empty one, and read all of it for every batch.
 */
export async function goByIndexes(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config(way, 'off', true) from unnest(array['enable_seqscan', 'enable_bitmapscan',
    'enable_hashjoin', 'enable_mergejoin', 'enable_sort']) as way`);
}

/** Where the log ends at this moment: what comes later is left for another time. */
export interface LogEnd {
  readonly leaf: number;
  readonly checkpoint: number;
}

/** The last numbers, seen at one moment; before all others when there are none. */
export async function findEnd(tx: Tx): Promise<LogEnd> {
  const [row] = await tx.execute<{ leaf: string | null; checkpoint: number | null }>(sql`
    select (select max(number) from ${auditLeaf})::text as leaf,
      (select max(number) from ${auditCheckpoint}) as checkpoint`);
  // Past what a number can tell apart, reading on by number would never end.
  const leaf = Math.min(Number(row?.leaf ?? -1), Number.MAX_SAFE_INTEGER);
  return { leaf, checkpoint: row?.checkpoint ?? 0 };
}

/** So many at most, after a number, up to another. */
export interface NumberSpan {
  readonly after: number;
  readonly until: number;
  readonly limit: number;
}

type LeafRow = { number: string; entryId: string; hash: Uint8Array; isThere: boolean } & KeptEntry;

/** Leaves after a number, up to another, each with its entry where there is one. */
export async function listLeaves(tx: Tx, span: NumberSpan): Promise<readonly KeptLeaf[]> {
  await goByIndexes(tx);
  const rows = await tx.execute<LeafRow & Record<string, unknown>>(sql`
    select l.number::text as number, l.entry_id as "entryId", l.hash, e.id is not null as "isThere", ${entryColumns}
    from (
      select * from ${auditLeaf} x where x.number > ${span.after}::bigint and x.number <= ${span.until}::bigint
      order by x.number limit ${span.limit}
    ) l left join ${auditEntry} e on e.id = l.entry_id
    order by l.number`);
  return rows.map((row) => ({
    number: Number(row.number),
    entryId: row.entryId,
    hash: row.hash,
    entry: row.isThere ? row : null,
  }));
}

/** Checkpoints after a number, up to another. */
export async function listCheckpoints(tx: Tx, span: NumberSpan): Promise<readonly KeptCheckpoint[]> {
  return tx
    .select()
    .from(auditCheckpoint)
    .where(
      and(
        sql`${auditCheckpoint.number} > ${span.after}::bigint`,
        sql`${auditCheckpoint.number} <= ${span.until}::bigint`,
      ),
    )
    .orderBy(asc(auditCheckpoint.number))
    .limit(span.limit);
}

/** The newest checkpoint; null: nothing was sealed yet. */
export async function findNewestCheckpoint(tx: Tx): Promise<SignedCheckpoint | null> {
  const [newest] = await tx.select().from(auditCheckpoint).orderBy(desc(auditCheckpoint.number)).limit(1);
  return newest ?? null;
}

/** Entries that have no leaf yet: how many, and the time the oldest of them tells. */
export async function findUnsealed(
  tx: Tx,
): Promise<{ readonly count: number; readonly oldestAt: Date | null }> {
  const [row] = await tx.execute<{ count: number; oldest: string | null }>(sql`
    select count(*)::int as count, (extract(epoch from min(e.at)) * 1000)::text as oldest
    from ${auditEntry} e where not exists (select from ${auditLeaf} l where l.entry_id = e.id)`);
  const oldest = row?.oldest ?? null;
  return { count: row?.count ?? 0, oldestAt: oldest === null ? null : new Date(Number(oldest)) };
}

/** A sealed entry with its number; null: there is none of that id. */
export async function findSealedEntry(
  tx: Tx,
  entryId: string,
): Promise<{ readonly number: number; readonly entry: KeptEntry } | null> {
  const [row] = await tx.execute<{ number: string } & KeptEntry & Record<string, unknown>>(sql`
    select l.number::text as number, ${entryColumns}
    from ${auditLeaf} l join ${auditEntry} e on e.id = l.entry_id where l.entry_id = ${entryId}`);
  return row ? { number: Number(row.number), entry: row } : null;
}
