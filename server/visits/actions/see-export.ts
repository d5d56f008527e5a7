import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { parseKeptFilter, type ClaimFilter } from "../claim-filter.ts";
import { visibleExportState } from "../export-run.ts";
import { findExport, type KeptExport } from "../store.ts";

/** An export and how far it is. */
export interface SeenExport extends Omit<KeptExport, "filter"> {
  readonly filter: ClaimFilter;
}

/** One export of the staff's own agency; refuses any other as not found. */
export async function seeExport(
  ports: Ports,
  actor: Staff,
  exportId: string,
): Promise<Result<SeenExport, { readonly kind: "export_not_found" }>> {
  if (!isUuid(exportId)) return refuse({ kind: "export_not_found" });
  const run = await ports.db.as(actor, (tx) => findExport(tx, actor.agencyId, exportId));
  const filter = run && parseKeptFilter(run.filter);
  if (!run || !filter) return refuse({ kind: "export_not_found" });
  return ok({ ...run, filter, state: visibleExportState(run, ports.clock.now()) });
}
