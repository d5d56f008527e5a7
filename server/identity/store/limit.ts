import { and, eq, sql } from "drizzle-orm";
import { limitCount } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { Limit } from "../limit.ts";

/** Counts one more under a limit and answers how many there are in this time bucket, this one included. */
export async function countUp(tx: Tx, limit: Limit, key: string, now: Date): Promise<number> {
  const [row] = await tx
    .insert(limitCount)
    .values({ name: limit.name, key, bucket: bucketOf(limit, now), count: 1 })
    .onConflictDoUpdate({
      target: [limitCount.name, limitCount.key, limitCount.bucket],
      set: { count: sql`${limitCount.count} + 1` },
    })
    .returning({ count: limitCount.count });
  return row?.count ?? 0;
}

/** How many there are in this time bucket, counting nothing. */
export async function findCount(tx: Tx, limit: Limit, key: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ count: limitCount.count })
    .from(limitCount)
    .where(
      and(
        eq(limitCount.name, limit.name),
        eq(limitCount.key, key),
        eq(limitCount.bucket, bucketOf(limit, now)),
      ),
    );
  return row?.count ?? 0;
}

function bucketOf({ seconds }: Limit, now: Date): Date {
  const length = seconds * 1000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
