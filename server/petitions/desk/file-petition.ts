import { record } from "../../audit/store.ts";
import type { AcceptedAnswers } from "../../forms/accepted.ts";
import { bangkokDay, toBuddhistYear } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { deemedReceipt } from "../deemed-receipt.ts";
import { dueFrom } from "../due.ts";
import type { PetitionVia } from "../petition.ts";
import type { ToldAtCounter } from "../petition-content.ts";
import { placeOfAnswers } from "../petition-place.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { doerOf, type StepActor } from "../step-actor.ts";
import { findCalendar } from "../store/calendar.ts";
import { takeNumber } from "../store/number-series.ts";
import { insertEvent } from "../store/petition-event.ts";
import { insertPetition, sealContent, type KeptPetition } from "../store/petition.ts";
import type { KeptService } from "../store/service.ts";
import { makeTrackingNumber } from "../tracking-number.ts";
import { tellPetitioner } from "./tell-petitioner.ts";

export interface Filing {
  readonly personId: string;
  readonly service: KeptService;
  /** The version the answers were judged by. */
  readonly version: number;
  readonly definition: ServiceDefinition;
  /** As `judgeAnswers` accepted them. */
  readonly answers: AcceptedAnswers;
  /** What was told of the person at the counter. */
  readonly told?: ToldAtCounter;
  readonly via: PetitionVia;
  /** "ขอรับเป็นเอกสาร" (Electronic Official Performance Act 2565, s. 11). */
  readonly wantsPaper: boolean;
  readonly requestKey: string;
}

/**
 * Files a petition whose answers were judged: numbers it, sets its clock, writes the event and the audit, and queues the
 * receipt. The caller has seen to it that the request is new; files are tied by the caller, to the answered id.
 */
export async function filePetition(
  ports: Ports,
  tx: Tx,
  actor: StepActor,
  filing: Filing,
): Promise<KeptPetition> {
  const { personId, service, definition, answers, told } = filing;
  const { agencyId } = service;
  const now = ports.clock.now();
  const today = bangkokDay(now);
  const calendar = await findCalendar(tx, agencyId, today);
  const deemedReceivedAt = deemedReceipt(calendar, now);
  const due = dueFrom(calendar, definition, deemedReceivedAt, []);
  const yearBe = toBuddhistYear(Number(today.slice(0, 4)));
  const own = { id: ports.random.uuid(), dataKey: ports.vault.newDataKey() };
  const place = placeOfAnswers(definition, answers);
  const kept = await insertPetition(tx, {
    ...own,
    agencyId,
    personId,
    number: makeTrackingNumber(yearBe, await takeNumber(tx, agencyId, "petition", yearBe)),
    serviceId: service.id,
    serviceVersion: filing.version,
    status: "submitted",
    outcome: null,
    via: filing.via,
    filedBy: actor.kind === "staff" ? actor.staffId : null,
    wantsPaper: filing.wantsPaper,
    sealed: sealContent(ports, own, told === undefined ? { answers } : { answers, told }),
    submittedAt: now,
    deemedReceivedAt,
    dueDay: due?.kind === "running" ? due.dueDay : null,
    pauseReason: null,
    pausedAt: null,
    unitId: service.unitId,
    officerId: null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    requestKey: filing.requestKey,
  });
  const event = {
    id: ports.random.uuid(),
    kind: "submitted",
    status: "submitted",
    isInternal: false,
  } as const;
  await insertEvent(ports, tx, kept, { ...event, ...doerOf(actor), words: {}, happenedAt: now });
  await record(ports, tx, { action: "petition.submitted", actor, agencyId, personId, subjectId: kept.id });
  await tellPetitioner(ports, tx, kept, event);
  return kept;
}
