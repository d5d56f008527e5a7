import type { Staff, SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { judgeList } from "../desk/judge-list.ts";
import { listRunning } from "../store.ts";

/** Lists, and of each batches, that one round takes up at most: the rest comes up in the next. */
const listsARound = 5;
const batchesARound = 10;

/**
 * Goes on with lists whose judging was left behind when a server stopped, in the name of whoever uploaded each and with
 * no more than a clerk may. One that is being judged elsewhere is left alone; one that fails is logged and holds no
 * other up.
 */
export async function takeUpReconciliations(ports: Ports, actor: SystemActor): Promise<void> {
  const left = await ports.db.as(actor, (tx) => listRunning(tx, listsARound));
  for (const { id, agencyId, madeBy } of left) {
    const staff: Staff = { kind: "staff", staffId: madeBy, agencyId, level: "clerk" };
    await judgeList(ports, staff, id, batchesARound).catch((error: unknown) =>
      ports.log.error("reconciliation.not_taken_up", error, { id }),
    );
  }
}
