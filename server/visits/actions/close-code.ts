import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { MoveCodeRefusal } from "../refusal.ts";
import { moveCode, type ClosingCode } from "../service-code.ts";
import { closeCodeRow, lockCodeHere, useCodeRow } from "../store.ts";

/**
 * Closes a code when the service was given ("ปิดสิทธิ") and answers its closing code, EP and ten digits. A code that
 * was not marked used yet is marked on the way. Closed already answers the closing code there is. Refuses another
 * facility's code as not found, and one that was cancelled or has expired.
 */
export async function closeCode(
  ports: Ports,
  actor: Staff,
  input: { readonly codeId: string },
): Promise<Result<{ readonly visitId: string; readonly closingCode: ClosingCode }, MoveCodeRefusal>> {
  if (!isUuid(input.codeId)) return refuse({ kind: "code_not_found" });
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const by = { staffId: actor.staffId, now };
    const code = await lockCodeHere(tx, actor.agencyId, input.codeId);
    if (!code) return refuse({ kind: "code_not_found" });
    const { visitId, personId } = code;
    if (code.closingCode !== null) return ok({ visitId, closingCode: code.closingCode });
    const seen = code.status === "issued" ? moveCode(code, "used", "clerk", now) : null;
    if (seen && !seen.ok) return seen;
    if (seen) await useCodeRow(tx, code, by);
    const moved = moveCode(seen ? { ...code, status: "used" } : code, "closed", "clerk", now);
    if (!moved.ok) return moved;
    const closingCode = await closeCodeRow(tx, code, { ...by, closingKey: ports.keys.closingCode });
    await record(ports, tx, { action: "service_code.closed", actor, personId, subjectId: code.id });
    return ok({ visitId, closingCode });
  });
}
