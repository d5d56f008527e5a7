import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { listUntoldWords, markWordTold, settleWord, type WaitingWord } from "../store/citizen-word.ts";
import { findPetition } from "../store/petition.ts";
import { listUnitMembers } from "../store/unit.ts";
import { warnedStaff } from "../warned-staff.ts";

/** Words of one round; the rest comes up in the next. */
const atOnce = 200;

/**
 * Tells officers by mail what citizens wrote, corrected or withdrew: whoever has the petition, else everybody of its unit,
 * else the superior. A transaction each, and each once, whoever sweeps beside. Answers how many were told of.
 */
export async function tellWords(ports: Ports, actor: SystemActor): Promise<number> {
  const words = await ports.db.as(actor, (tx) => listUntoldWords(tx, atOnce));
  const told = await eachAlone(
    ports.log,
    "petition.word_not_told",
    words,
    ({ agencyId, petitionId }) => ({ agencyId, petitionId }),
    (word) => ports.db.as(actor, (tx) => tell(ports, tx, word)),
  );
  return told.filter(Boolean).length;
}

async function tell(ports: Ports, tx: Tx, { agencyId, petitionId, what }: WaitingWord): Promise<boolean> {
  const petition = await findPetition(tx, agencyId, petitionId);
  if (petition === null || !(await markWordTold(tx, petition, ports.clock.now()))) return false;
  const members = await listUnitMembers(tx, agencyId);
  const officers = warnedStaff(members, petition, ["officer"]);
  for (const staffId of officers.length > 0 ? officers : warnedStaff(members, petition, ["superior"])) {
    const refs = { staffId, agencyId, petitionId, what };
    await queue(ports, tx, { kind: "staff_petition_answered", medium: "mail", refs });
  }
  // Nothing can be answered about what was withdrawn.
  if (what === "withdrawn") await settleWord(tx, petition);
  return true;
}
