import type { Citizen } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { findServiceTypes } from "../../visits/store.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import { companionLimit } from "../companion.ts";
import { viewDelegation, type DelegationView } from "../delegation-view.ts";
import { listByAsker, listForPerson } from "../store/delegation.ts";

export interface Companions {
  /** People the citizen asks for, or asked to. */
  readonly mine: readonly DelegationView[];
  /** People who ask for the citizen, or asked to. */
  readonly others: readonly DelegationView[];
  /** True when nobody more can be added. */
  readonly isFull: boolean;
  /** For the names of services that a delegation is limited to. */
  readonly serviceTypes: readonly ServiceType[];
}

/** The people a citizen acts for and those who act for them, latest first; what has ended is not shown. */
export async function seeCompanions(ports: Ports, actor: Citizen): Promise<Companions> {
  const day = bangkokDay(ports.clock.now());
  const [mine, others, serviceTypes] = await ports.db.as(actor, (tx) =>
    Promise.all([
      listByAsker(ports, tx, actor.personId),
      listForPerson(ports, tx, actor.personId),
      findServiceTypes(tx, day),
    ]),
  );
  const seen = (each: (typeof mine)[number]) => viewDelegation(each, actor.personId, day) ?? [];
  const views = mine.flatMap(seen);
  return {
    mine: views,
    others: others.flatMap(seen),
    isFull: views.filter((view) => view.state !== "expired").length >= companionLimit,
    serviceTypes,
  };
}
