import { wordingIn } from "../../server/forms/wording.ts";
import { formatDay } from "../../server/kernel/thai-date.ts";
import type { HandedPetition } from "../../server/petitions/handed-petition.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph, type ButtonAction } from "./flex.ts";

/**
 * The card of an officer who was given a petition: its number and service, nothing of its citizen. Buttons lead into the
 * console, where whoever presses them signs in with the second step; nothing is moved from the chat.
 */
export function petitionHanded({ words, reader, console }: Speech, handed: HandedPetition): LineMessage {
  const { petitions } = words;
  const said = words.desk.handed;
  const service = wordingIn(handed.service, reader.language);
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
  const body = [paragraph(service), ...facts.map(([name, value]) => fact(name, value))];
  const told = [`${said.title}: ${service}`, ...facts.map(([name, value]) => `${name} ${value}`)].join("\n");
  const buttons = [...moves, ...opens(said.see, path)];
  return cardMessage({ above: said.card, title: said.title, body, buttons }, told);
}
