import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import { ownClock } from "../desk/own-clock.ts";
import { ownPetition, type OwnPetitionRef } from "../desk/own-petition.ts";
import type { FollowedDocument, FollowedEvent, FollowedPetition } from "../followed-petition.ts";
import { stepsAt } from "../petition-status.ts";
import { listDocumentsOfPetition, type KeptDocument } from "../store/issued-document.ts";
import { listOwnFiles } from "../store/own-file.ts";
import { findAgencyNames, findStars } from "../store/own-petition.ts";
import { listEvents } from "../store/petition-event.ts";
import { listMessages } from "../store/petition-message.ts";
import { openContent, type KeptPetition } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";
import { listUnits } from "../store/unit.ts";

/**
 * A citizen's own petition: where it is, who has it (the unit, not the name), what happened and what was said, how the
 * clock stands. Refuses one that is not there or somebody else's, in the same way.
 */
export async function seeOwnPetition(
  ports: Ports,
  actor: Citizen,
  ref: OwnPetitionRef,
): Promise<Result<FollowedPetition, { readonly kind: "petition_missing" }>> {
  return ports.db.as(actor, async (tx) => {
    const kept = await ownPetition(tx, actor, ref);
    if (kept === null) return refuse({ kind: "petition_missing" });
    return ok(await followed(ports, tx, kept));
  });
}

async function followed(ports: Ports, tx: Tx, kept: KeptPetition): Promise<FollowedPetition> {
  const { agencyId, id, serviceId, serviceVersion } = kept;
  const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
  const agency = await findAgencyNames(tx, agencyId);
  if (version === null || agency === null) throw new Error("a petition without its service or agency");
  const { definition } = version;
  const events = await listEvents(ports, tx, kept);
  const messages = await listMessages(ports, tx, kept);
  const files = await listOwnFiles(ports, tx, kept);
  const unit = (await listUnits(tx, agencyId)).find((one) => one.id === kept.unitId) ?? null;
  const isTested = kept.testUntil !== null && bangkokDay(ports.clock.now()) <= kept.testUntil;
  return {
    ...{ agencyId, id, agency, definition, unit },
    ...{ number: kept.number, status: kept.status, outcome: kept.outcome, pause: kept.pauseReason },
    ...{ submittedAt: kept.submittedAt, deemedReceivedAt: kept.deemedReceivedAt, dueDay: kept.dueDay },
    ...{ completedAt: kept.completedAt, testUntil: kept.testUntil, version: kept.version },
    service: definition.name,
    answers: openContent(ports, kept).answers,
    events: events.filter(({ isInternal }) => !isInternal).map(eventOf),
    messages: messages.map(({ id: messageId, doer, text, saidAt, files: sent }) => ({
      ...{ id: messageId, doer, text, saidAt },
      files: files.filter((file) => sent.includes(file.id)),
    })),
    files,
    documents: (await listDocumentsOfPetition(tx, agencyId, id)).map(documentOf),
    clock: await ownClock(ports, tx, kept, definition, events),
    correction: kept.pauseReason === "correction" ? (asked(events)?.words ?? {}) : null,
    mayWithdraw: stepsAt(kept.status, "citizen").includes("withdrawn"),
    mayTestUntil: kept.status === "completed" && isTested ? kept.testUntil : null,
    isConfirmed: events.at(-1)?.kind === "closure_confirmed",
    stars: await findStars(tx, agencyId, id),
  };
}

function documentOf({ id, number, titleTh, titleEn, state }: KeptDocument): FollowedDocument {
  return { id, number, title: { nameTh: titleTh, nameEn: titleEn }, state };
}

function asked(events: readonly FollowedEvent[]): FollowedEvent | undefined {
  return events.findLast(({ kind }) => kind === "correction_asked");
}

function eventOf({ id, kind, doer, status, words, happenedAt }: FollowedEvent): FollowedEvent {
  return { id, kind, doer, status, words, happenedAt };
}
