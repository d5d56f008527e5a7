import { and, desc, eq, lt } from "drizzle-orm";
import { linePlanReading, staff } from "../../../db/schema/index.ts";
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

/** Keeps a reading. False: one of the same hour stands there already. */
export async function insertPlan(tx: Tx, channel: string, reading: PlanReading): Promise<boolean> {
  const rows = await tx
    .insert(linePlanReading)
    .values({ channel, ...reading })
    .onConflictDoNothing()
    .returning({ readAt: linePlanReading.readAt });
  return rows.length === 1;
}

/** Who is told that the plan comes to its end: the administrators of local governments. Runs as the system. */
export async function listPlanReaders(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.level, "local_admin"), eq(staff.state, "active")));
  return rows.map(({ id }) => id);
}

/** Forgets readings from before a moment. */
export async function deletePlansBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(linePlanReading).where(lt(linePlanReading.readAt, before));
}
