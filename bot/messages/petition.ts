import type { Wording } from "../../server/forms/field.ts";
import { bangkokDay, formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { ListedPetition } from "../../server/petitions/followed-petition.ts";
import type { PetitionOutcome } from "../../server/petitions/petition.ts";
import { petitionStatuses, type PetitionStatus } from "../../server/petitions/petition-status.ts";
import type { NamedPetition, ToldPetition } from "../../server/petitions/told-petition.ts";
import type { Speech } from "./code.ts";
import { colours } from "./colours.ts";
import {
  cardMessage,
  cardsMessage,
  fact,
  paragraph,
  type ButtonAction,
  type Card,
  type FlexPart,
} from "./flex.ts";

/**
 * A petition after a step: what happened first, then which one it is and what runs, and the way to its page. What an
 * officer wrote stands on the page alone.
 */
export function petitionMoved(speech: Speech, told: ToldPetition): LineMessage {
  const { words, reader } = speech;
  const { petitions } = words;
  const { language } = reader;
  const isEnd = told.step === "completed" && told.outcome !== null;
  const title = isEnd ? petitions.outcomes[told.outcome] : petitions.events[told.step];
  const facts: (readonly [string, string])[] = [[petitions.number, told.number]];
  if (told.step === "submitted") {
    facts.push([petitions.receivedByLaw, formatMoment(told.deemedReceivedAt, language)]);
  }
  if (told.asked.length > 0) {
    facts.push([petitions.toCorrect, told.asked.map((label) => inLanguage(label, speech)).join(", ")]);
  }
  if (told.words.untilDay !== undefined) {
    facts.push([petitions.answerBy, formatDay(told.words.untilDay, language)]);
  } else if (told.dueDay !== null && told.status !== "completed") {
    facts.push([petitions.due, formatDay(told.dueDay, language)]);
  }
  if (told.words.appealUntil !== undefined) {
    facts.push([petitions.appealBy, formatDay(told.words.appealUntil, language)]);
  }
  if (told.step === "completed" && told.testUntil !== null)
    facts.push([petitions.testBy, formatDay(told.testUntil, language)]);
  const body = [
    line(speech, told.status, told.outcome),
    paragraph(inLanguage(told.service, speech)),
    ...facts.map(([name, value]) => fact(name, value)),
  ];
  const inWords = [
    `${title}: ${inLanguage(told.service, speech)}`,
    ...facts.map(([name, value]) => `${name} ${value}`),
  ].join("\n");
  return cardMessage({ above: petitions.card, title, body, buttons: [wayOn(speech, told)] }, inWords);
}

/** The button of a step's card: to what is wanted of the citizen, else to the petition. */
function wayOn(speech: Speech, told: ToldPetition): ButtonAction {
  const { petitions } = speech.words;
  const page = opens(speech, told);
  if (told.step === "correction_asked") return { label: petitions.correct, uri: `${page.uri}/correct` };
  return told.step === "completed" && told.testUntil !== null ? { ...page, label: petitions.test } : page;
}

/** An officer wrote in the thread of a petition. */
export function petitionAnswered(speech: Speech, named: NamedPetition): LineMessage {
  const { petitions, notices } = speech.words;
  const name = inLanguage(named.service, speech);
  const { title } = notices.petitionAnswered;
  const { label, uri } = opens(speech, named);
  const body = [paragraph(name), fact(petitions.number, named.number)];
  const inWords = `${title}\n${petitions.number} ${named.number} ${name}`;
  const buttons = [{ label, uri: `${uri}#thread` }];
  return cardMessage({ above: petitions.card, title, body, buttons }, inWords);
}

/** One's own petitions side by side, each with where it is. */
export function petitionsMessage(speech: Speech, listed: readonly ListedPetition[]): LineMessage {
  const { petitions } = speech.words;
  const told = listed.map(
    (one) => `${one.number} ${inLanguage(one.service, speech)}: ${petitions.statuses[one.status]}`,
  );
  return cardsMessage(
    listed.map((one) => listedCard(speech, one)),
    told.join("\n"),
  );
}

function listedCard(speech: Speech, one: ListedPetition): Card {
  const { petitions, follow } = speech.words;
  const { language } = speech.reader;
  const due = one.status === "completed" ? null : one.dueDay;
  return {
    above: one.number,
    title: inLanguage(one.service, speech),
    body: [
      line(speech, one.status, one.outcome),
      ...(one.pause === null ? [] : [paragraph(`● ${follow.waitsForYou}`, colours.red)]),
      paragraph(follow.submittedOn(formatDay(bangkokDay(one.submittedAt), language)), colours.quiet),
      ...(due === null ? [] : [fact(petitions.due, formatDay(due, language))]),
    ],
    buttons: [opens(speech, one)],
  };
}

/** The four statuses as one line of marks, and in words which of them it is. */
function line({ words }: Speech, status: PetitionStatus, outcome: PetitionOutcome | null): FlexPart {
  const { petitions } = words;
  const at = petitionStatuses.indexOf(status);
  const marks = petitionStatuses.map((_, index) => (index <= at ? "●" : "○")).join("━");
  const ended = outcome === null ? "" : ` · ${petitions.outcomes[outcome]}`;
  const color = outcome === "refused" ? colours.red : status === "completed" ? colours.green : colours.teal;
  const shared = { type: "text", wrap: true, scaling: true, color } as const;
  return {
    type: "box",
    layout: "vertical",
    spacing: "xs",
    paddingAll: "12px",
    cornerRadius: "8px",
    backgroundColor: colours.ivory,
    contents: [
      { ...shared, text: marks, size: "sm" },
      { ...shared, text: `${at + 1}/4 ${petitions.statuses[status]}${ended}`, size: "md", weight: "bold" },
    ],
  };
}

function opens({ words, link }: Speech, of: Pick<NamedPetition, "agencyId" | "id">) {
  return { label: words.petitions.open, uri: link(`/petitions/${of.agencyId}/${of.id}`) };
}

function inLanguage(name: Wording, { reader }: Speech): string {
  return reader.language === "en" ? (name.en ?? name.th) : name.th;
}
