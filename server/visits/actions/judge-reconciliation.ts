import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { judgeRows } from "../desk/judge-rows.ts";
import { endReconciliation, listWaitingRows, lockReconciliation, saveJudgements } from "../store.ts";

/** Rows judged in one transaction. */
const rowsABatch = 500;

/**
 * Judges the rows of a list that wait, a batch a transaction, until none is left or somebody else works on it. May be
 * begun again at any time, by anybody who looks at the list: what was broken off goes on where it was.
 */
export async function judgeReconciliation(ports: Ports, actor: Staff, id: string): Promise<void> {
  if (!isUuid(id)) return;
  for (;;) {
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
