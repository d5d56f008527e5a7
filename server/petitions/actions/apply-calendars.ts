import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { listDueMoves, type DueMove } from "../desk/due-moves.ts";
import { listChangedAgencies, markApplied } from "../store/calendar-change.ts";
import { findCalendar } from "../store/calendar.ts";
import { changePetition, lockPetition } from "../store/petition.ts";

/** A step that began before a change was kept may end after it: for so long a change is applied again. */
const overlapMs = 60_000;

/**
 * Counts the days of running petitions anew where an agency changed its calendar, each petition in a transaction of its
 * own with its change in the audit. What somebody moves meanwhile is counted by that step already. Run again it does
 * what is left, and what failed. Answers how many days moved.
 */
export async function applyCalendars(ports: Ports, actor: SystemActor): Promise<{ readonly moved: number }> {
  let moved = 0;
  for (const agencyId of await ports.db.as(actor, listChangedAgencies)) {
    const begun = ports.clock.now();
    const moves = await ports.db.as(actor, async (tx) =>
      listDueMoves(tx, agencyId, await findCalendar(tx, agencyId, bangkokDay(begun))),
    );
    const done = await eachAlone(
      ports.log,
      "petition.due_not_moved",
      moves,
      ({ petition: { id: petitionId } }) => ({ agencyId, petitionId }),
      (move) => applyMove(ports, actor, move),
    );
    moved += done.filter(Boolean).length;
    if (done.length < moves.length) continue;
    await ports.db.as(actor, (tx) => markApplied(tx, agencyId, new Date(begun.getTime() - overlapMs), begun));
  }
  return { moved };
}

async function applyMove(
  ports: Ports,
  actor: SystemActor,
  { petition, from, to }: DueMove,
): Promise<boolean> {
  const { agencyId, id: subjectId, personId } = petition;
  return ports.db.as(actor, async (tx) => {
    const held = await lockPetition(tx, agencyId, subjectId);
    if (held === null || held.version !== petition.version) return false;
    await changePetition(tx, held, { dueDay: to });
    const refs = { from, to };
    await record(ports, tx, { action: "petition.due_moved", actor, agencyId, personId, subjectId, refs });
    return true;
  });
}
