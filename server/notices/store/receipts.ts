import { sql } from "drizzle-orm";
import type { Tx } from "../../ports.ts";
import type { Receipt } from "../receipt.ts";

/**
 * What became of the messages about a petition, the first one first. Runs as staff of its agency; anybody else's petition
 * has none.
 */
export async function listReceipts(tx: Tx, petitionId: string): Promise<readonly Receipt[]> {
  const rows = await tx.execute<{
    id: string;
    kind: Receipt["kind"];
    medium: Receipt["medium"];
    state: Receipt["state"];
    failure: string | null;
    queued_at: string;
    settled_at: string | null;
  }>(sql`select * from receipts_of_petition(${petitionId})`);
  return [...rows].map(({ id, kind, medium, state, failure, queued_at, settled_at }) => ({
    ...{ id, kind, medium, state, failure },
    queuedAt: new Date(queued_at),
    settledAt: settled_at === null ? null : new Date(settled_at),
  }));
}
