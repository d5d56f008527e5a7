import { mayStaff } from "../../agencies/role.ts";
import { listStaffNames } from "../../agencies/store/staff-names.ts";
import { walkAnswers } from "../../forms/answers.ts";
import { typedOfAccepted } from "../../forms/typed-of-accepted.ts";
import { counterPerson } from "../../identity/counter-person.ts";
import { findErasure } from "../../identity/store/erasure.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { listReceipts } from "../../notices/store/receipts.ts";
import type { Ports, Tx } from "../../ports.ts";
import { appealUntil } from "../deadline-watch.ts";
import type { DeskMessage, DeskPetition } from "../desk-petition.ts";
import { endsOpen, stepsOpen } from "../desk-steps-open.ts";
import { closingField } from "../desk/closing-photo.ts";
import { deskDocument } from "../desk/reached-document.ts";
import { findOfficers } from "../desk/officers.ts";
import { ownClock } from "../desk/own-clock.ts";
import { findReached } from "../desk/reach.ts";
import { conflicted, mayHave } from "../officer-choice.ts";
import { listCannedReplies } from "../store/canned-reply.ts";
import { listDocumentsOfPetition } from "../store/issued-document.ts";
import { listOwnFiles } from "../store/own-file.ts";
import { listEvents, type PetitionEvent } from "../store/petition-event.ts";
import { findWord } from "../store/citizen-word.ts";
import { listMessages } from "../store/petition-message.ts";
import { openContent, type KeptPetition } from "../store/petition.ts";
import { findPetitionerContact } from "../store/petitioner-contact.ts";
import { findVersion } from "../store/service.ts";
import { listUnits } from "../store/unit.ts";

/**
 * One petition within the officer's reach, with everything its page shows; the look at its person is written with
 * `purpose`. Refuses what is not there, another agency's and what is out of reach, in the same way.
 */
export async function seeDeskPetition(
  ports: Ports,
  actor: Staff,
  input: { readonly petitionId: string; readonly purpose: string },
): Promise<Result<DeskPetition, { readonly kind: "petition_not_found" }>> {
  return ports.db.as(actor, async (tx) => {
    const kept = await findReached(tx, actor, input.petitionId);
    return kept === null
      ? refuse({ kind: "petition_not_found" })
      : ok(await seen(ports, tx, actor, kept, input.purpose));
  });
}

async function seen(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  kept: KeptPetition,
  purpose: string,
): Promise<DeskPetition> {
  const { agencyId, id, personId } = kept;
  const version = await findVersion(tx, agencyId, kept.serviceId, kept.serviceVersion);
  if (version === null) throw new Error("a petition of a version that is not there");
  const { definition } = version;
  const look = { what: "petition", purpose, subjectId: id, personIds: [personId] } as const;
  const person = (await listLookedAt(ports, tx, actor, look)).get(personId);
  if (!person) throw new Error("a petition's person is not there");
  const events = await listEvents(ports, tx, kept);
  const files = await listOwnFiles(ports, tx, kept);
  const { steps, outcomes, today, isConflicted } = openTo(ports, actor, kept, definition, events);
  return {
    ...{ id, number: kept.number, version: kept.version, status: kept.status, outcome: kept.outcome },
    ...{ pause: kept.pauseReason, via: kept.via, wantsPaper: kept.wantsPaper, reopened: kept.reopened },
    ...{ submittedAt: kept.submittedAt, deemedReceivedAt: kept.deemedReceivedAt, unitId: kept.unitId },
    ...{ definition, isConflicted, steps, outcomes },
    ...answered(ports, kept, definition, events),
    person: counterPerson(person),
    contact: await findPetitionerContact(ports, tx, kept, person, openContent(ports, kept).told),
    isErased: (await findErasure(tx, personId)) !== null,
    files: files.filter(({ field }) => field !== closingField),
    closing: files.filter(({ field }) => field === closingField),
    documents: await documentsOf(ports, tx, kept, today),
    receipts: await listReceipts(tx, id),
    isDestroyed: kept.shreddedAt !== null,
    clock: await ownClock(ports, tx, kept, definition, events),
    word: await findWord(tx, kept),
    canned: await listCannedReplies(tx, agencyId),
    appealUntil: appealUntil(definition.watch, today),
    ...(await whoHasIt(ports, tx, actor, kept, events)),
    ...(await saidBy(ports, tx, actor, kept, events, files)),
  };
}

