import type { LineUser, SystemActor } from "../../server/kernel/actor.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { replyUntil } from "../../server/notices/router.ts";
import { queue } from "../../server/notices/store.ts";
import { listKeysOfPhone } from "../../server/credentials/store/soft-token.ts";
import { findAgencyPlace } from "../../server/agencies/store/office.ts";
import { standingOf } from "../../server/petitions/document-standing.ts";
import { servicesFound } from "../../server/petitions/catalogue.ts";
import { listOffered, listTowns } from "../../server/petitions/store/catalogue.ts";
import { findDocumentOfCode } from "../../server/petitions/store/issued-document.ts";
import { listOwnDrafts } from "../../server/petitions/store/own-draft.ts";
import { listWorkOf } from "../../server/petitions/store/handed-petition.ts";
import { findOwnOfNumber, listOwn } from "../../server/petitions/store/own-petition.ts";
import type { Ports, Tx } from "../../server/ports.ts";
import { linkTypedCode } from "../../server/petitions/desk/link-staff-line.ts";
import { turn } from "../conversation.ts";
import { progressAt, type Facts } from "../facts.ts";
import type { Delivery, Incoming } from "../incoming.ts";
import {
  codesOf,
  draftsOf,
  handedOf,
  petitionsOf,
  speaksByName,
  type CheckedPaper,
  type NamedService,
  type Say,
} from "../say.ts";
import {
  findKnownCode,
  findOpenRegistrationStep,
  holdChat,
  listDayCodes,
  markBlocked,
  saveChat,
  type HeldChat,
} from "../store/chat.ts";
import { finishEvent, listUnfinished } from "../store/events.ts";

/** A reply in chat that could not be given within the hour is worth nothing any more. */
const replyLifeMs = 60 * 60_000;
const unfinishedLookedAt = 200;
/** A carousel holds twelve; more than five are for the page. */
const petitionsShown = 5;
/** As many as a carousel holds; the page of services, offered below, lists all. */
const draftsShown = 12;
const servicesShown = 3;
/** One more than is shown of it: then its last card leads to the console's queue, which lists all. */
const workShown = 12;
/** What somebody with a Soft Token is answered otherwise. */
const asksForKey: readonly string[] = ["phone_lost", "soft_token", "new_phone"];
/** With more towns than this the page of towns is asked, where one chooses first. */
const townsSearched = 3;

/**
 * Answers one kept event: chat, blocked mark, what is said and the event's end are saved together, so that it is
 * answered exactly once however often it is delivered or taken up. Nothing is sent here. Events of nobody in
 * particular, and those in standby, end without an answer.
 */
export async function answerEvent(ports: Ports, actor: SystemActor, delivery: Delivery): Promise<void> {
  await ports.db.as(actor, async (tx) => {
    if (!(await finishEvent(tx, delivery.eventId, ports.clock.now()))) return;
    if (delivery.incoming.kind === "unsend") await forget(ports, tx, delivery.incoming.messageId);
    if (delivery.from === null || !delivery.mayAnswer) return;
    await takeTurn(ports, tx, delivery, delivery.from);
  });
}

async function takeTurn(ports: Ports, tx: Tx, delivery: Delivery, user: LineUser): Promise<void> {
  const now = ports.clock.now();
  const held = await holdChat(tx, user, now);
  const { lastEventAt } = held;
  const late = lastEventAt !== null && delivery.at < lastEventAt;
  const known = await readFacts(tx, user, held, { late, incoming: delivery.incoming, now });
  const facts = { ...known, typedDocument: await readTypedDocument(tx, delivery.incoming, now) };
  const services = await readServices(tx, delivery.incoming);
  const linked = await linkTyped(ports, tx, user, { late, incoming: delivery.incoming });
  const keyed = await readKeyed(tx, user, delivery.incoming);
  const work = await readWork(tx, user, delivery.incoming);
  const taken = turn(held.chat, delivery.incoming, { ...facts, ...linked, ...keyed, ...work, services });
  const at = late ? lastEventAt : delivery.at;
  await saveChat(tx, user, { chat: taken.chat, at, now });
  const wasBlocked = held.blockedAt !== null;
  if (taken.blocked !== null && taken.blocked !== wasBlocked) {
    await markBlocked(tx, user, taken.blocked ? delivery.at : null);
  }
  if (taken.say.length > 0) await queueReply(ports, tx, delivery, { user, held, say: taken.say, now });
}

/** Uses up a code that links a staff account, when one was typed; a late one is worth nothing. */
async function linkTyped(
  ports: Ports,
  tx: Tx,
  user: LineUser,
  { late, incoming }: { readonly late: boolean; readonly incoming: Incoming },
): Promise<Pick<Facts, "staffLinked">> {
  if (late || incoming.kind !== "typed" || incoming.typed.kind !== "staff_code") return {};
  return { staffLinked: await linkTypedCode(ports, tx, user, incoming.typed.code) };
}

