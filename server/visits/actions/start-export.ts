import { record } from "../../audit/store.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { ClaimFilter } from "../claim-filter.ts";
import type { ExportKind } from "../export-run.ts";
import { countClaimLines, findExportOfRequest, insertBulkLook, insertExport } from "../store.ts";

export interface ExportInput {
  readonly filter: ClaimFilter;
  readonly kind: ExportKind;
  /** Shown to each person whose visit is in it (N8). */
  readonly purpose: string;
  readonly requestKey: string;
}

/**
 * Notes an export before it is made: what is asked for, how many lines, and the look at everybody in it, or at the one
 * person it is about. The file itself comes from `writeExport`. Sent again it answers the same export.
 */
export async function startExport(
  ports: Ports,
  actor: Staff,
  input: ExportInput,
): Promise<{ readonly exportId: string }> {
  const { filter, kind, purpose, requestKey } = input;
  const id = ports.random.uuid();
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const total = await countClaimLines(tx, actor.agencyId, filter);
    if (!(await insertExport(tx, { id, staff: actor, kind, filter, total, now, requestKey }))) {
      const made = await findExportOfRequest(tx, actor.agencyId, requestKey);
      if (!made) throw new Error("an export that was made before is not there");
      return { exportId: made.id };
    }
    if (filter.personId === null) {
      await insertBulkLook(tx, { id, staff: actor, now, what: "export", purpose, filter, rows: total });
    } else {
      await listLookedAt(ports, tx, actor, {
        what: "export",
        purpose,
        subjectId: id,
        personIds: [filter.personId],
      });
    }
    const { from, until, service, status } = filter;
    await record(ports, tx, {
      action: "claims.export_started",
      actor,
      subjectId: id,
      ...(filter.personId === null ? {} : { personId: filter.personId }),
      refs: { kind, from, until, service, status, rows: total },
    });
    return { exportId: id };
  });
}
