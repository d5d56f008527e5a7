import { sql } from "drizzle-orm";
import type { Tx } from "../../ports.ts";

/**
 * Does the rest of a staff transaction as the system: what a decision sets off lies beyond what a member of staff may
 * write, but holds or falls with the decision. There is no way back within the transaction.
 */
export async function actAsSystem(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'pratu_system', true)`);
}
