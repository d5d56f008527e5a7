import { sql } from "drizzle-orm";
import { limitCount, qrScan } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { ScanOutcome } from "../facility-qr.ts";
import { shortCodeTryMinutes } from "../short-code.ts";

export interface NewScan {
  readonly id: string;
  readonly agencyId: string;
  readonly qrId: string;
  readonly scannedAt: Date;
  readonly outcome: ScanOutcome;
}

/** Writes one line of a QR's scan log, refused scans too. Who scanned is not kept. Runs as the gate. */
export async function insertScan(tx: Tx, scan: NewScan): Promise<void> {
  await tx.insert(qrScan).values(scan);
}

/**
 * Makes the LINE user the owner of a scan ticket, unless somebody else opened it first. True: it is theirs.
 */
export async function takeTicket(tx: Tx, user: LineUser, nonce: string, now: Date): Promise<boolean> {
  const rows = await tx.execute<{ taken: boolean }>(
    sql`select take_scan_ticket(${nonce}, ${user.channel}, ${user.lineUserId}, ${now.toISOString()}) as taken`,
  );
  return rows[0]?.taken === true;
}

const limitName = "short_code";

/**
 * Counts one more try of a short code and answers how many there were in the last ten minutes, this one included.
 * Counted by minutes; tries at the same time wait for each other. Runs as the gate.
 */
export async function countShortCodeTry(tx: Tx, user: LineUser, now: Date): Promise<number> {
  const key = `${user.channel}/${user.lineUserId}`;
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const from = new Date(minute.getTime() - shortCodeTryMinutes * 60_000);
  await tx
    .insert(limitCount)
    .values({ name: limitName, key, bucket: minute, count: 1 })
    .onConflictDoUpdate({
      target: [limitCount.name, limitCount.key, limitCount.bucket],
      set: { count: sql`${limitCount.count} + 1` },
    });
  const rows = await tx.execute<{ tries: number }>(
    sql`select coalesce(sum(${limitCount.count}), 0)::int as tries from ${limitCount}
      where ${limitCount.name} = ${limitName} and ${limitCount.key} = ${key}
        and ${limitCount.bucket} > ${from.toISOString()}`,
  );
  return rows[0]?.tries ?? 0;
}
