import { and, eq, sql } from "drizzle-orm";
import { limitCount } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Tries of one kind, counted over the last so many minutes. */
export interface TryLimit {
  readonly name: string;
  readonly minutes: number;
}

/**
 * Counts one more try under a key and answers how many there were in the last minutes, this one included. Counted by
 * minutes; tries at the same time wait for each other. Runs as the gate.
 */
export async function countTry(tx: Tx, limit: TryLimit, key: string, now: Date): Promise<number> {
  const { name, minutes } = limit;
  const minute = minuteOf(now);
  const from = new Date(minute.getTime() - minutes * 60_000);
  await tx
    .insert(limitCount)
    .values({ name, key, bucket: minute, count: 1 })
    .onConflictDoUpdate({
      target: [limitCount.name, limitCount.key, limitCount.bucket],
      set: { count: sql`${limitCount.count} + 1` },
    });
  const rows = await tx.execute<{ tries: number }>(
    sql`select coalesce(sum(${limitCount.count}), 0)::int as tries from ${limitCount}
      where ${limitCount.name} = ${name} and ${limitCount.key} = ${key}
        and ${limitCount.bucket} > ${from.toISOString()}`,
  );
  return rows[0]?.tries ?? 0;
}

/** Takes a try back that was counted at `countedAt` and turned out right. */
export async function uncountTry(tx: Tx, limit: TryLimit, key: string, countedAt: Date): Promise<void> {
  await tx
    .update(limitCount)
    .set({ count: sql`${limitCount.count} - 1` })
    .where(
      and(
        eq(limitCount.name, limit.name),
        eq(limitCount.key, key),
        eq(limitCount.bucket, minuteOf(countedAt)),
      ),
    );
}

function minuteOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
