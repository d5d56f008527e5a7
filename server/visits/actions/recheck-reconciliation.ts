import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { findReconciliation, reopenReconciliation } from "../store.ts";

/**
 * Sends the rows of a list that are not settled back to be judged, after codes were issued or closed;
 * `judgeReconciliation` does the judging. Refuses a list of another agency, or none, as not found.
 */
export async function recheckReconciliation(
  ports: Ports,
  actor: Staff,
  id: string,
): Promise<Result<undefined, { readonly kind: "reconciliation_not_found" }>> {
  if (!isUuid(id)) return refuse({ kind: "reconciliation_not_found" });
  return ports.db.as(actor, async (tx) => {
    if (!(await findReconciliation(tx, actor.agencyId, id)))
      return refuse({ kind: "reconciliation_not_found" });
    await reopenReconciliation(tx, actor.agencyId, id);
    await record(ports, tx, { action: "reconciliation.rechecked", actor, subjectId: id });
    return ok();
  });
}
