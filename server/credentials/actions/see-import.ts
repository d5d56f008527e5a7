import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { openHolderRow } from "../desk/import-row.ts";
import type { ImportRowState, NoImport } from "../holder-import.ts";
import type { HolderFault } from "../holder-list-fault.ts";
import type { HolderListRow } from "../holder-list.ts";
import {
  countImportRows,
  findImport,
  listImportRows,
  listImports,
  type KeptImport,
} from "../store/holder-import.ts";

/** A list of holders without what seals it. */
export interface SeenList extends Omit<KeptImport, "dataKey" | "issuerId"> {
  readonly counts: Readonly<Record<ImportRowState, number>>;
}

/** A row as its page shows it: as it was typed, and what is wrong. */
export interface SeenImportRow {
  readonly line: number;
  readonly typed: HolderListRow["typed"];
  readonly state: ImportRowState;
  readonly faults: readonly HolderFault[];
}

const listsShown = 10;
export const importRowsAPage = 25;

/** The lists an office brought lately. */
export function seeImports(ports: Ports, actor: Staff): Promise<readonly SeenList[]> {
  return ports.db.as(actor, async (tx) => {
    const lists = await listImports(tx, actor.agencyId, listsShown);
    return Promise.all(lists.map(async (list) => seenOf(list, await countImportRows(tx, list.id))));
  });
}

/** How far a list is. Refuses one of another office as not found. */
export async function seeImport(ports: Ports, actor: Staff, id: string): Promise<Result<SeenList, NoImport>> {
  if (!isUuid(id)) return refuse({ kind: "import_not_found" });
  return ports.db.as(actor, async (tx) => {
    const list = await findImport(tx, actor.agencyId, id);
    if (!list) return refuse({ kind: "import_not_found" });
    return ok(seenOf(list, await countImportRows(tx, id)));
  });
}

/** A page of the rows of a list after a line, those in one state or all. */
export async function seeImportRows(
  ports: Ports,
  actor: Staff,
  asked: { readonly id: string; readonly state: ImportRowState | null; readonly after: number },
): Promise<{ readonly rows: readonly SeenImportRow[]; readonly next: number | null }> {
  return ports.db.as(actor, async (tx) => {
    const list = await findImport(tx, actor.agencyId, asked.id);
    if (!list) return { rows: [], next: null };
    const found = await listImportRows(tx, list.id, { ...asked, limit: importRowsAPage + 1 });
    const rows = found.slice(0, importRowsAPage).map((row) => opened(ports, list, row));
    return { rows, next: found.length > importRowsAPage ? (rows.at(-1)?.line ?? null) : null };
  });
}

/** Every row of a list for a file, a batch at a time; that it was taken is written down. */
export async function* listImportFile(ports: Ports, actor: Staff, id: string): AsyncGenerator<SeenImportRow> {
  await ports.db.as(actor, (tx) =>
    record(ports, tx, { action: "holder_import.exported", actor, subjectId: id }),
  );
  for (let after = 0; ;) {
    const { rows, next } = await seeImportRows(ports, actor, { id, state: null, after });
    yield* rows;
    if (next === null) return;
    after = next;
  }
}

function seenOf(list: KeptImport, counts: SeenList["counts"]): SeenList {
  const { id, fileName, state, total, madeBy, madeAt, endedAt } = list;
  return { id, fileName, state, total, madeBy, madeAt, endedAt, counts };
}

function opened(
  ports: Ports,
  list: KeptImport,
  row: { readonly line: number; readonly sealed: Uint8Array } & Pick<SeenImportRow, "state" | "faults">,
): SeenImportRow {
  const { typed } = openHolderRow(ports, list.dataKey, list.id, row);
  return { line: row.line, typed, state: row.state, faults: row.faults };
}
