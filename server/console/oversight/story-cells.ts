import type { SeatEvent, SeatStoryLine } from "../../credentials/oversight.ts";
import type { Language } from "../../kernel/language.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import type { Words } from "../../words/words.ts";

/**
 * What stands beside an event: why it ended, who reported, what was asked, where somebody signed, an order's number; and
 * the reason of a refusal.
 */
export function sayDetail(words: Words, line: SeatStoryLine, language: Language): string {
  const { event, detail, reason, system } = line;
  const { story } = words.oversight;
  const known = (of: string) => sayNumber(words, event, of) ?? kindsOf(words, event)[of] ?? of;
  const said = system ? nameIn(system, language) : detail === null ? "" : known(detail);
  return [said, reason === null ? "" : story.reason(reason)].filter((each) => each !== "").join(" · ");
}

/** Null: the detail of such an event is no number of an order or letter. */
function sayNumber({ oversight }: Words, event: SeatEvent, number: string): string | null {
  if (event === "lost_letter_sent") return oversight.story.letterNumber(number);
  const isOrder = event === "named" || event === "order_attached" || event === "order_removed";
  return isOrder ? oversight.story.orderNumber(number) : null;
}

function kindsOf({ oversight, credentials }: Words, event: SeatEvent): Readonly<Record<string, string>> {
  const { cases } = credentials.requests;
  const systems = oversight.story.systems;
  const kinds: Partial<Record<SeatEvent, Readonly<Record<string, string>>>> = {
    left_seat: oversight.story.ends,
    key_ended: oversight.story.keyEnds,
    sign_in_signed: systems,
    sign_in_denied: systems,
    sign_in_failed: systems,
    sign_in_expired: systems,
    phone_lost: credentials.lost.reporters,
    request_sent: cases,
    request_signed: cases,
    request_granted: cases,
    request_refused: cases,
  };
  return kinds[event] ?? {};
}

/** The columns of the file. */
export function storyHeader({ oversight }: Words): readonly string[] {
  const { story, agency, userCode, holder } = oversight;
  return [story.at, agency, userCode, holder, story.event, story.detail, story.by];
}

/** One line under those columns. */
export function storyCells(words: Words, line: SeatStoryLine, language: Language): readonly string[] {
  const { oversight, credentials } = words;
  return [
    formatMoment(line.at, language),
    nameIn({ nameTh: line.agencyTh, nameEn: line.agencyEn }, language),
    line.userCode,
    `${line.name} (${credentials.parts[line.part]})`,
    oversight.story.events[line.event],
    sayDetail(words, line, language),
    line.by ?? "",
  ];
}
