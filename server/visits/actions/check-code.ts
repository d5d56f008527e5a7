import type { Staff } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import type { CheckedCode } from "../code-check.ts";
import { findScanned, type CheckRefusal } from "../desk/check-code.ts";

/**
 * What a code that was scanned or typed is worth at the staff's own facility: its token is verified first, then its state
 * is looked up. Shows nobody's data and changes nothing.
 */
export async function checkCode(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string },
): Promise<Result<CheckedCode, CheckRefusal>> {
  return ports.db.as(actor, (tx) => findScanned(ports, tx, actor, input.text));
}
