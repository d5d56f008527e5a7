import type { Wording } from "../../forms/field.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { Addressee, CitizenSubject } from "../../notices/subject.ts";
import type { NamedPetition, ToldPetition } from "../../petitions/told-petition.ts";
import { nameIn } from "../../visits/names.ts";
import { wordsIn, type Words } from "../../words/words.ts";
import { documentMail } from "./document-mail.ts";
import { idCheckMail, idCheckMailPath } from "./id-check-mail.ts";
import type { MailPart } from "./mail-part.ts";

type Told = Pick<MailPart, "title" | "body" | "facts" | "notAsked" | "button">;

/** Puts what a citizen is told by mail into their language; null: the kind does not travel by mail. */
export function citizenMailPart(subject: CitizenSubject, addressee: Addressee): MailPart | null {
  const { language, name } = addressee;
  const words = wordsIn(language);
  const told = toldIn(subject, words, addressee);
  const greeting = name === null ? words.mails.greetingUnnamed : words.mails.greeting(name);
  return told && { language, greeting, ...told };
}

/** Where its one button leads, under the address of the deployment; null: nowhere. */
export function citizenMailPath(subject: CitizenSubject): string | null {
  if ("check" in subject) return idCheckMailPath(subject.kind, subject.check);
  if ("document" in subject) return `/liff/documents/${subject.document.id}`;
  if (!("petition" in subject)) return null;
  const { agencyId, id } = subject.petition;
  return `/liff/petitions/${agencyId}/${id}`;
}

function toldIn(subject: CitizenSubject, words: Words, addressee: Addressee): Told | null {
  switch (subject.kind) {
    case "petition_filed":
    case "petition_moved":
    case "petition_completed":
      return step(subject.petition, words, addressee);
    case "petition_handed":
      return null;
    case "petition_answered": {
      const { title, body } = words.mails.petitionAnswered;
      const { number } = subject.petition;
      return framed(subject.petition, words, addressee, { title: `${title} ${number}`, body, facts: [] });
    }
    case "document_issued":
    case "document_revoked":
      return documentMail(subject.kind, subject.document, words, addressee.language);
    case "id_check_approved":
    case "id_check_sent_back":
      return idCheckMail(subject.kind, subject.check, words, addressee);
    case "otp_sms":
    case "chat_reply":
    case "registration_step":
    case "registered":
    case "registration_elsewhere":
    case "link_moved":
    case "consent_withdrawn":
    case "reminder":
    case "pin_changed":
    case "pin_disabled":
    case "phone_changed":
    case "code_issued":
    case "code_cancelled":
    case "look_answered":
    case "code_wanted":
    case "companion_asked":
    case "companion_agreed":
    case "companion_refused":
    case "companion_ended":
    case "companion_used":
    case "email_unreachable":
      return null;
  }
}

/** A petition after a step: what happened, where it stands, and what runs. What was said stands on the page alone. */
function step(told: ToldPetition, words: Words, addressee: Addressee): Told {
  const { petitions, mails } = words;
  const { language } = addressee;
  const facts: [string, string][] = [];
  if (told.outcome !== null) facts.push([petitions.outcome, petitions.outcomes[told.outcome]]);
  facts.push([petitions.status, petitions.statuses[told.status]]);
  if (told.step === "submitted") {
    facts.push([petitions.receivedByLaw, formatMoment(told.deemedReceivedAt, language)]);
  }
  if (told.dueDay !== null && told.status !== "completed") {
    facts.push([petitions.due, formatDay(told.dueDay, language)]);
  }
  if (told.words.untilDay !== undefined) {
    facts.push([petitions.answerBy, formatDay(told.words.untilDay, language)]);
  }
  if (told.words.appealUntil !== undefined) {
    facts.push([petitions.appealBy, formatDay(told.words.appealUntil, language)]);
  }
  if (told.step === "completed" && told.outcome !== null) {
    const title = petitions.resultOf(told.number, petitions.outcomes[told.outcome]);
    const body = mails.petitionEnded(words.follow.outcome.text[told.outcome]);
    return framed(told, words, addressee, { title, body, facts });
  }
  const title = `${petitions.events[told.step]} ${told.number}`;
  return framed(told, words, addressee, { title, body: mails.petition[told.step], facts });
}

function framed(
  named: NamedPetition,
  words: Words,
  { language }: Addressee,
  said: Pick<Told, "title" | "body" | "facts">,
): Told {
  const { petitions, mails } = words;
  const service = inLanguage(named.service, language);
  const whose: MailPart["facts"] = [
    [petitions.number, named.number],
    [petitions.service, service],
    [mails.facts.agency, nameIn(named.agency, language)],
  ];
  return {
    ...said,
    facts: [...whose, ...said.facts],
    button: petitions.open,
    notAsked: mails.petitionNotYours,
  };
}

function inLanguage(name: Wording, language: Addressee["language"]): string {
  return language === "en" ? (name.en ?? name.th) : name.th;
}
