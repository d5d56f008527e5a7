import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { listKeptDays } from "../reconciliation.ts";
import { deleteReconciliations } from "../store.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Forgets uploaded lists of visits after thirty days: by then the claim was sent. */
export async function purgeReconciliations(ports: Ports, actor: SystemActor): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - listKeptDays * dayMs);
  await ports.db.as(actor, (tx) => deleteReconciliations(tx, before));
}
