import { desc, eq, sql } from "drizzle-orm";
import { auditCheckpoint, auditEntry, auditLeaf, auditSealer } from "../../../db/schema/index.ts";
import { joinBytes } from "../../kernel/join-bytes.ts";
import type { Tx } from "../../ports.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import type { KeptEntry } from "../leaf.ts";
import { hashBytes } from "../merkle.ts";
import type { KeptCheckpoint } from "../sealed-log.ts";
import { entryColumns, goByIndexes } from "./sealed-log.ts";

/** How far the sealing came, in the order of (tx, id). */
export interface Mark {
  readonly tx: string;
  readonly id: string;
}

export interface Sealer {
  readonly mark: Mark;
  readonly sweptAt: Date;
  /** Every transaction before this one has ended: what it wrote is there, or never will be. */
  readonly horizon: string;
  /** The mark is ahead of every transaction: it came with a backup from another cluster. */
  readonly isForeign: boolean;
}

const noId = "00000000-0000-0000-0000-000000000000";

/** The mark before everything that transaction `tx` wrote. */
export function markBefore(tx: string): Mark {
  return { tx, id: noId };
}

/** Holds the sealer's row until the transaction ends; null while somebody else holds it. */
export async function takeSealer(tx: Tx, now: Date): Promise<Sealer | null> {
  const [held] = await holdSealer(tx);
  if (held) return held;
  const made = await tx
    .insert(auditSealer)
    .values({ only: 1, markTx: "0", markId: noId, sweptAt: now })
    .onConflictDoNothing()
    .returning({ only: auditSealer.only });
  const [own] = made.length > 0 ? await holdSealer(tx) : [];
  return own ?? null;
}

async function holdSealer(tx: Tx): Promise<readonly Sealer[]> {
  const rows = await tx
    .select({
      markTx: sql<string>`${auditSealer.markTx}::text`,
      markId: auditSealer.markId,
      sweptAt: auditSealer.sweptAt,
      horizon: sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`,
      isForeign: sql<boolean>`${auditSealer.markTx} > pg_snapshot_xmin(pg_current_snapshot())`,
    })
    .from(auditSealer)
    .for("update", { skipLocked: true });
  return rows.map(({ markTx, markId, ...sealer }) => ({ ...sealer, mark: { tx: markTx, id: markId } }));
}

/** Moves the sealer on; `sweptAt` stays when none is given. */
export async function moveSealer(tx: Tx, mark: Mark, sweptAt?: Date): Promise<void> {
  await tx
    .update(auditSealer)
    .set({ markTx: mark.tx, markId: mark.id, ...(sweptAt ? { sweptAt } : {}) })
    .where(eq(auditSealer.only, 1));
}

/** An entry that comes up for sealing. */
export interface DueEntry extends KeptEntry {
  readonly isSealed: boolean;
}

/**
 * The next entries behind the mark whose transactions have ended before the horizon. Nothing is ever added before the
 * horizon, so nothing that is committed late is passed over.
 */
export async function listDueEntries(
  tx: Tx,
  span: { readonly mark: Mark; readonly horizon: string; readonly limit: number },
): Promise<readonly DueEntry[]> {
  await goByIndexes(tx);
  const rows = await tx.execute<DueEntry & Record<string, unknown>>(sql`
    select ${entryColumns}, l.number is not null as "isSealed"
    from (
      select * from ${auditEntry} x
      where (x.tx, x.id) > (${span.mark.tx}::xid8, ${span.mark.id}::uuid) and x.tx < ${span.horizon}::xid8
      order by x.tx, x.id limit ${span.limit}
    ) e left join ${auditLeaf} l on l.entry_id = e.id
    order by e.tx, e.id`);
  return [...rows];
}

/** Entries without a leaf anywhere in the log, however old: looks through all of it. */
export async function listStrayEntries(tx: Tx, limit: number): Promise<readonly KeptEntry[]> {
  const rows = await tx.execute<KeptEntry & Record<string, unknown>>(sql`
    select ${entryColumns} from ${auditEntry} e
    where not exists (select from ${auditLeaf} l where l.entry_id = e.id)
    order by e.tx, e.id limit ${limit}`);
  return [...rows];
}

/** The newest checkpoint, and how many leaves there are. */
export async function findLogEnd(
  tx: Tx,
): Promise<{ readonly newest: KeptCheckpoint | null; readonly leaves: number }> {
  const [last] = await tx
    .select({ number: auditLeaf.number })
    .from(auditLeaf)
    .orderBy(desc(auditLeaf.number))
    .limit(1);
  const [newest] = await tx.select().from(auditCheckpoint).orderBy(desc(auditCheckpoint.number)).limit(1);
  return { newest: newest ?? null, leaves: (last?.number ?? -1) + 1 };
}

/** Gives entries the numbers from `first` on. A number or an entry that is taken already throws. */
export async function saveLeaves(
  tx: Tx,
  first: number,
  leaves: readonly { readonly entryId: string; readonly hash: Uint8Array }[],
): Promise<void> {
  const ids = `{${leaves.map(({ entryId }) => entryId).join(",")}}`;
  const hashes = joinBytes(leaves.map(({ hash }) => hash));
  await tx.execute(sql`
    insert into ${auditLeaf} (number, entry_id, hash)
    select ${first}::bigint + w.place - 1, w.id,
      substring(${hashes}::bytea from ((w.place - 1) * ${hashBytes})::int + 1 for ${hashBytes})
    from unnest(${ids}::uuid[]) with ordinality as w (id, place)`);
}

/** Writes a checkpoint with the frontier that the tree goes on from. */
export async function saveCheckpoint(
  tx: Tx,
  checkpoint: SignedCheckpoint & { readonly frontier: Uint8Array },
): Promise<void> {
  await tx.insert(auditCheckpoint).values(checkpoint);
}
