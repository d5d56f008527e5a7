import { wordingIn } from "../../server/forms/wording.ts";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { HandedPetition } from "../../server/petitions/handed-petition.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { Speech } from "./code.ts";
import { cardMessage, cardsMessage, fact, paragraph, type ButtonAction, type Card } from "./flex.ts";

/**
 * The card of an officer who was given a petition: its number and service, nothing of its citizen. Buttons lead into the
 * console, where whoever presses them signs in with the second step; nothing is moved from the chat.
 */
export function petitionHanded(speech: Speech, handed: HandedPetition): LineMessage {
  const { card, title } = speech.words.desk.handed;
  const service = wordingIn(handed.service, speech.reader.language);
  const { body, buttons, inWords } = handedCard(speech, handed);
  return cardMessage(
    { above: card, title, body: [paragraph(service), ...body], buttons },
    [`${title}: ${service}`, ...inWords].join("\n"),
  );
}

/** A carousel holds twelve; the last place is for the way to the rest. */
const mostShown = 11;

/** What is given to an officer, side by side: the same buttons as on the card of each, and the way to what is left over. */
export function workMessage(speech: Speech, work: readonly HandedPetition[]): LineMessage {
  const service = ({ service: name }: HandedPetition) => wordingIn(name, speech.reader.language);
  const { card, work: title, more, moreBody, queue } = speech.words.desk.handed;
  const cards = work.slice(0, mostShown).map((one): Card => {
    const { body, buttons } = handedCard(speech, one);
    return { above: card, title: service(one), body, buttons };
  });
  if (work.length > mostShown) {
    const buttons = speech.console === undefined ? [] : [{ label: queue, uri: speech.console("/petitions") }];
    cards.push({ above: card, title: more, body: [paragraph(moreBody)], buttons });
  }
  return cardsMessage(cards, [title, ...work.map((one) => `${one.number} ${service(one)}`)].join("\n"));
}

function handedCard({ words, reader, console }: Speech, handed: HandedPetition) {
  const { petitions } = words;
  const said = words.desk.handed;
  const due: readonly (readonly [string, string])[] =
    handed.dueDay === null ? [] : [[petitions.due, formatDay(handed.dueDay, reader.language)]];
  const facts = [[petitions.number, handed.number] as const, ...due];
  const path = `/petitions/${handed.id}`;
  const opens = (label: string, to: string): readonly ButtonAction[] =>
    console === undefined ? [] : [{ label, uri: console(to) }];
  const moves =
    handed.status === "submitted"
      ? opens(said.receive, `${path}/confirm?step=received`)
      : handed.status === "received"
        ? opens(said.start, `${path}/confirm?step=started`)
        : [];
  return {
    body: facts.map(([name, value]) => fact(name, value)),
    buttons: [...moves, ...opens(said.see, path)],
    inWords: facts.map(([name, value]) => `${name} ${value}`),
  };
}
