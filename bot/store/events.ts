import { and, asc, eq, isNull, isNotNull, lt, lte, or, sql } from "drizzle-orm";
import { webhookEvent } from "../../db/schema/index.ts";
import type { Ports, Tx } from "../../server/ports.ts";
import type { KeptEvent } from "../redact.ts";

type Sealer = Pick<Ports, "vault">;

/** An event with the id it is kept under: LINE's own, or one made of its bytes where LINE gave none. */
export interface IdentifiedEvent {
  readonly id: string;
  readonly event: KeptEvent;
}

/**
 * Keeps events once each, sealed under a key of their own, in one round trip. Answers the ids that are new: they
 * are the caller's to answer until `claimedUntil`.
 */
export async function keepEvents(
  ports: Pick<Ports, "vault" | "db">,
  kept: { channel: string; now: Date; claimedUntil: Date; events: readonly IdentifiedEvent[] },
): Promise<ReadonlySet<string>> {
  const sealed = kept.events.map(({ id, event }) => sealEvent(ports, id, event));
  const { hot } = ports.db;
  const rows = await hot<{ keep_events: string }[]>`select keep_events(
    ${kept.channel}, ${kept.now.toISOString()}, ${kept.claimedUntil.toISOString()},
    ${textArray(sealed.map(({ id }) => id))}::text[],
    ${textArray(sealed.map(({ dataKey }) => hex(dataKey)))}::bytea[],
    ${textArray(sealed.map(({ payload }) => hex(payload)))}::bytea[])`;
  return new Set(rows.map((row) => row.keep_events));
}

function sealEvent(ports: Sealer, id: string, event: KeptEvent) {
  const dataKey = ports.vault.newDataKey();
  return { id, dataKey, payload: ports.vault.seal(dataKey, placeOf(id), event) };
}

/** An array as PostgreSQL writes it: the driver, kept from fetching types, does not know how. */
function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString("hex")}`;
}

/** An event that was kept and that nobody has finished. */
export interface UnfinishedEvent extends IdentifiedEvent {
  readonly channel: string;
  readonly keptAt: Date;
}

/** Takes events whose claim ran out, oldest first, for one sweeper until `claimedUntil`. */
export async function claimEvents(
  ports: Sealer,
  tx: Tx,
  claim: { now: Date; claimedUntil: Date; limit: number; attempts: number },
): Promise<readonly UnfinishedEvent[]> {
  const free = or(isNull(webhookEvent.claimedUntil), lte(webhookEvent.claimedUntil, claim.now));
  const due = tx
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(
      and(
        isNull(webhookEvent.doneAt),
        isNotNull(webhookEvent.payload),
        free,
        lt(webhookEvent.attempts, claim.attempts),
      ),
    )
    .orderBy(asc(webhookEvent.keptAt))
    .limit(claim.limit)
    .for("update", { skipLocked: true });
  const rows = await tx
    .update(webhookEvent)
    .set({ claimedUntil: claim.claimedUntil, attempts: sql`${webhookEvent.attempts} + 1` })
    .where(sql`${webhookEvent.id} in ${due}`)
    .returning();
  return rows.flatMap((row) => openRow(ports, row)).sort((a, b) => a.keptAt.getTime() - b.keptAt.getTime());
}

/** Events nobody has finished yet, latest first: among them a message that is being taken back. */
export async function listUnfinished(
  ports: Sealer,
  tx: Tx,
  limit: number,
): Promise<readonly UnfinishedEvent[]> {
  const rows = await tx
    .select()
    .from(webhookEvent)
    .where(and(isNull(webhookEvent.doneAt), isNotNull(webhookEvent.payload)))
    .orderBy(sql`${webhookEvent.keptAt} desc`)
    .limit(limit);
  return rows.flatMap((row) => openRow(ports, row));
}

/** Marks an event done and empties it. False: somebody else finished it before. */
export async function finishEvent(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(webhookEvent)
    .set({ doneAt: now, dataKey: null, payload: null, claimedUntil: null })
    .where(and(eq(webhookEvent.id, id), isNull(webhookEvent.doneAt)))
    .returning({ id: webhookEvent.id });
  return rows.length > 0;
}

type Row = typeof webhookEvent.$inferSelect;

function openRow(ports: Sealer, row: Row): UnfinishedEvent[] {
  const { id, channel, keptAt, dataKey, payload } = row;
  if (dataKey === null || payload === null) return [];
  try {
    return [{ id, channel, keptAt, event: ports.vault.open<KeptEvent>(dataKey, placeOf(id), payload) }];
  } catch {
    // Sealed under a key that is gone: it must not keep the others from being answered.
    return [];
  }
}

function placeOf(rowId: string) {
  return { table: "webhook_event", rowId };
}

/** Empties what was never finished, and forgets ids that can no longer come again. */
export async function purgeEvents(tx: Tx, lines: { emptyBefore: Date; forgetBefore: Date }): Promise<void> {
  await tx
    .update(webhookEvent)
    .set({ dataKey: null, payload: null })
    .where(and(isNotNull(webhookEvent.payload), lt(webhookEvent.keptAt, lines.emptyBefore)));
  await tx.delete(webhookEvent).where(lt(webhookEvent.keptAt, lines.forgetBefore));
}
