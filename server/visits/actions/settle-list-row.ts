import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { judgeRows } from "../desk/judge-rows.ts";
import type { Mending } from "../reconciliation.ts";
import { findListRow, findReconciliation, markMended, saveJudgements } from "../store.ts";

/**
 * Judges one row again, after something was done about it, and notes what that was. Answers nothing of a list of
 * another agency, or of a row that cannot be read.
 */
export async function settleListRow(
  ports: Ports,
  actor: Staff,
  input: { readonly id: string; readonly line: number; readonly how: Mending },
): Promise<void> {
  const { id, line, how } = input;
  await ports.db.as(actor, async (tx) => {
    const list = await findReconciliation(tx, actor.agencyId, id);
    const row = list && (await findListRow(tx, actor.agencyId, id, line));
    if (!list || !row || row.kind === null || row.kind === "bad_row") return;
    await saveJudgements(tx, actor.agencyId, id, await judgeRows(ports, tx, actor, list, [row]), 0);
    await markMended(tx, actor.agencyId, id, line, { how, by: actor.staffId, now: ports.clock.now() });
  });
}
