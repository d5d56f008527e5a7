import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { moveToUsed } from "../desk/use-code.ts";
import type { MoveCodeRefusal } from "../refusal.ts";

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
  const used = await ports.db.as(actor, (tx) => moveToUsed(ports, tx, actor, input.codeId));
  return used.ok ? ok({ visitId: used.value.visitId }) : used;
}
