import type { SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { deleteAnswersBefore, deleteDeliveriesBefore } from "../store.ts";

const dayMs = 24 * 60 * 60_000;
const answerDays = 1;
const deliveryDays = 30;
const atOnce = 1_000;

/** Forgets answers kept for an Idempotency-Key after a day, and messages that were settled thirty days ago. */
export async function purgeSystems(ports: Ports, actor: SystemActor): Promise<Result<undefined, never>> {
  const daysAgo = (days: number) => new Date(ports.clock.now().getTime() - days * dayMs);
  await ports.db.as(actor, async (tx) => {
    await deleteAnswersBefore(tx, daysAgo(answerDays), atOnce);
    await deleteDeliveriesBefore(tx, daysAgo(deliveryDays), atOnce);
  });
  return ok();
}
