import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { WorkbookRefusal } from "../../kernel/workbook.ts";
import type { Ports } from "../../ports.ts";
import { sealHolderRow } from "../desk/import-row.ts";
import { knowHolders } from "../desk/know-holders.ts";
import { longestHolderList, readHolderList, type HolderListRefusal } from "../holder-list.ts";
import { judgeHolderList, type JudgedHolder } from "../judge-holder-list.ts";
import { insertImport, insertImportRows } from "../store/holder-import.ts";

export type BringRefusal = WorkbookRefusal | HolderListRefusal;

const rowsAroundList = 20;
const columnsAtMost = 50;
const longestFileName = 120;

/**
 * Takes a list of holders that the central office brings (flows T1): reads it, judges every row, and keeps it sealed to be
 * looked at. No seat and no holder is made by it. Refuses files that are no table or hide something, a table without the
 * columns, and more than 10,000 holders. The same form sent again answers the same list.
 */
export async function bringHolders(
  ports: Ports,
  actor: Staff,
  input: { readonly fileName: string; readonly bytes: Uint8Array; readonly requestKey: string },
): Promise<Result<{ readonly importId: string }, BringRefusal>> {
  const limits = { rows: longestHolderList + rowsAroundList, columns: columnsAtMost };
  const table = await ports.workbook.read(input.bytes, limits);
  if (!table.ok) return table;
  const list = readHolderList(table.value);
  if (!list.ok) return list;
  const known = await ports.db.as({ kind: "gate" }, (tx) => knowHolders(ports, tx, list.value));
  return ok({
    importId: await keep(ports, actor, input, judgeHolderList(list.value, known, actor.agencyId)),
  });
}

async function keep(
  ports: Ports,
  actor: Staff,
  { fileName, requestKey }: { readonly fileName: string; readonly requestKey: string },
  judged: readonly JudgedHolder[],
): Promise<string> {
  const [id, dataKey] = [ports.random.uuid(), ports.vault.newDataKey()];
  const rows = judged.map(({ line, typed, read, faults, agencyId }) => {
    const holder = read && agencyId !== null ? { ...read, agencyId } : null;
    const state = holder ? "ready" : "faulty";
    return {
      line,
      sealed: sealHolderRow(ports, dataKey, id, line, { typed, holder }),
      state,
      faults,
    } as const;
  });
  const issuerId = actor.agencyId;
  const made = { id, issuerId, dataKey, total: rows.length, madeBy: actor.staffId, requestKey };
  return ports.db.as(actor, async (tx) => {
    const name = fileName.slice(0, longestFileName);
    const kept = await insertImport(tx, { ...made, fileName: name, madeAt: ports.clock.now() });
    if (kept !== id) return kept;
    await insertImportRows(tx, { importId: id, issuerId }, rows);
    const refs = { rows: rows.length, faulty: rows.filter(({ state }) => state === "faulty").length };
    await record(ports, tx, { action: "holder_import.judged", actor, subjectId: id, refs });
    return id;
  });
}
