import { record } from "../../audit/store.ts";
import { listLineLinks } from "../../identity/store/line-links.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import type { MoveCodeRefusal } from "../refusal.ts";
import { moveCode } from "../service-code.ts";
import { cancelCodeHereRow, lockCodeHere } from "../store.ts";

const longestReason = 300;

/**
 * A facility's admin cancels the code of a confirmed visit, with a reason (column X of the report), until it is closed
 * (F4.2). The visit stays confirmed; the citizen is told in LINE. Refuses an empty reason, another facility's code as
 * not found, and one that was closed, cancelled or has expired.
 */
export async function cancelCodeHere(
  ports: Ports,
  actor: Staff,
  input: { readonly codeId: string; readonly reason: string },
): Promise<
  Result<{ readonly visitId: string }, MoveCodeRefusal | { readonly kind: "cancel_reason_missing" }>
> {
  const reason = input.reason.trim().slice(0, longestReason);
  if (reason === "") return refuse({ kind: "cancel_reason_missing" });
  if (!isUuid(input.codeId)) return refuse({ kind: "code_not_found" });
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const code = await lockCodeHere(tx, actor.agencyId, input.codeId);
    if (!code) return refuse({ kind: "code_not_found" });
    const moved = moveCode(code, "cancelled", "facility_admin", now);
    if (!moved.ok) return moved;
    await cancelCodeHereRow(tx, code, { staffId: actor.staffId, now, reason });
    const { personId, visitId, id: codeId } = code;
    await record(ports, tx, {
      action: "service_code.cancelled",
      actor,
      personId,
      subjectId: codeId,
      refs: { by: "facility_admin" },
    });
    for (const to of await listLineLinks(tx, personId)) {
      const refs = { personId, codeId };
      await queue(ports, tx, { kind: "code_cancelled", medium: "line", to, personId, refs });
    }
    return ok({ visitId });
  });
}
