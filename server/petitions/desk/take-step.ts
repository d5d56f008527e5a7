import { record } from "../../audit/store.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { appealUntil, testUntilOf } from "../deadline-watch.ts";
import { dueFrom } from "../due.ts";
import type { PetitionEventKind, PetitionOutcome } from "../petition.ts";
import type { StepWords } from "../petition-content.ts";
import { judgeStep, type AfterStep } from "../petition-step.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { doerOf, type StepActor } from "../step-actor.ts";
import { findCalendar } from "../store/calendar.ts";
import { leaveWord, settleWord } from "../store/citizen-word.ts";
import { insertEvent, listEvents, type PetitionEvent } from "../store/petition-event.ts";
import { changePetition, type KeptPetition, type PetitionChange } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";
import type { TakeStepRefusal } from "../take-step-refusal.ts";
import { tellPetitioner } from "./tell-petitioner.ts";

/** A step somebody wants to take on a petition as they saw it. */
export interface StepInput {
  /** As it was found in this transaction. */
  readonly petition: KeptPetition;
  /** The version the page showed. */
  readonly seen: number;
  readonly step: PetitionEventKind;
  readonly outcome?: PetitionOutcome;
  readonly words?: StepWords;
  /** Left out: it stays; null: with no unit, with nobody. */
  readonly unitId?: string | null;
  readonly officerId?: string | null;
  /** The answers anew, sealed, after a correction. */
  readonly sealed?: Uint8Array;
}

/**
 * Moves a petition by one step: the one way anything does. Judges the step, changes the row from the version that was
 * seen, sets the clock anew, writes the event and the audit, and queues what the citizen is told: all or nothing.
 * Refuses what `judgeStep` refuses, and a petition that changed meanwhile.
 */
export async function takeStep(
  ports: Ports,
  tx: Tx,
  actor: StepActor,
  input: StepInput,
): Promise<Result<KeptPetition, TakeStepRefusal>> {
  const { petition, seen, step, outcome } = input;
  if (petition.version !== seen) return refuse({ kind: "petition_changed", version: petition.version });
  const now = ports.clock.now();
  const { doer, doerId } = doerOf(actor);
  const standing = { ...petition, pause: petition.pauseReason };
  const judged = judgeStep(standing, { step, actor: doer, outcome: outcome ?? null }, bangkokDay(now));
  if (!judged.ok) return judged;
  const { agencyId, serviceId, serviceVersion } = petition;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  if (!version) throw new Error("a petition of a version that is not there");
  const before = await listEvents(ports, tx, petition);
  const event: PetitionEvent = {
    id: ports.random.uuid(),
    kind: step,
    doer,
    doerId,
    status: judged.value.status,
    isInternal: step === "assigned",
    words: wordsOf(input, version.definition, now),
    happenedAt: momentAfter(before, now),
  };
  const dueDay = await dueAfter(tx, petition, version.definition, [...before, event]);
  const change = {
    ...changeOf(input, judged.value, now),
    ...(await testOf(tx, petition, judged.value, version.definition, now)),
    dueDay,
  };
  const changed = await changePetition(tx, petition, change);
  if (!changed) return refuse({ kind: "petition_changed", version: petition.version + 1 });
  await insertEvent(ports, tx, petition, event);
  const { personId, id: subjectId } = petition;
  await record(ports, tx, { action: `petition.${step}`, actor, agencyId, personId, subjectId });
  await tellPetitioner(ports, tx, changed, event);
  await keepWord(tx, changed, event, now);
  return ok(changed);
}

/** What its citizen did waits for an officer; what an officer does settles it, but for handing it to a colleague. */
async function keepWord(
  tx: Tx,
  petition: KeptPetition,
  { kind, doer }: PetitionEvent,
  now: Date,
): Promise<void> {
  if (kind === "correction_given" && doer === "citizen") await leaveWord(tx, petition, "corrected", now);
  if (kind === "withdrawn") await leaveWord(tx, petition, "withdrawn", now);
  if (doer === "staff" && kind !== "assigned") await settleWord(tx, petition);
}

/** The row after the step: what the judge says, who has it, and what an end or a reopening sets. */
function changeOf(input: StepInput, after: AfterStep, now: Date): PetitionChange {
  const { petition, unitId, officerId, sealed } = input;
  return {
    status: after.status,
    outcome: after.outcome,
    pauseReason: after.pause,
    pausedAt: after.pause === null ? null : (petition.pausedAt ?? now),
    ...(unitId === undefined ? {} : { unitId }),
    ...(officerId === undefined ? {} : { officerId }),
    ...(sealed === undefined ? {} : { sealed }),
    ...(isEnd(petition, after) ? { completedAt: now, testUntil: null } : {}),
    ...(input.step === "reopened"
      ? { reopened: petition.reopened + 1, completedAt: null, testUntil: null, officerId: null }
      : {}),
  };
}

function isEnd(petition: KeptPetition, after: AfterStep): boolean {
  return after.status === "completed" && petition.status !== "completed";
}

/** Until when its citizen may test what was granted or done (N10); nothing where there is nothing to test. */
async function testOf(
  tx: Tx,
  petition: KeptPetition,
  after: AfterStep,
  { testDays }: ServiceDefinition,
  now: Date,
): Promise<Pick<PetitionChange, "testUntil"> | null> {
  const isTested = testDays > 0 && (after.outcome === "granted" || after.outcome === "done");
  if (!isTested || !isEnd(petition, after)) return null;
  const today = bangkokDay(now);
  return { testUntil: testUntilOf(await findCalendar(tx, petition.agencyId, today), today, testDays) };
}

/** An assignment says to whom. A refusal says until when it may be appealed (Administrative Procedure Act 2539, s. 40 and 44). */
function wordsOf(
  { step, outcome, words, officerId }: StepInput,
  { watch }: ServiceDefinition,
  now: Date,
): StepWords {
  if (step === "assigned" && officerId) return { ...words, officerId };
  if (step !== "completed" || outcome !== "refused") return words ?? {};
  return { ...words, appealUntil: appealUntil(watch, bangkokDay(now)) };
}

/** Events stand in the order in which they happened, two of one millisecond too. */
function momentAfter(events: readonly PetitionEvent[], now: Date): Date {
  const last = events.at(-1)?.happenedAt.getTime() ?? 0;
  return new Date(Math.max(now.getTime(), last + 1));
}

/** The day an answer is due after the last event; null: none is promised, or the clock stands. An end keeps the last one. */
async function dueAfter(
  tx: Tx,
  petition: KeptPetition,
  definition: ServiceDefinition,
  events: readonly PetitionEvent[],
) {
  const last = events.at(-1);
  if (!last || last.status === "completed") return petition.dueDay;
  const calendar = await findCalendar(tx, petition.agencyId, bangkokDay(last.happenedAt));
  const due = dueFrom(calendar, definition, petition.deemedReceivedAt, events);
  return due?.kind === "running" ? due.dueDay : null;
}