/** The answers with the questions they were given to, and what stood before they were corrected last. */
function answered(
  ports: Ports,
  kept: KeptPetition,
  { form }: DeskPetition["definition"],
  events: readonly PetitionEvent[],
): Pick<DeskPetition, "answers" | "shown" | "before"> {
  const { answers } = openContent(ports, kept);
  const { shown } = walkAnswers(form, typedOfAccepted(form, answers), ports.clock.now());
  const corrected = events.findLast(({ kind }) => kind === "correction_given");
  return {
    answers,
    shown: shown.filter((path) => !path.includes(".")),
    before: corrected?.words.before ?? null,
  };
}

function openTo(
  ports: Ports,
  actor: Staff,
  kept: KeptPetition,
  definition: DeskPetition["definition"],
  events: readonly PetitionEvent[],
) {
  const today = bangkokDay(ports.clock.now());
  const standing = { status: kept.status, pause: kept.pauseReason, dueDay: kept.dueDay, definition };
  const isConflicted = conflicted(events).has(actor.staffId);
  const steps = isConflicted ? [] : stepsOpen(standing, today);
  return { today, isConflicted, steps, outcomes: endsOpen(standing) };
}

async function whoHasIt(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { agencyId, unitId, officerId }: KeptPetition,
  events: readonly PetitionEvent[],
): Promise<Pick<DeskPetition, "unit" | "officer" | "units" | "officers">> {
  const units = await listUnits(tx, agencyId);
  const all = await findOfficers(ports, tx, agencyId);
  const isAssigning = mayStaff(actor.level, "assign_petitions");
  const free = mayHave(all, events, unitId, { bySuperior: isAssigning });
  return {
    unit: units.find((unit) => unit.id === unitId) ?? null,
    officer: all.find(({ staffId }) => staffId === officerId)?.name ?? null,
    units: units.filter((unit) => unit.closedAt === null && unit.id !== unitId),
    officers: free.filter(({ staffId }) => isAssigning || staffId === actor.staffId),
  };
}

async function documentsOf(
  ports: Ports,
  tx: Tx,
  { agencyId, id }: KeptPetition,
  today: BangkokDay,
): Promise<DeskPetition["documents"]> {
  const kept = await listDocumentsOfPetition(tx, agencyId, id);
  const names = await listStaffNames(
    ports,
    tx,
    kept.map(({ issuedBy }) => issuedBy),
  );
  return kept.map((one) => ({ ...deskDocument(one, today), by: names.get(one.issuedBy) ?? null }));
}

async function saidBy(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  kept: KeptPetition,
  events: readonly PetitionEvent[],
  files: DeskPetition["files"],
): Promise<Pick<DeskPetition, "events" | "messages">> {
  const messages = await listMessages(ports, tx, kept);
  const doers = [...events, ...messages].flatMap(({ doer, doerId }) =>
    doer === "staff" && doerId !== null ? [doerId] : [],
  );
  const given = events.flatMap(({ words }) => words.officerId ?? []);
  const names = await listStaffNames(ports, tx, [...doers, ...given]);
  const by = (doerId: string | null) => (doerId === null ? null : (names.get(doerId) ?? null));
  const line = (message: (typeof messages)[number]): DeskMessage => {
    const { id, doer, doerId, isInternal, text, saidAt } = message;
    const sent = files.filter((file) => message.files.includes(file.id));
    return { id, doer, isInternal, text, saidAt, by: by(doerId), files: sent };
  };
  return {
    events: events.map(({ id, kind, doer, doerId, isInternal, words, happenedAt }) => {
      const isOwn = doer === "staff" && doerId === actor.staffId;
      const to = by(words.officerId ?? null);
      return { id, kind, doer, isInternal, words, happenedAt, by: by(doerId), isOwn, to };
    }),
    messages: messages.map(line),
  };
}
