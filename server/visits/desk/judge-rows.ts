import type { Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { judgeVisit } from "../reconciliation.ts";
import { listCodesOfNumbers, type JudgedRow, type KeptReconciliation, type WaitingRow } from "../store.ts";
import { openListRow } from "./list-row.ts";

/** Judges rows of a list against the agency's codes as they stand now. */
export async function judgeRows(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  list: KeptReconciliation,
  rows: readonly WaitingRow[],
): Promise<readonly JudgedRow[]> {
  const read = rows.map((row) => {
    const { visit, firstLine } = openListRow(ports, list.dataKey, list.id, row);
    if (!visit) throw new Error("a row that is judged was never read");
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
    const judgement = judgeVisit(visit, listed, own?.codes ?? []);
    return { line: visit.line, personId: own?.personId ?? null, ...judgement };
  });
}
