import { sql } from "drizzle-orm";
import type { Tx } from "../../ports.ts";

/**
 * Waits for this agency's turn to make something of that kind, until the transaction ends: what is sent twice at the same
 * moment is judged one after the other, and a limit is counted with whoever came before. The row of a series is what is
 * waited for (a pooled connection keeps no other lock); its number is of no use.
 */
export async function takeTurn(tx: Tx, agencyId: string, kind: "api_key" | "webhook"): Promise<void> {
  await tx.execute(sql`select next_number(${agencyId}, ${`turn ${kind}`}, 0)`);
}
