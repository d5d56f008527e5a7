import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { addDays, bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AgencyCalendar } from "../agency-calendar.ts";
import type { ClockNoticeKind } from "../clock-mark.ts";
import { watchStep, type Warned, type WatchDone, type WatchStep } from "../deadline-watch.ts";
import { definitionsOf } from "../desk/due-moves.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { findCalendar } from "../store/calendar.ts";
import {
  insertMark,
  listMarks,
  listWatched,
  listWatchedAgencies,
  type KeptMark,
} from "../store/clock-mark.ts";
import { lockPetition, type KeptPetition } from "../store/petition.ts";
import { listUnitMembers } from "../store/unit.ts";
import { warnedStaff, type AgencyMember } from "../warned-staff.ts";

/** No threshold lies further ahead; longer ones would be told so late, but told. */
const horizonDays = 90;
const atOnce = 500;
const both: readonly Warned[] = ["officer", "superior"];

/**
 * The clock of every running petition (E6): warns its officer and the superior at each threshold of its service, and
 * drafts a letter when it is late and every so many days after. Each is marked in the transaction that tells of it, so
 * that two sweeps at once, a restart and a sweep after days that were missed do nothing twice. Answers what was done.
 */
export async function watchPetitions(
  ports: Ports,
  actor: SystemActor,
): Promise<{ readonly warned: number; readonly drafted: number }> {
  const today = bangkokDay(ports.clock.now());
  const horizon = addDays(today, horizonDays);
  const done = { warned: 0, drafted: 0 };
  for (const agencyId of await ports.db.as(actor, (tx) => listWatchedAgencies(tx, horizon))) {
    for (let after: string | null = null; ;) {
      const page: readonly Due[] = await ports.db.as(actor, (tx) =>
        readDue(tx, agencyId, { today, horizon, after }),
      );
      const taken = await eachAlone(
        ports.log,
        "petition.not_watched",
        page.filter(({ step }) => step.warn !== null || step.delayLetter !== null),
        ({ petition: { id: petitionId } }) => ({ agencyId, petitionId }),
        (due) => take(ports, actor, due),
      );
      for (const { warned, drafted } of taken) {
        done.warned += warned;
        done.drafted += drafted;
      }
      after = page.at(-1)?.petition.id ?? null;
      if (page.length < atOnce) break;
    }
  }
  return done;
}

/** A petition and what its clock has to do today. */
interface Due {
  readonly petition: KeptPetition;
  readonly step: WatchStep;
}

async function readDue(
  tx: Tx,
  agencyId: string,
  at: { readonly today: BangkokDay; readonly horizon: BangkokDay; readonly after: string | null },
): Promise<readonly Due[]> {
  const { today, horizon: day, after } = at;
  const petitions = await listWatched(tx, { agencyId, day, after, limit: atOnce });
  const calendar = await findCalendar(tx, agencyId, today);
  const definitions = definitionsOf(tx, agencyId);
  const marks = Map.groupBy(
    await listMarks(
      tx,
      agencyId,
      petitions.map(({ id }) => id),
    ),
    ({ petitionId }) => petitionId,
  );
  const due: Due[] = [];
  for (const petition of petitions) {
    const definition = await definitions(petition);
    due.push({ petition, step: stepOf(calendar, definition, petition, marks.get(petition.id) ?? [], today) });
  }
  return due;
}

function stepOf(
  calendar: AgencyCalendar,
  { watch }: ServiceDefinition,
  { dueDay }: KeptPetition,
  marks: readonly KeptMark[],
  today: BangkokDay,
): WatchStep {
  if (dueDay === null) return { warn: null, delayLetter: null };
  return watchStep(calendar, watch, dueDay, doneFor(marks, dueDay), today);
}

/** What was done while it was due on that day: another day, after a pause or a holiday, begins anew. */
function doneFor(marks: readonly KeptMark[], dueDay: BangkokDay): WatchDone {
  const numbers = (kind: KeptMark["kind"]) =>
    marks.filter((mark) => mark.kind === kind && mark.dueDay === dueDay).map(({ number }) => number);
  const warnings = numbers("warning");
  return {
    lastThreshold: warnings.length === 0 ? null : Math.min(...warnings),
    delayLetters: Math.max(0, ...numbers("delay_letter")),
  };
}

/** Marks and tells what is due, if the petition is still as it was read. */
async function take(
  ports: Ports,
  actor: SystemActor,
  { petition, step }: Due,
): Promise<{ readonly warned: number; readonly drafted: number }> {
  const { agencyId, id: petitionId } = petition;
  return ports.db.as(actor, async (tx) => {
    const held = await lockPetition(tx, agencyId, petitionId);
    const { dueDay } = petition;
    if (held?.dueDay !== dueDay || dueDay === null || held.status === "completed")
      return { warned: 0, drafted: 0 };
    const members = await listUnitMembers(tx, agencyId);
    const tell = async (
      kind: KeptMark["kind"],
      number: number,
      notice: ClockNoticeKind,
      to: readonly Warned[],
    ) => {
      const mark = { agencyId, petitionId, kind, dueDay, number, markedAt: ports.clock.now() };
      if (!(await insertMark(tx, mark))) return 0;
      await tellStaff(ports, tx, notice, members, held, to);
      return 1;
    };
    const { warn, delayLetter } = step;
    const isLate = warn !== null && warn.workingDaysLeft < 0;
    const notice = isLate ? "staff_petition_late" : "staff_petition_due";
    return {
      warned: warn === null ? 0 : await tell("warning", warn.workingDaysLeft, notice, warn.to),
      drafted: delayLetter === null ? 0 : await tell("delay_letter", delayLetter, "staff_delay_letter", both),
    };
  });
}

async function tellStaff(
  ports: Ports,
  tx: Tx,
  kind: ClockNoticeKind,
  members: readonly AgencyMember[],
  petition: KeptPetition,
  to: readonly Warned[],
): Promise<void> {
  const { agencyId, id: petitionId } = petition;
  for (const staffId of warnedStaff(members, petition, to)) {
    await queue(ports, tx, { kind, medium: "mail", refs: { staffId, agencyId, petitionId } });
  }
}
