import type { SeatNoticeKind } from "../../credentials/seat-notice.ts";
import type { Language } from "../../kernel/language.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import type { SeatSubject } from "../../notices/seat-subject.ts";
import { nameIn } from "../../visits/names.ts";
import { seatNoticeWords } from "../../words/seat-notice-words.ts";
import { wordsIn } from "../../words/words.ts";
import type { MailPart } from "./mail-part.ts";

/** Puts what somebody in a seat is told into the words of one language. */
export function seatMailPart(subject: SeatSubject, language: Language): MailPart {
  const { credentials, mails } = wordsIn(language);
  const { seat, kind, details } = subject;
  const words = seatNoticeWords(kind, details, credentials);
  const body = details.reason === undefined ? words.body : refusedBody(subject, language, details.reason);
  return {
    language,
    greeting: mails.greeting(seat.name),
    ...words,
    body,
    facts: [
      [credentials.notices.facts.userCode, seat.userCode],
      [credentials.notices.facts.right, credentials.rights[seat.right]],
      [credentials.notices.facts.agency, nameIn(seat.agency, language)],
      ...detailFacts(subject, language),
    ],
  };
}

/** The sentence of a refusal names the code and the reason, as the manual has it. */
function refusedBody({ seat }: SeatSubject, language: Language, reason: string): string {
  const { refused } = wordsIn(language).credentials.registrationNotices;
  return refused(seat.userCode, reason);
}

/** What is gone on with by signing in. */
const entered: readonly SeatNoticeKind[] = [
  "seat_taken",
  "seat_campaign_move",
  "seat_key_ending",
  "seat_phone_changed",
  "seat_answers_wrong",
  "seat_registration_refused",
  "seat_request_refused",
  "seat_request_answered",
];

/** Where its one button leads, under the address of the deployment; null: nowhere. */
export function seatMailPath({ kind, details }: SeatSubject): string | null {
  if (details.link) return details.link.path;
  // Somebody else knows the password: the way leads to where it is changed.
  if (kind === "seat_sign_in_denied") return "/seat/sign-in?next=%2Fseat%2Fpassword";
  return entered.includes(kind) ? "/seat/sign-in" : null;
}

/** What a kind tells of beyond the seat, and when it happened where that is all. */
export function detailFacts(
  { kind, details, at }: SeatSubject,
  language: Language,
): readonly (readonly [string, string])[] {
  const { notices, keyNotices, registrationNotices, campaign } = wordsIn(language).credentials;
  const { facts, ends } = notices;
  const { link, day, endReason, daysLeft, device } = details;
  if (daysLeft !== undefined) return [[keyNotices.daysLeft, keyNotices.days(daysLeft)]];
  if (details.request) return requestFacts(details.request, language);
  if (details.byDay) return [[campaign.byDay, formatDay(details.byDay, language)]];
  if (link) return [[facts.linkUntil, formatMoment(link.expiresAt, language)]];
  if (details.code)
    return [
      [registrationNotices.code, details.code.digits],
      [registrationNotices.codeUntil, formatMoment(details.code.expiresAt, language)],
    ];
  if (day && kind === "seat_registration_approved")
    return [[registrationNotices.from, formatDay(day, language)]];
  if (day) return [[facts.lastDay, formatDay(day, language)]];
  const when = [facts.when, formatMoment(at, language)] as const;
  if (device !== undefined) return [[keyNotices.device, device], when];
  return endReason ? [[facts.reason, ends[endReason]], when] : [when];
}

/** A request for service: its number, what was asked for, and why it was refused. */
function requestFacts(
  { number, case: of, said }: NonNullable<SeatSubject["details"]["request"]>,
  language: Language,
): readonly (readonly [string, string])[] {
  const { requests } = wordsIn(language).credentials;
  const reason = said === undefined ? [] : [[requests.reason, said] as const];
  return [[requests.number, number], [requests.asked, requests.cases[of]], ...reason];
}
