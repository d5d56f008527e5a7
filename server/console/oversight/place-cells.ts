import { standingOf } from "../../credentials/seat-standing.ts";
import type { PageContext } from "../../http/page/context.ts";
import { standingWords } from "../seats/standing.tsx";
import type { OverseenHolding, OverseenPlace, SeatFinding } from "../../credentials/oversight.ts";
import { bangkokDay, formatDay, formatMoment, formatTime, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Language } from "../../kernel/language.ts";
import { nameIn } from "../../visits/names.ts";
import { unbroken } from "../../words/unbroken.ts";
import type { Words } from "../../words/words.ts";

type OversightWords = Words["oversight"];

/** A moment that breaks between day and time alone. */
export function sayMoment(at: Date, language: Language): string {
  return `${unbroken(formatDay(bangkokDay(at), language))} ${unbroken(formatTime(at, language))}`;
}

/** How a page or a file writes a day and a moment. */
export interface SayTime {
  readonly day: (day: BangkokDay) => string;
  readonly moment: (at: Date) => string;
}

/** On a page: a day is not broken over two lines. */
export function shownTime(language: Language): SayTime {
  return {
    day: (day) => unbroken(formatDay(day, language)),
    moment: (at) => sayMoment(at, language),
  };
}

/** In a file: with the spaces that everybody types. */
function filedTime(language: Language): SayTime {
  return {
    day: (day) => formatDay(day, language),
    moment: (at) => formatMoment(at, language),
  };
}

/** Who is in a seat, in which part, and how they stand in the words that every page of seats has for it. */
export function sayHolder(page: Speaking, { holding, wasHeld, findings }: OverseenPlace): string {
  const { oversight, credentials } = page.words;
  if (holding === null) return wasHeld ? oversight.nobody : oversight.neverHeld;
  const { name, part, notAfter } = holding;
  const judgedAt = findings.includes("certificate_expired") && notAfter ? notAfter : new Date(0);
  return `${name} · ${credentials.parts[part]} · ${standingWords(page, standingOf(holding, judgedAt))}`;
}

type Speaking = Pick<PageContext, "words" | "language">;

/** Since when somebody is in a seat, and for a deputy until when. */
export function saySince(words: OversightWords, holding: OverseenHolding | null, { day }: SayTime): string {
  if (holding === null) return words.none;
  const since = day(bangkokDay(holding.since));
  return holding.endsOn === null ? since : `${since} ${words.until(day(holding.endsOn as BangkokDay))}`;
}

/** The order behind it, and how many files of it are here. */
export function sayOrder(words: OversightWords, holding: OverseenHolding | null, { day }: SayTime): string {
  if (holding === null) return words.none;
  const { order } = holding;
  if (order === null) return words.noOrder;
  const files = words.files(order.files);
  if (order.number === null) return `${words.broughtOrder} · ${files}`;
  return `${words.orderOf(order.number, day(order.dated as BangkokDay))} · ${files}`;
}

/** When the holder last set a password; the first one of a sealed letter was set by somebody else. */
export function sayPassword(
  words: OversightWords,
  holding: OverseenHolding | null,
  { moment }: SayTime,
): string | null {
  if (!holding?.passwordSetAt) return null;
  return holding.isLetterPassword ? words.letterPassword : moment(holding.passwordSetAt);
}

/** A finding in words; a seat to which somebody was named is not simply without a holder. */
export function sayFinding(
  words: OversightWords,
  finding: SeatFinding,
  holding: OverseenHolding | null,
): string {
  const isNamed = finding === "vacant" && holding?.part === "holder" && holding.state === "named";
  return isNamed ? words.namedOnly : words.findings[finding];
}

/** The columns of the file. */
export function placeHeader(words: OversightWords): readonly string[] {
  const { agency, userCode, right, holder, since, order, passwordSetAt, notAfter, finding } = words;
  return [agency, userCode, right, holder, since, order, passwordSetAt, notAfter, finding];
}

/** One place under those columns. */
export function placeCells(all: Words, place: OverseenPlace, language: Language): readonly string[] {
  const words = all.oversight;
  const { holding, findings } = place;
  const time = filedTime(language);
  return [
    nameIn({ nameTh: place.agencyTh, nameEn: place.agencyEn }, language),
    place.userCode,
    all.credentials.rights[place.right],
    sayHolder({ words: all, language }, place),
    saySince(words, holding, time),
    sayOrder(words, holding, time),
    sayPassword(words, holding, time) ?? "",
    holding?.notAfter ? time.moment(holding.notAfter) : "",
    findings.map((finding) => sayFinding(words, finding, holding)).join(", "),
  ];
}
