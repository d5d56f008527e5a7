import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { MoveCodeRefusal } from "../refusal.ts";
import { moveCode } from "../service-code.ts";
import { lockCodeHere, useCodeRow } from "../store.ts";

/**
 * The counter saw the code of somebody who came: issued → used. Used already changes nothing and is no refusal.
 * Refuses another facility's code as not found, and one that was cancelled, closed or has expired.
 */
export async function useCode(
  ports: Ports,
  actor: Staff,
  input: { readonly codeId: string },
): Promise<Result<{ readonly visitId: string }, MoveCodeRefusal>> {
  if (!isUuid(input.codeId)) return refuse({ kind: "code_not_found" });
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const code = await lockCodeHere(tx, actor.agencyId, input.codeId);
    if (!code) return refuse({ kind: "code_not_found" });
    const { visitId, personId } = code;
    if (code.status === "used") return ok({ visitId });
    const moved = moveCode(code, "used", "clerk", now);
    if (!moved.ok) return moved;
    await useCodeRow(tx, code, { staffId: actor.staffId, now });
    await record(ports, tx, { action: "service_code.used", actor, personId, subjectId: code.id });
    return ok({ visitId });
  });
}
