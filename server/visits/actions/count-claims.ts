import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import type { ClaimFilter } from "../claim-filter.ts";
import { countClaimLines } from "../store.ts";

/** How many lines an export would have: asked before it is confirmed, and nobody is looked at. */
export async function countClaims(ports: Ports, actor: Staff, filter: ClaimFilter): Promise<number> {
  return ports.db.as(actor, (tx) => countClaimLines(tx, actor.agencyId, filter));
}
