import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { CheckedCode } from "../code-check.ts";
import { findScanned, type CheckRefusal } from "../desk/check-code.ts";
import { moveToUsed } from "../desk/use-code.ts";
import type { CodeMoveRefusal } from "../service-code.ts";

export interface MarkedCode {
  readonly checked: CheckedCode;
  /** Somebody else had used it before: two people may have come with one code. */
  readonly byOther: boolean;
}

/**
 * Marks the code that was scanned or typed as used, once: the same mark sent again (its answer was lost on the way)
 * changes nothing. Refuses as `checkCode` does, and a code that was cancelled, closed or has expired.
 */
export async function markCode(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string },
): Promise<Result<MarkedCode, CheckRefusal | CodeMoveRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await findScanned(ports, tx, actor, input.text);
    if (!found.ok) return found;
    const used = await moveToUsed(ports, tx, actor, found.value.id);
    if (!used.ok) return used;
    const again = await findScanned(ports, tx, actor, input.text);
    if (!again.ok) return again;
    const { usedBy, ...checked } = again.value;
    return ok({ checked, byOther: !used.value.moved && usedBy !== actor.staffId });
  });
}
