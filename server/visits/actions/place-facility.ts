import { isRegion } from "../../agencies/region.ts";
import { findOffice } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { parseHcode } from "../facility.ts";
import { findFacilityByHcode, putInRegion } from "../store/facility.ts";

export type PlaceRefusal =
  | { readonly kind: "hcode_shape" }
  | { readonly kind: "no_facility" }
  /** The region's office was not added yet. */
  | { readonly kind: "no_office" };

/**
 * Puts a facility into a region, whose office grants its people access from now on (F1.2). Its requests and
 * accounts come along. Refuses an hcode of no facility and a region without an office.
 */
export async function placeFacility(
  ports: Ports,
  actor: SystemActor,
  input: { readonly hcode: string; readonly region: number },
): Promise<Result<{ readonly agencyId: string }, PlaceRefusal>> {
  const hcode = parseHcode(input.hcode);
  if (!hcode.ok) return hcode;
  const { region } = input;
  return ports.db.as(actor, async (tx) => {
    const found = await findFacilityByHcode(tx, hcode.value);
    if (!found) return refuse({ kind: "no_facility" });
    const office = isRegion(region) ? await findOffice(tx, region) : null;
    if (!office) return refuse({ kind: "no_office" });
    const { agencyId } = found;
    const moved = await putInRegion(tx, { agencyId, region, registrarId: office.id });
    if (moved) await record(ports, tx, { action: "facility.placed", actor, agencyId, refs: { region } });
    return ok({ agencyId });
  });
}
