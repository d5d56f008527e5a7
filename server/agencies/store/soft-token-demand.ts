import { eq } from "drizzle-orm";
import { softTokenDemand } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";

/** An agency's demand, as it was set. */
export interface KeptDemand {
  readonly agencyId: string;
  readonly fromDay: BangkokDay;
  readonly setBy: string;
  readonly setAt: Date;
}

/** What an agency demands; null: nothing. */
export async function findDemand(tx: Tx, agencyId: string): Promise<KeptDemand | null> {
  const [row] = await tx.select().from(softTokenDemand).where(eq(softTokenDemand.agencyId, agencyId));
  return row ? { ...row, fromDay: row.fromDay as BangkokDay } : null;
}

/** Keeps a demand. False: there is one already, which stays as it is. */
export async function insertDemand(tx: Tx, demand: KeptDemand): Promise<boolean> {
  const rows = await tx
    .insert(softTokenDemand)
    .values(demand)
    .onConflictDoNothing()
    .returning({ agencyId: softTokenDemand.agencyId });
  return rows.length === 1;
}

/** Lifts a demand. False: there was none. */
export async function deleteDemand(tx: Tx, agencyId: string): Promise<boolean> {
  const rows = await tx
    .delete(softTokenDemand)
    .where(eq(softTokenDemand.agencyId, agencyId))
    .returning({ agencyId: softTokenDemand.agencyId });
  return rows.length === 1;
}
