import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { CodePublicKey } from "../code-key.ts";
import type { ServiceType } from "../service-type.ts";
import { findFacility, listOffers } from "../store.ts";

/** What the page that checks codes has to know to do it without a network. */
export interface CheckDesk {
  readonly hcode: string;
  readonly keys: readonly CodePublicKey[];
  /** Today's services, to say a token's by its name. */
  readonly services: readonly ServiceType[];
}

/** The desk of the staff's own facility. Refuses staff of an agency that is none. */
export async function seeCheckDesk(
  ports: Ports,
  actor: Staff,
): Promise<Result<CheckDesk, { readonly kind: "no_facility" }>> {
  return ports.db.as(actor, async (tx) => {
    const facility = await findFacility(tx, actor.agencyId);
    if (!facility) return refuse({ kind: "no_facility" });
    const services = await listOffers(tx, actor.agencyId, bangkokDay(ports.clock.now()));
    return ok({ hcode: facility.hcode, keys: ports.keys.codePublicKeys, services });
  });
}
