import { mayStaff } from "../../agencies/role.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { DeskRefusal } from "../desk-refusal.ts";
import { readDeskStep, type DeskStepRefusal, type ReadStep, type TypedStep } from "../desk-step.ts";
import { conflicted, mayHave } from "../officer-choice.ts";
import { findCalendar } from "../store/calendar.ts";
import { listEvents, type PetitionEvent } from "../store/petition-event.ts";
import type { KeptPetition } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";
import { insertStepRequest, wasTaken } from "../store/step-request.ts";
import { findOpenUnit } from "../store/unit.ts";
import { closingPhotos } from "./closing-photo.ts";
import { findOfficers } from "./officers.ts";
import { findReached } from "./reach.ts";
import { takeStep } from "./take-step.ts";
import { tellOfficer } from "./tell-officer.ts";

/** A step as an officer posts it. */
export interface OfficerStep {
  readonly petitionId: string;
  /** The version the page showed. */
  readonly seen: number;
  readonly typed: TypedStep;
  readonly requestKey: string;
}

/**
 * An officer takes a step on a petition within their reach, as they saw it. A post that comes twice is taken once and
 * answered the same. Whoever receives a petition nobody has, has it from then on. Refuses what `readDeskStep` and
 * `takeStep` refuse, an officer who gave it back, work given to others without the right to, officers and units that
 * are not there, and officers who may not have it.
 */
export async function takeOfficerStep(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  input: OfficerStep,
): Promise<Result<{ readonly petitionId: string }, DeskRefusal>> {
  const { petitionId, seen, typed, requestKey } = input;
  const request = { petitionId, requestKey };
  const petition = await findReached(tx, actor, petitionId, "hold");
  if (petition === null) {
    // What was forwarded to another unit lies outside the reach of whoever forwarded it.
    const isDone = isUuid(petitionId) && (await wasTaken(tx, actor, request));
    return isDone ? ok({ petitionId }) : refuse({ kind: "petition_not_found" });
  }
  if (await wasTaken(tx, actor, request)) return ok({ petitionId });
  const events = await listEvents(ports, tx, petition);
  if (conflicted(events).has(actor.staffId)) return refuse({ kind: "conflict_declared" });
  const photos = await closingPhotos(tx, petition, events);
  const read = await readAgainst(ports, tx, petition, typed, photos.length > 0);
  if (!read.ok) return read;
  const hindrance = await hindranceOf(ports, tx, actor, petition, read.value, events);
  if (hindrance !== null) return refuse(hindrance);
  const shown = read.value.outcome === "done" && photos.length > 0 ? { files: photos } : {};
  const step = { ...withHolder(actor, petition, read.value), words: { ...read.value.words, ...shown } };
  const taken = await takeStep(ports, tx, actor, { petition, seen, ...step });
  if (!taken.ok) return taken;
  await insertStepRequest(tx, actor, request, ports.clock.now());
  await tellOfficer(ports, tx, actor, petition, taken.value);
  return ok({ petitionId });
}

async function readAgainst(
  ports: Ports,
  tx: Tx,
  petition: KeptPetition,
  typed: TypedStep,
  hasPhoto: boolean,
): Promise<Result<ReadStep, DeskStepRefusal>> {
  const { agencyId, serviceId, serviceVersion } = petition;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  if (version === null) throw new Error("a petition of a version that is not there");
  const today = bangkokDay(ports.clock.now());
  const calendar = await findCalendar(tx, agencyId, today);
  return readDeskStep(typed, { definition: version.definition, calendar, today, hasPhoto });
}

async function hindranceOf(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { unitId: at, officerId: holder }: KeptPetition,
  { step, unitId, officerId }: ReadStep,
  events: readonly PetitionEvent[],
): Promise<DeskRefusal | null> {
  if (step === "forwarded") {
    const isThere = unitId !== undefined && (await findOpenUnit(tx, actor.agencyId, unitId)) !== null;
    return isThere ? null : { kind: "unit_unknown" };
  }
  // Given back: nobody has it then.
  if (officerId === null) return null;
  const wanted = officerId ?? actor.staffId;
  const isSuperior = mayStaff(actor.level, "assign_petitions");
  if (wanted !== actor.staffId && !isSuperior) return { kind: "assigning_not_yours" };
  const officers = await findOfficers(ports, tx, actor.agencyId);
  if (officers.every(({ staffId }) => staffId !== wanted)) return { kind: "officer_unknown" };
  // Whoever has it was given it: by a superior, if they closed it before.
  const free = mayHave(officers, events, at, { bySuperior: isSuperior || wanted === holder });
  return free.some(({ staffId }) => staffId === wanted) ? null : { kind: "officer_not_for_this" };
}

/** Whoever receives what nobody has, has it. */
function withHolder(actor: Staff, { officerId }: KeptPetition, step: ReadStep): ReadStep {
  return step.step === "received" && officerId === null ? { ...step, officerId: actor.staffId } : step;
}
