import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { MoveCodeRefusal } from "../refusal.ts";
import { moveCode } from "../service-code.ts";
import { lockCodeHere, useCodeRow } from "../store.ts";

/**
 * Moves a code of the own facility from issued to used, and records it. Used already changes nothing and is no refusal:
 * `moved` says which of both it was.
 */
export async function moveToUsed(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  codeId: string,
): Promise<Result<{ readonly visitId: string; readonly moved: boolean }, MoveCodeRefusal>> {
  const now = ports.clock.now();
  const code = await lockCodeHere(tx, actor.agencyId, codeId);
  if (!code) return refuse({ kind: "code_not_found" });
  const { visitId, personId } = code;
  if (code.status === "used") return ok({ visitId, moved: false });
  const moved = moveCode(code, "used", "clerk", now);
  if (!moved.ok) return moved;
  await useCodeRow(tx, code, { staffId: actor.staffId, now });
  await record(ports, tx, { action: "service_code.used", actor, personId, subjectId: code.id });
  return ok({ visitId, moved: true });
}
