import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { WorkbookRefusal } from "../../kernel/workbook.ts";
import type { Ports, Tx } from "../../ports.ts";
import { sealListRow } from "../desk/list-row.ts";
import { dayKey, listedDays } from "../reconciliation.ts";
import {
  findReconciliationOfRequest,
  findServiceTypes,
  insertBulkLook,
  insertListRows,
  insertReconciliation,
  type NewListRow,
} from "../store.ts";
import {
  longestList,
  readVisitList,
  type ListedVisit,
  type ListRow,
  type VisitListRefusal,
} from "../visit-list.ts";

export type UploadRefusal =
  WorkbookRefusal | VisitListRefusal | { readonly kind: "list_long"; readonly rows: number };

export interface UploadInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Shown to each person with a visit in the days of the list (N8). */
  readonly purpose: string;
  readonly requestKey: string;
}

const rowsAroundList = 20;
const columnsAtMost = 100;
const longestFileName = 120;

/**
 * Takes an uploaded list of visits (N3): reads it, keeps its rows sealed, and leaves them to `judgeReconciliation`. Rows
 * that cannot be read are kept too, with all that is wrong with each. Refuses files that are no table or hide something,
 * a table without the columns, and more than 20,000 visits. Sent again it answers the same list.
 */
export async function startReconciliation(
  ports: Ports,
  actor: Staff,
  input: UploadInput,
): Promise<Result<{ readonly reconciliationId: string }, UploadRefusal>> {
  const limits = { rows: longestList + rowsAroundList, columns: columnsAtMost };
  const table = await ports.workbook.read(input.bytes, limits);
  if (!table.ok) return table;
  const now = ports.clock.now();
  const today = bangkokDay(now);
  const services = await ports.db.as(actor, (tx) => findServiceTypes(tx, today));
  const list = readVisitList(table.value, services, today);
  if (!list.ok) return list;
  if (list.value.length > longestList) return refuse({ kind: "list_long", rows: longestList });
  return ok(await ports.db.as(actor, (tx) => keep(ports, tx, actor, input, list.value)));
}

async function keep(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { fileName, purpose, requestKey }: UploadInput,
  list: readonly ListRow[],
): Promise<{ readonly reconciliationId: string }> {
  const id = ports.random.uuid();
  const now = ports.clock.now();
  const dataKey = ports.vault.newDataKey();
  const made = {
    id,
    staff: actor,
    fileName: fileName.slice(0, longestFileName),
    dataKey,
    done: list.filter(({ read }) => !read.ok).length,
    total: list.length,
    now,
    requestKey,
  };
  if (!(await insertReconciliation(tx, made))) {
    const before = await findReconciliationOfRequest(tx, actor.agencyId, requestKey);
    if (!before) throw new Error("a list that was sent before is not there");
    return { reconciliationId: before.id };
  }
  const visits = list.flatMap(({ read }) => (read.ok ? [read.value] : []));
  await insertListRows(tx, actor.agencyId, id, sealed(ports, id, dataKey, list, visits));
  await look(ports, tx, actor, id, purpose, visits);
  await record(ports, tx, {
    action: "reconciliation.started",
    actor,
    subjectId: id,
    refs: { rows: list.length, unreadable: list.length - visits.length },
  });
  return { reconciliationId: id };
}

function sealed(
  ports: Ports,
  id: string,
  dataKey: Uint8Array,
  list: readonly ListRow[],
  visits: readonly ListedVisit[],
): NewListRow[] {
  const days = listedDays(visits);
  return list.map(({ line, typed, read }) => {
    const visit = read.ok ? read.value : null;
    const firstLine = visit ? [...(days.get(dayKey(visit))?.firstLine ?? [])] : [];
    return {
      line,
      sealed: sealListRow(ports, dataKey, id, line, { typed, visit, firstLine }),
      kind: read.ok ? null : "bad_row",
      problems: read.ok ? null : read.refusal.problems,
    };
  });
}

/** The look at everybody on the days of the list; a list of unreadable rows looks at nobody. */
async function look(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  id: string,
  purpose: string,
  visits: readonly ListedVisit[],
): Promise<void> {
  const days = visits.map(({ day }) => day).sort();
  const [from, until] = [days[0], days.at(-1)];
  if (from === undefined || until === undefined) return;
  const filter = { from, until, service: null };
  const now = ports.clock.now();
  await insertBulkLook(tx, { id, staff, now, what: "reconciliation", purpose, filter, rows: visits.length });
}
