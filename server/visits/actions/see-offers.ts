import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ServiceType } from "../service-type.ts";
import { listOffers } from "../store.ts";

/** The services the staff's own facility offers on a day, main ones first. */
export async function seeOffers(
  ports: Ports,
  actor: Staff,
  input: { readonly day: BangkokDay },
): Promise<readonly ServiceType[]> {
  return ports.db.as(actor, (tx) => listOffers(tx, actor.agencyId, input.day));
}
