import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import type { Ports } from "../../ports.ts";
import { handOn } from "../desk/hand-on.ts";
import { listLocalGovernments } from "../store/figures.ts";
import { listReopenedAlone } from "../store/reopened.ts";

/** Petitions of one agency in one round; the rest comes up in the next. */
const atOnce = 50;

/**
 * Hands on what citizens reopened and nobody has yet: to another officer, or to the superior's attention (N10). A
 * transaction each, and each once a reopening, whoever sweeps beside. Answers how many were handed on.
 */
export async function handOnReopened(ports: Ports, actor: SystemActor): Promise<number> {
  let handed = 0;
  for (const agencyId of await ports.db.as(actor, listLocalGovernments)) {
    const alone = await ports.db.as(actor, (tx) =>
      listReopenedAlone(tx, { agencyId, petitionId: null, limit: atOnce }),
    );
    const done = await eachAlone(
      ports.log,
      "petition.not_handed_on",
      alone,
      ({ id: petitionId }) => ({ agencyId, petitionId }),
      (petition) => ports.db.as(actor, (tx) => handOn(ports, tx, actor, petition)),
    );
    handed += done.filter(Boolean).length;
  }
  return handed;
}
