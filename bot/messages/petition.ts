import { formatLongDay, formatMoment } from "../../server/kernel/thai-date.ts";
import type { LineMessage } from "../../server/ports.ts";
import type { NamedPetition, ToldPetition } from "../../server/petitions/told-petition.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph, type FlexPart } from "./flex.ts";

/** A petition after a step: what happened first, then which one it is, and the way to its page. */
export function petitionMoved({ words, reader, link }: Speech, told: ToldPetition): LineMessage {
  const { petitions } = words;
  const name = reader.language === "en" ? (told.service.en ?? told.service.th) : told.service.th;
  const title = petitions.events[told.step];
  const facts: FlexPart[] = [
    fact(petitions.number, told.number),
    fact(petitions.service, name),
    fact(petitions.status, petitions.statuses[told.status]),
  ];
  if (told.step === "submitted") {
    facts.push(fact(petitions.receivedByLaw, formatMoment(told.deemedReceivedAt, reader.language)));
  }
  if (told.dueDay !== null && told.status !== "completed") {
    facts.push(fact(petitions.due, formatLongDay(told.dueDay, reader.language)));
  }
  const said = told.words.text === undefined ? [] : [paragraph(told.words.text)];
  const opens = { label: petitions.open, uri: link(`/petitions/${told.agencyId}/${told.id}`) };
  const inWords = `${title}\n${petitions.number} ${told.number} ${name}`;
  return cardMessage({ title, body: [...said, ...facts], buttons: [opens] }, inWords);
}

/** An officer wrote in the thread of a petition. */
export function petitionAnswered({ words, reader, link }: Speech, named: NamedPetition): LineMessage {
  const { petitions, notices } = words;
  const name = reader.language === "en" ? (named.service.en ?? named.service.th) : named.service.th;
  const { title } = notices.petitionAnswered;
  const opens = { label: petitions.open, uri: link(`/petitions/${named.agencyId}/${named.id}#thread`) };
  const facts = [fact(petitions.number, named.number), fact(petitions.service, name)];
  const inWords = `${title}\n${petitions.number} ${named.number} ${name}`;
  return cardMessage({ title, body: facts, buttons: [opens] }, inWords);
}
