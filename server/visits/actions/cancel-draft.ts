import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { changeDraft, lockVisit, untiePicture, type KeptVisit } from "../store.ts";

export type CancelDraftRefusal =
  | { readonly kind: "visit_not_found" }
  | { readonly kind: "visit_not_draft"; readonly status: KeptVisit["status"] }
  | { readonly kind: "draft_changed"; readonly version: number };

/**
 * Cancels a draft ("ยกเลิก/ลบ"): it stays, with who and when, and may never be confirmed; its picture goes. Refuses
 * another facility's as not found, what is no draft, and a draft that somebody changed since it was seen.
 */
export async function cancelDraft(
  ports: Ports,
  actor: Staff,
  input: { readonly visitId: string; readonly version: number },
): Promise<Result<undefined, CancelDraftRefusal>> {
  if (!isUuid(input.visitId)) return refuse({ kind: "visit_not_found" });
  return ports.db.as(actor, async (tx) => {
    const visit = await lockVisit(tx, actor.agencyId, input.visitId);
    if (!visit) return refuse({ kind: "visit_not_found" });
    if (visit.status !== "draft") return refuse({ kind: "visit_not_draft", status: visit.status });
    if (visit.version !== input.version) return refuse({ kind: "draft_changed", version: visit.version });
    await changeDraft(tx, visit, { staffId: actor.staffId, now: ports.clock.now() }, { cancelled: true });
    await untiePicture(tx, visit);
    await record(ports, tx, {
      action: "visit.cancelled",
      actor,
      personId: visit.personId,
      subjectId: visit.id,
    });
    return ok();
  });
}
