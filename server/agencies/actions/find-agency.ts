import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { isRegion } from "../region.ts";
import { findFacilityAgency, findOffice } from "../store/office.ts";

/** An agency as an administrator names it: a facility by its hcode, an office by its region (null: the centre). */
export type AgencyNamed = { readonly hcode: string } | { readonly region: number | null };

/** The id of an agency; refuses what is none. */
export async function findAgency(
  ports: Ports,
  actor: SystemActor,
  named: AgencyNamed,
): Promise<Result<{ readonly agencyId: string }, { readonly kind: "no_agency" }>> {
  const agencyId = await ports.db.as(actor, async (tx) => {
    if ("hcode" in named) return findFacilityAgency(tx, named.hcode);
    if (named.region !== null && !isRegion(named.region)) return null;
    return (await findOffice(tx, named.region))?.id ?? null;
  });
  return agencyId === null ? refuse({ kind: "no_agency" }) : ok({ agencyId });
}
