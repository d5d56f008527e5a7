import type { Staff } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { issueForVisit, type Confirmed, type ConfirmRefusal } from "../desk/confirm.ts";
import { finishHandOver } from "../desk/hand-over.ts";
import { findPictureOfVisit, lockVisit } from "../store.ts";

export type ConfirmVisitRefusal =
  | ConfirmRefusal
  | { readonly kind: "visit_not_found" }
  /** It is proven by a picture, and there is none. */
  | { readonly kind: "picture_missing" };

/**
 * Confirms a draft ("บันทึกและยืนยันส่ง"): one code for each service, and from then on nothing of the visit changes;
 * where it came from a number that was read out, that is over and its LINE user told. Refuses a visit of another
 * facility as not found, a draft by number and picture that has none, and what desk/confirm.ts refuses.
 */
export async function confirmVisit(
  ports: Ports,
  actor: Staff,
  input: { readonly visitId: string; readonly version: number },
): Promise<Result<Confirmed, ConfirmVisitRefusal>> {
  if (!isUuid(input.visitId)) return refuse({ kind: "visit_not_found" });
  return ports.db.as(actor, async (tx) => {
    const visit = await lockVisit(tx, actor.agencyId, input.visitId);
    if (!visit) return refuse({ kind: "visit_not_found" });
    const needsPicture = visit.way === "picture" && visit.status === "draft";
    if (needsPicture && !(await findPictureOfVisit(tx, visit))) return refuse({ kind: "picture_missing" });
    const confirmed = await issueForVisit(ports, tx, actor, visit, { version: input.version });
    if (confirmed.ok) await finishHandOver(ports, tx, actor, visit, confirmed.value);
    return confirmed;
  });
}
