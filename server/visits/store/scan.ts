import { sql } from "drizzle-orm";
import { qrScan } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { ScanOutcome } from "../facility-qr.ts";
import { shortCodeTryMinutes } from "../short-code.ts";
import { countTry, type TryLimit } from "./try-limit.ts";

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

const shortCodeLimit: TryLimit = { name: "short_code", minutes: shortCodeTryMinutes };

/** Counts one more try of a short code; answers how many there were in the last ten minutes, this one included. */
export async function countShortCodeTry(tx: Tx, user: LineUser, now: Date): Promise<number> {
  return countTry(tx, shortCodeLimit, `${user.channel}/${user.lineUserId}`, now);
}
