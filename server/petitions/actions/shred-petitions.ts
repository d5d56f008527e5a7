import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { shredPetition } from "../desk/shred-petition.ts";
import { listLocalGovernments } from "../store/figures.ts";
import { findLocalSetting } from "../store/local-government.ts";
import { listOverdueForShredding } from "../store/shred.ts";

/** Petitions of one agency in one round; the rest comes up in the next. */
const atOnce = 50;

/**
 * Destroys the content of completed petitions whose time (local_setting.keepDays) is over, but for those with a licence
 * still in force. A transaction each, so that nothing waits long and one that fails leaves the others alone. Answers how
 * many were destroyed.
 */
export async function shredPetitions(ports: Ports, actor: SystemActor): Promise<number> {
  const today = bangkokDay(ports.clock.now());
  let shredded = 0;
  for (const agencyId of await ports.db.as(actor, listLocalGovernments)) {
    const over = await ports.db.as(actor, async (tx) => {
      const setting = await findLocalSetting(tx, agencyId);
      if (setting === null) return [];
      return listOverdueForShredding(tx, { agencyId, keepDays: setting.keepDays, today, limit: atOnce });
    });
    const done = await eachAlone(
      ports.log,
      "petition.not_shredded",
      over,
      ({ id: petitionId }) => ({ agencyId, petitionId }),
      (petition) => ports.db.as(actor, (tx) => shredPetition(ports, tx, actor, petition, "time_over")),
    );
    shredded += done.filter(Boolean).length;
  }
  return shredded;
}
