import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import { findServiceTypes } from "../../visits/store.ts";

/** The services somebody may be asked to be represented for today. */
export function seeOffers(ports: Ports, actor: Citizen): Promise<readonly ServiceType[]> {
  return ports.db.as(actor, (tx) => findServiceTypes(tx, bangkokDay(ports.clock.now())));
}
