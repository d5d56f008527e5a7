import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { openListRow, type SealedListRow } from "../desk/list-row.ts";
import { mendingsOf, type Mending } from "../reconciliation.ts";
import type { ReconciledKind } from "../reconciled.ts";
import type { ServiceType } from "../service-type.ts";
import {
  countListKinds,
  findReconciliation,
  findServiceTypes,
  listListRows,
  listReconciliations,
  type KeptListRow,
  type KeptReconciliation,
} from "../store.ts";

/** A row of a list as the desk shows it. */
export interface SeenListRow extends Omit<KeptListRow, "sealed">, SealedListRow {
  readonly mendings: readonly Mending[];
}

export interface SeenReconciliation {
  readonly list: KeptReconciliation;
  readonly counts: ReadonlyMap<ReconciledKind, number>;
  readonly rows: readonly SeenListRow[];
  /** The lines beside which the other pages lie; null: there is none. */
  readonly previous: number | null;
  readonly next: number | null;
  readonly services: readonly ServiceType[];
}

export const listRowsAPage = 50;

/**
 * A list, how its rows stand, and a page of them in the order of the file. Shows what was uploaded, and codes; reads no
 * person. Refuses a list of another agency, or none, as not found.
 */
export async function seeReconciliation(
  ports: Ports,
  actor: Staff,
  input: { readonly id: string; readonly kind: ReconciledKind | null; readonly turn: Turn<number> | null },
): Promise<Result<SeenReconciliation, { readonly kind: "reconciliation_not_found" }>> {
  const { id, kind, turn } = input;
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const list = await findReconciliation(tx, actor.agencyId, id);
    if (!list) return refuse({ kind: "reconciliation_not_found" });
    const counts = await countListKinds(tx, actor.agencyId, id);
    const size = listRowsAPage;
    const found = await listListRows(tx, actor.agencyId, id, { kind, turn, limit: size + 1 });
    const { rows, ...beside } = turnedPage(found, { turn, size }, ({ line }) => line);
    const services = await findServiceTypes(tx, today);
    const shown = rows.map(({ sealed, ...row }): SeenListRow => {
      const opened = openListRow(ports, list.dataKey, id, { line: row.line, sealed });
      const isToday = opened.visit?.day === today;
      const mendings = row.kind === null ? [] : mendingsOf(row.kind, { isToday, codeStatus: row.codeStatus });
      return { ...row, ...opened, mendings };
    });
    return ok({ list, counts, rows: shown, ...beside, services });
  });
}

const listsShown = 20;

/** The agency's latest lists. */
export async function seeReconciliations(ports: Ports, actor: Staff): Promise<readonly KeptReconciliation[]> {
  return ports.db.as(actor, (tx) => listReconciliations(tx, actor.agencyId, listsShown));
}
