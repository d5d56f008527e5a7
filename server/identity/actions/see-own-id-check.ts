import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { readOwnIdCheck } from "../desk/own-id-check.ts";
import type { OwnIdCheck } from "../own-id-check.ts";

/** How far the citizen is with the check of their ID at the agency of that slug. Refuses a slug of no local government. */
export async function seeOwnIdCheck(
  ports: Ports,
  actor: Citizen,
  slug: string,
): Promise<Result<OwnIdCheck, { readonly kind: "agency_unknown" }>> {
  const own = await ports.db.as(actor, (tx) => readOwnIdCheck(ports, tx, actor, slug));
  return own ? ok(own) : refuse({ kind: "agency_unknown" });
}
