import type { LostTold } from "../../credentials/lost-notice.ts";
import type { ToldSeat } from "../../credentials/seat-notice.ts";
import type { SigningPurpose } from "../../credentials/sign-in-challenge.ts";
import type { Language } from "../../kernel/language.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { StaffSubject } from "../../notices/staff-subject.ts";
import type { Words } from "../../words/words.ts";
import type { MailPart, Told } from "./mail-part.ts";

/** A key is over: by wrong PINs, or because its holder gave the seat up. */
export function toldOver(
  subject: Extract<StaffSubject, { readonly purpose: SigningPurpose }>,
  words: Words,
  language: Language,
): Told {
  const { keyNotices, notices } = words.credentials;
  const facts = seatFacts(subject, words, language);
  const { ended } = subject;
  if (ended === undefined) return { ...keyNotices.head.disabled, facts };
  return { ...keyNotices.head.ended, facts: [...facts, [notices.facts.reason, notices.ends[ended]]] };
}

/** In which request somebody else wrote, or which waits for a head's signature, and when. */
export function toldSaid(
  { request, seat, at, what }: Extract<StaffSubject, { readonly kind: "staff_request_said" }>,
  { requests, requestPages, notices }: Words["credentials"],
  language: Language,
): Told {
  const number = [requests.number, request.number] as const;
  const code = [notices.facts.userCode, seat.userCode] as const;
  const when = [notices.facts.when, formatMoment(at, language)] as const;
  if (what === "said") return { ...requestPages.saidMail, facts: [number, code, when] };
  const about = [requests.form.about, seat.name] as const;
  const asked = [requests.asked, requests.cases[request.case]] as const;
  return { ...requestPages.signMail, facts: [number, asked, code, about, when] };
}

/** What a head is told of "ไม่ใช่ฉัน": signing in, or what else was asked. */
export function deniedHead(purpose: SigningPurpose, { credentials }: Words): Omit<Told, "facts"> {
  const { denied, deniedOther } = credentials.keyNotices.head;
  if (purpose === "sign_in") return denied;
  const { title, body, notAsked } = deniedOther;
  return { title, body: body(credentials.phone.purposes[purpose]), notAsked };
}

/** Whose seat it is, and when it happened. */
export function seatFacts(
  { seat, at }: { readonly seat: ToldSeat; readonly at: Date },
  words: Words,
  language: Language,
): MailPart["facts"] {
  return [...holderFacts(seat, words), [words.credentials.notices.facts.when, formatMoment(at, language)]];
}

/** Whose phone was lost, and by when the letter is due. */
export function lostFacts(
  { seat, letterDue }: LostTold,
  words: Words,
  language: Language,
): MailPart["facts"] {
  return [...holderFacts(seat, words), [words.mails.letterBy, formatDay(letterDue, language)]];
}

function holderFacts({ userCode, name }: ToldSeat, { credentials }: Words): MailPart["facts"] {
  return [
    [credentials.notices.facts.userCode, userCode],
    [credentials.keyNotices.head.holder, name],
  ];
}