/** Whether a Soft Token is on this phone, when what was typed may be about one. */
async function readKeyed(tx: Tx, user: LineUser, incoming: Incoming): Promise<Pick<Facts, "keyed">> {
  if (incoming.kind !== "typed" || !asksForKey.includes(incoming.typed.kind)) return {};
  return { keyed: (await listKeysOfPhone(tx, user)).length > 0 };
}

/** What is given to the member of staff whose LINE this is, when they ask. */
async function readWork(tx: Tx, user: LineUser, incoming: Incoming): Promise<Pick<Facts, "work">> {
  if (incoming.kind !== "typed" || incoming.typed.kind !== "my_work") return {};
  return { work: await listWorkOf(tx, user, workShown) };
}

async function readFacts(
  tx: Tx,
  user: LineUser,
  held: HeldChat,
  event: { late: boolean; incoming: Incoming; now: Date },
): Promise<Omit<Facts, "typedDocument">> {
  const { personId, checked } = held;
  const { late, incoming, now } = event;
  if (personId === null) {
    const step = await findOpenRegistrationStep(tx, user);
    const registration = step === null ? null : progressAt(step);
    const nothing = { codes: [], typedCode: null, drafts: [], petitions: [], typedPetition: null };
    return { late, linked: false, checked: false, registration, ...nothing };
  }
  const typed =
    incoming.kind === "typed" && incoming.typed.kind === "service_code" ? incoming.typed.code : null;
  const number =
    incoming.kind === "typed" && incoming.typed.kind === "petition_number" ? incoming.typed.number : null;
  const [codes, typedCode, begun, latest, own] = await Promise.all([
    checked ? listDayCodes(tx, personId, bangkokDay(now)) : [],
    typed === null || !checked ? null : findKnownCode(tx, personId, typed),
    listOwnDrafts(tx, personId, { limit: draftsShown }),
    listOwn(tx, personId, { shelf: null, turn: null, limit: petitionsShown }),
    number === null ? null : findOwnOfNumber(tx, personId, number),
  ]);
  const petitions = latest.map(({ agencyId, id }) => ({ agencyId, petitionId: id }));
  const drafts = begun.map(({ id: draftId }) => ({ draftId }));
  const typedPetition = own && { agencyId: own.agencyId, petitionId: own.id };
  const filed = { drafts, petitions, typedPetition };
  return { late, linked: true, checked, registration: null, codes, typedCode, ...filed };
}

/** The services that words the chat does not know may be about, at most as many as a card has buttons for. */
async function readServices(tx: Tx, incoming: Incoming): Promise<readonly NamedService[]> {
  if (incoming.kind !== "typed" || incoming.typed.kind !== "unknown") return [];
  const { words = "" } = incoming.typed;
  const found: NamedService[] = [];
  for (const { agencyId, slug: townSlug } of (await listTowns(tx)).slice(0, townsSearched)) {
    const offered = servicesFound(await listOffered(tx, agencyId), words);
    found.push(...offered.map(({ slug, name }) => ({ townSlug, slug, name })));
    if (found.length >= servicesShown) break;
  }
  return found.slice(0, servicesShown);
}

/** What is told of the document whose code was typed: how it stands today, as its paper names it. */
async function readTypedDocument(tx: Tx, incoming: Incoming, now: Date): Promise<CheckedPaper | null> {
  if (incoming.kind !== "typed" || incoming.typed.kind !== "document_code") return null;
  const { code } = incoming.typed;
  if (code === null) return { verdict: "mistyped" };
  const kept = await findDocumentOfCode(tx, code);
  const agency = kept && (await findAgencyPlace(tx, kept.agencyId));
  if (!kept || !agency) return { verdict: "unknown" };
  return {
    verdict: standingOf(kept, bangkokDay(now)),
    title: { nameTh: kept.titleTh, nameEn: kept.titleEn },
    number: kept.number,
    agency: { nameTh: agency.nameTh, nameEn: agency.nameEn },
  };
}

interface Spoken {
  readonly user: LineUser;
  readonly held: HeldChat;
  readonly say: readonly Say[];
  readonly now: Date;
}

async function queueReply(ports: Ports, tx: Tx, delivery: Delivery, spoken: Spoken): Promise<void> {
  const { user, held, say, now } = spoken;
  const { replyToken } = delivery;
  await queue(ports, tx, {
    kind: "chat_reply",
    medium: "line",
    to: user,
    ...(held.personId === null ? {} : { personId: held.personId }),
    refs: {
      ...{ say, codes: codesOf(say), petitions: petitionsOf(say), drafts: draftsOf(say) },
      handed: handedOf(say),
      byName: speaksByName(say),
    },
    diesAt: new Date(now.getTime() + replyLifeMs),
    ...(replyToken === null ? {} : { reply: { token: replyToken, until: replyUntil(delivery.receivedAt) } }),
  });
}

/** A message that was taken back before it was answered is emptied unread. */
async function forget(ports: Ports, tx: Tx, messageId: string): Promise<void> {
  const unfinished = await listUnfinished(ports, tx, unfinishedLookedAt);
  const taken = unfinished.filter(({ event }) => event.message?.id === messageId);
  for (const { id } of taken) await finishEvent(tx, id, ports.clock.now());
}
