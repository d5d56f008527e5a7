import { desc, eq, lt } from "drizzle-orm";
import { linePlanReading } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { PlanReading } from "../line-plan.ts";

/** The last reading of a channel's plan; null: it was never read. */
export async function findPlan(tx: Tx, channel: string): Promise<PlanReading | null> {
  const [row] = await tx
    .select()
    .from(linePlanReading)
    .where(eq(linePlanReading.channel, channel))
    .orderBy(desc(linePlanReading.readAt))
    .limit(1);
  if (!row) return null;
  const { readAt, allowed, used, warnedPercent } = row;
  return { readAt, allowed, used, warnedPercent };
}

/** Keeps a reading; one of the same moment is there already. */
export async function insertPlan(tx: Tx, channel: string, reading: PlanReading): Promise<void> {
  await tx
    .insert(linePlanReading)
    .values({ channel, ...reading })
    .onConflictDoNothing();
}

/** Forgets readings from before a moment. */
export async function deletePlansBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(linePlanReading).where(lt(linePlanReading.readAt, before));
}
