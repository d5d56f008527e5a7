import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { onward, type Turn } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { dayText } from "../claim-sheet.ts";
import { openListRow, type SealedListRow } from "../desk/list-row.ts";
import type { ExportKind } from "../export-run.ts";
import { findReconciliation, listListRows, type KeptListRow, type KeptReconciliation } from "../store.ts";

/** The clean rows alone, or all others with what is wrong with each. */
export const reconciledFiles = ["clean", "wrong"] as const;
export type ReconciledFile = (typeof reconciledFiles)[number];

/** Headings that the desk itself, and most programs, read again. */
export const cleanColumns = ["เลขบัตร", "วันที่เข้ารับบริการ", "รหัสบริการ", "HN CODE", "CLAIM CODE"] as const;

const rowsARead = 500;

/**
 * A list back as a file, while it is made: the clean rows with their codes, ready for the claim, or the others as they
 * were typed, each with its line and `say`'s sentence for what is wrong. Refuses a list of another agency, or none, as
 * not found.
 */
export async function writeReconciled(
  ports: Ports,
  actor: Staff,
  input: {
    readonly id: string;
    readonly file: ReconciledFile;
    readonly kind: ExportKind;
    /** Headings of the columns for line and reason, and the sentence for one row. */
    readonly say: {
      readonly sheet: string;
      readonly line: string;
      readonly why: string;
      readonly row: (row: Omit<KeptListRow, "sealed">) => string;
    };
  },
): Promise<Result<ReadableStream<Uint8Array>, { readonly kind: "reconciliation_not_found" }>> {
  const { id, file, kind, say } = input;
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  const list = await ports.db.as(actor, async (tx) => {
    const kept = await findReconciliation(tx, actor.agencyId, id);
    if (kept)
      await record(ports, tx, { action: "reconciliation.exported", actor, subjectId: id, refs: { file } });
    return kept;
  });
  if (!list) return refuse({ kind: "reconciliation_not_found" });
  const cells = (row: KeptListRow, opened: SealedListRow) =>
    file === "clean" ? cleanCells(row, opened) : [String(row.line), ...typedCells(opened), say.row(row)];
  const header = file === "clean" ? cleanColumns : [say.line, ...cleanColumns.slice(0, 4), say.why];
  const rows = rowsOf(ports, actor, list, file, cells);
  const sheet = { name: say.sheet, header };
  return ok(kind === "xlsx" ? ports.workbook.writeXlsx(sheet, rows) : ports.workbook.writeCsv(sheet, rows));
}

async function* rowsOf(
  ports: Ports,
  actor: Staff,
  list: KeptReconciliation,
  file: ReconciledFile,
  cells: (row: KeptListRow, opened: SealedListRow) => readonly string[],
): AsyncGenerator<readonly string[]> {
  const kind = file === "clean" ? "matched" : null;
  for (let turn: Turn<number> | null = null; ;) {
    const rows = await ports.db.as(actor, (tx) =>
      listListRows(tx, actor.agencyId, list.id, { kind, turn, limit: rowsARead }),
    );
    for (const row of rows) {
      if (file === "wrong" && row.kind === "matched") continue;
      yield cells(row, openListRow(ports, list.dataKey, list.id, row));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsARead) return;
    turn = onward(last.line);
  }
}

function cleanCells({ code }: KeptListRow, { visit }: SealedListRow): readonly string[] {
  if (!visit) throw new Error("a clean row was never read");
  return [visit.citizenId, dayText(visit.day), visit.service, visit.hn ?? "", code ?? ""];
}

/** What was read where it could be, else what was typed. */
function typedCells({ visit, typed }: SealedListRow): readonly string[] {
  return visit
    ? [visit.citizenId, dayText(visit.day), visit.service, visit.hn ?? ""]
    : [typed.citizen_id, typed.day, typed.service, typed.hn];
}
