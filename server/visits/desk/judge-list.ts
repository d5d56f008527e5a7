import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { endReconciliation, listWaitingRows, lockReconciliation, saveJudgements } from "../store.ts";
import { judgeRows } from "./judge-rows.ts";

/** Rows judged in one transaction. */
export const rowsABatch = 500;

/**
 * Judges the rows of a list that wait, a batch a transaction, until none is left, somebody else works on it, or
 * `batches` are done. What was broken off goes on where it was.
 */
export async function judgeList(ports: Ports, actor: Staff, id: string, batches = Infinity): Promise<void> {
  for (let done = 0; done < batches; done += 1) {
    const goesOn = await ports.db.as(actor, async (tx) => {
      const kept = await lockReconciliation(tx, actor.agencyId, id);
      if (!kept) return false;
      const rows = await listWaitingRows(tx, actor.agencyId, id, rowsABatch);
      if (rows.length > 0) {
        await saveJudgements(tx, actor.agencyId, id, await judgeRows(ports, tx, actor, kept, rows));
      }
      if (rows.length === rowsABatch) return true;
      await endReconciliation(tx, actor.agencyId, id, ports.clock.now());
      return false;
    });
    if (!goesOn) return;
  }
}
