import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hourOf, isOfMonth, planWarning } from "../line-plan.ts";
import { deletePlansBefore, findPlan, insertPlan, listPlanReaders } from "../store/line-plan.ts";
import { queue } from "../store.ts";

/** A year of readings is enough to see a month against the one a year before. */
const keptMs = 400 * 24 * 3_600_000;

/**
 * Reads the month's plan of a LINE channel once an hour and keeps what LINE says. When a share of it is used up that was
 * not told of yet this month (80, 95 %), every administrator of a local government is told by mail, once. Answers whether
 * anything was read; LINE may not tell.
 */
export async function watchPlan(
  ports: Ports,
  actor: SystemActor,
  { channel }: { readonly channel: string },
): Promise<{ readonly read: boolean }> {
  const now = ports.clock.now();
  const readAt = hourOf(now);
  const last = await ports.db.as(actor, (tx) => findPlan(tx, channel));
  if (last !== null && last.readAt >= readAt) return { read: false };
  const plan = await ports.line.plan();
  if (plan === null) return { read: false };
  const told = last !== null && isOfMonth(last, now) ? last.warnedPercent : 0;
  const reached = planWarning(plan) ?? 0;
  return ports.db.as(actor, async (tx) => {
    const reading = { readAt, ...plan, warnedPercent: Math.max(told, reached) };
    if (!(await insertPlan(tx, channel, reading))) return { read: false };
    if (reached > told) await warn(ports, tx, reached);
    await deletePlansBefore(tx, new Date(now.getTime() - keptMs));
    return { read: true };
  });
}

async function warn(ports: Ports, tx: Tx, percent: number): Promise<void> {
  for (const staffId of await listPlanReaders(tx)) {
    const refs = { staffId, percent: String(percent) };
    await queue(ports, tx, { kind: "staff_line_plan", medium: "mail", refs });
  }
}
