import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { readCode, type ReadCodeRefusal } from "../code-check.ts";
import { verifierOf } from "../code-key.ts";
import { visibleStatus } from "../service-code.ts";
import { findCheckedCode, findFacility, type FoundCode } from "../store.ts";

export type CheckRefusal = ReadCodeRefusal | { readonly kind: "code_not_found" };

/**
 * Reads what was scanned or typed and finds the code it names, as it stands now. Refuses what is not ours, not of today,
 * or another facility's: by its token it is called so, by its number it is not found.
 */
export async function findScanned(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  text: string,
): Promise<Result<FoundCode, CheckRefusal>> {
  const facility = await findFacility(tx, actor.agencyId);
  if (!facility) return refuse({ kind: "code_not_found" });
  const now = ports.clock.now();
  const read = await readCode(verifierOf(ports.keys.codePublicKeys), text, { hcode: facility.hcode, now });
  if (!read.ok) return read;
  const found = await findCheckedCode(tx, actor.agencyId, read.value.code);
  if (!found) return refuse({ kind: "code_not_found" });
  return ok({ ...found, status: visibleStatus(found, now) });
}
