import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { askStop, findExport } from "../store.ts";

/**
 * Asks an export to stop; it does before its next lines. One that is over stays as it is. Refuses an export of another
 * agency, or none, as not found.
 */
export async function stopExport(
  ports: Ports,
  actor: Staff,
  exportId: string,
): Promise<Result<undefined, { readonly kind: "export_not_found" }>> {
  if (!isUuid(exportId)) return refuse({ kind: "export_not_found" });
  return ports.db.as(actor, async (tx) => {
    const run = await findExport(tx, actor.agencyId, exportId);
    if (!run) return refuse({ kind: "export_not_found" });
    if (await askStop(tx, actor.agencyId, exportId, ports.clock.now())) {
      await record(ports, tx, { action: "claims.export_stopped", actor, subjectId: exportId });
    }
    return ok();
  });
}
