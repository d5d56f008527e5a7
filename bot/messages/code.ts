import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { Reader, ToldCode } from "../../server/notices/subject.ts";
import type { LineMessage } from "../../server/ports.ts";
import {
  formatServiceCode,
  visibleStatus,
  type ServiceCodeStatus,
} from "../../server/visits/service-code.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { Words } from "../../server/words/words.ts";
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
import type { PageLink } from "./links.ts";

/** What every maker of messages works with. */
export interface Speech {
  readonly words: Words;
  readonly reader: Reader;
  readonly link: PageLink;
  /** Links into the console, for what is told to officers; left out: there are none. */
  readonly console?: PageLink;
  /** Links into the computer's pages of somebody in a seat; left out: there are none. */
  readonly seat?: PageLink;
}

/** A code that was just issued: the code in groups, where, for what, until when. */
export function codeIssued(speech: Speech, code: ToldCode): LineMessage {
  return codeMessage(speech, [code]);
}

/** One or more codes as cards, each with the status it has now. */
export function codeMessage(speech: Speech, codes: readonly ToldCode[]): LineMessage {
  const told = codes.map((code) => tellCode(speech, code)).join("\n");
  return cardsMessage(
    codes.map((code) => codeCard(speech, code)),
    told,
  );
}

/** Codes that can still be cancelled, each with the button that opens it. */
export function cancellableCodes(speech: Speech, codes: readonly ToldCode[]): LineMessage {
  const { bot } = speech.words;
  const buttons = codes.map((code): ButtonAction => ({
    label: formatServiceCode(code.code),
    uri: speech.link(`/code/${code.id}${whose(code)}`),
  }));
  const told = `${bot.codes.cancelTitle}\n${bot.codes.cancelBody}`;
  return cardMessage(
    { title: bot.codes.cancelTitle, body: [paragraph(bot.codes.cancelBody)], buttons },
    told,
  );
}

/** A code that was cancelled: by the reader's own tap, or by the facility, which says why. */
export function codeCancelled(speech: Speech, code: ToldCode): LineMessage {
  const { code: words, buttons } = speech.words.notices;
  const [shown, facility] = [formatServiceCode(code.code), nameIn(code.facility, speech.reader.language)];
  const { cancelReason: reason } = code;
  const title = reason === null ? words.cancelledTitle : words.cancelledThereTitle;
  const text =
    reason === null
      ? words.cancelledBody(shown, facility)
      : words.cancelledThereBody(shown, facility, reason);
  const body = [
    paragraph(text),
    ...forWhom(speech, code),
    ...(reason === null ? [] : [paragraph(words.cancelledThereNext)]),
  ];
  const scan = { label: buttons.scan, uri: speech.link("/scan") };
  return cardMessage({ title, body, buttons: [scan] }, `${title}\n${text}`);
}

function codeCard(speech: Speech, code: ToldCode): Card {
  const { notices } = speech.words;
  const { language, now } = speech.reader;
  const status = visibleStatus(code, now);
  return {
    above: notices.code.title,
    title: nameIn(code.facility, language),
    body: [
      codeBox(code, status, speech),
      fact(notices.labels.service, nameIn(code.service, language)),
      ...forWhom(speech, code),
      fact(notices.labels.until, formatMoment(code.expiresAt, language)),
    ],
    buttons: [{ label: notices.buttons.openCode, uri: speech.link(`/code/${code.id}${whose(code)}`) }],
  };
}

const statusColours = {
  issued: colours.teal,
  used: colours.green,
  closed: colours.green,
  cancelled: colours.red,
  expired: colours.quiet,
} as const satisfies Record<ServiceCodeStatus, string>;

const statusMarks = {
  issued: "●",
  used: "✓",
  closed: "✓",
  cancelled: "✕",
  expired: "–",
} as const satisfies Record<ServiceCodeStatus, string>;

function codeBox(code: ToldCode, status: ServiceCodeStatus, speech: Speech): FlexPart {
  const { statuses } = speech.words.notices;
  return {
    type: "box",
    layout: "vertical",
    spacing: "xs",
    paddingAll: "12px",
    cornerRadius: "8px",
    backgroundColor: colours.ivory,
    contents: [
      {
        type: "text",
        text: formatServiceCode(code.code),
        // Wraps where the letters are large: a code is never cut.
        wrap: true,
        size: "xl",
        weight: "bold",
        align: "center",
        color: status === "issued" ? colours.ink : colours.quiet,
        scaling: true,
      },
      {
        type: "text",
        text: `${statusMarks[status]} ${statuses[status]}`,
        size: "sm",
        align: "center",
        color: statusColours[status],
        wrap: true,
        scaling: true,
      },
    ],
  };
}

function forWhom(speech: Speech, code: ToldCode): FlexPart[] {
  return code.forWhom === null ? [] : [fact(speech.words.notices.labels.forPerson, code.forWhom)];
}

function tellCode(speech: Speech, code: ToldCode): string {
  const { code: words, statuses } = speech.words.notices;
  const { language, now } = speech.reader;
  const status = visibleStatus(code, now);
  const spoken = formatServiceCode(code.code);
  const facility = nameIn(code.facility, language);
  const service = nameIn(code.service, language);
  const told =
    status === "issued"
      ? words.told(spoken, facility, service, formatMoment(code.expiresAt, language))
      : words.toldStatus(spoken, statuses[status], facility, service);
  return code.forWhom === null ? told : `${told} ${words.forPerson(code.forWhom)}`;
}

/** A code of somebody else is found by the delegation that allows it; the page knows it by the person. */
function whose(code: ToldCode): string {
  return code.delegationId === null ? "" : `?for=${code.delegationId}`;
}
