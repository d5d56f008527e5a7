import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { ReconciledKind } from "../reconciled.ts";
import { findListRow } from "../store.ts";

/** How one row of a list stands and the code it was judged by. Refuses a row of another agency, or none. */
export async function seeListRow(
  ports: Ports,
  actor: Staff,
  input: { readonly id: string; readonly line: number },
): Promise<
  Result<
    { readonly kind: ReconciledKind | null; readonly codeId: string | null },
    { readonly kind: "reconciliation_not_found" }
  >
> {
  const { id, line } = input;
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  const row = await ports.db.as(actor, (tx) => findListRow(tx, actor.agencyId, id, line));
  return row ? ok({ kind: row.kind, codeId: row.codeId }) : refuse({ kind: "reconciliation_not_found" });
}
