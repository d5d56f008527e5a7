import type { AppContext } from "../../http/env.ts";
import { seeMadeService } from "../../petitions/actions/see-services.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { staffOf } from "../gates.ts";

/** The service of the address, of the actor's own agency; null: there is none. */
export async function madeServiceOf(c: AppContext): Promise<MadeService | null> {
  const serviceId = c.req.param("serviceId") ?? "";
  const made = await seeMadeService(c.var.ports, staffOf(c), { serviceId });
  return made.ok ? made.value : null;
}
