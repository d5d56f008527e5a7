import type { Staff } from "../../kernel/actor.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { openListRow } from "../desk/list-row.ts";
import { judgeVisit } from "../reconciliation.ts";
import {
  endReconciliation,
  listCodesOfNumbers,
  listWaitingRows,
  lockReconciliation,
  saveJudgements,
  type JudgedRow,
  type KeptReconciliation,
  type WaitingRow,
} from "../store.ts";
import type { Tx } from "../../ports.ts";

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
        await saveJudgements(tx, actor.agencyId, id, await judged(ports, tx, actor, kept, rows));
      }
      if (rows.length === rowsABatch) return true;
      await endReconciliation(tx, actor.agencyId, id, ports.clock.now());
      return false;
    });
    if (!goesOn) return;
  }
}

async function judged(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  kept: KeptReconciliation,
  rows: readonly WaitingRow[],
): Promise<readonly JudgedRow[]> {
  const read = rows.map((row) => {
    const { visit, firstLine } = openListRow(ports, kept.dataKey, kept.id, row);
    if (!visit) throw new Error("a row that waits to be judged was never read");
    return { visit, listed: { firstLine: new Map(firstLine) } };
  });
  const found = await listCodesOfNumbers(
    tx,
    actor.agencyId,
    read.map(({ visit: { citizenId, day } }) => ({
      numberIndex: ports.keys.blindIndex("citizen_id", citizenId),
      day,
    })),
  );
  return read.map(({ visit, listed }, at) => {
    const own = found.get(at);
    return {
      line: visit.line,
      personId: own?.personId ?? null,
      ...judgeVisit(visit, listed, own?.codes ?? []),
    };
  });
}
