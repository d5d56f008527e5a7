import { lt, sql } from "drizzle-orm";
import { reconciliation, reconciliationRow } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** Deletes uploaded lists that came before, with their rows. Runs as the system. */
export async function deleteReconciliations(tx: Tx, before: Date): Promise<void> {
  await tx.execute(sql`delete from ${reconciliationRow} r using ${reconciliation} l
    where l.agency_id = r.agency_id and l.id = r.reconciliation_id and l.made_at < ${before.toISOString()}`);
  await tx.delete(reconciliation).where(lt(reconciliation.madeAt, before));
}
