import type { SeatSubject } from "../../server/notices/seat-subject.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { LineMessage } from "../../server/ports.ts";
import { seatNoticeWords } from "../../server/words/seat-notice-words.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph } from "./flex.ts";

/** What somebody in a seat is told in LINE: what, which seat, when, and what to do if it was not them. A link that sets a password never goes this way: the phone is the other factor. */
export function seatMessages(
  { words, reader, link }: Speech,
  { kind, seat, at, details }: SeatSubject,
  publicUrl: URL,
): readonly LineMessage[] {
  if (details.link || details.code) return [];
  const { notices, keyNotices, registrationNotices } = words.credentials;
  const { facts, ends } = notices;
  const { title, body: plain, button, notAsked } = seatNoticeWords(kind, details, words.credentials);
  const { reason } = details;
  const body = reason === undefined ? plain : registrationNotices.refused(seat.userCode, reason);
  const dayName = kind === "seat_registration_approved" ? registrationNotices.from : facts.lastDay;
  const told: readonly (readonly [string, string])[] = [
    [facts.userCode, seat.userCode],
    [facts.right, words.credentials.rights[seat.right]],
    [facts.agency, nameIn(seat.agency, reader.language)],
    ...(details.byDay
      ? [[words.credentials.campaign.byDay, formatDay(details.byDay, reader.language)] as const]
      : []),
    ...(details.day ? [[dayName, formatDay(details.day, reader.language)] as const] : []),
    ...(details.daysLeft ? [[keyNotices.daysLeft, keyNotices.days(details.daysLeft)] as const] : []),
    ...(details.device ? [[keyNotices.device, details.device] as const] : []),
    ...(details.endReason ? [[facts.reason, ends[details.endReason]] as const] : []),
    ...(isYetToCome(details) ? [] : [[facts.when, formatMoment(at, reader.language)] as const]),
  ];
  const computer = new URL(`/seat/sign-in?${nextOf(kind)}openExternalBrowser=1`, publicUrl).href;
  const uri = details.phonePath === undefined ? computer : link(details.phonePath);
  const card = {
    title,
    body: [paragraph(body), ...told.map(([name, value]) => fact(name, value)), paragraph(notAsked)],
    buttons: button === null ? [] : [{ label: button, uri }],
  };
  const facing = told.map(([name, value]) => `${name} ${value}`).join("\n");
  return [cardMessage(card, `${title}\n${body}\n${facing}\n${notAsked}`)];
}

/** What is told of a day that is still to come has that day, and no hour of its own. */
function isYetToCome({ day, byDay, daysLeft }: SeatSubject["details"]): boolean {
  return day !== undefined || byDay !== undefined || daysLeft !== undefined;
}

/** Whoever said that it was not them goes on to where the password is changed. */
function nextOf(kind: SeatSubject["kind"]): string {
  return kind === "seat_sign_in_denied" ? "next=%2Fseat%2Fpassword&" : "";
}
