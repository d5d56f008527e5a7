import type { LineMessage } from "../../server/ports.ts";
import { colours } from "./colours.ts";

/** A part of a Flex message, as the Messaging API takes it. */
export type FlexPart = Readonly<Record<string, unknown>> & { readonly type: string };

/** A button: a page, a telephone number, or an answer that comes back as a postback and shows as the reader's words. */
export type ButtonAction =
  | { readonly label: string; readonly uri: string }
  | { readonly label: string; readonly data: string; readonly says: string };

/** One card: the result first, at most a few facts, buttons inside the bubble. */
export interface Card {
  readonly title: string;
  /** What stands above the title, small; none on most cards. */
  readonly above?: string;
  readonly body?: readonly FlexPart[];
  /** The first is the primary one. */
  readonly buttons: readonly ButtonAction[];
}

const altTextLimit = 1500;
const labelLimit = 40;

/** A message of one card. `told` says all of it where cards cannot be shown or are read aloud. */
export function cardMessage(card: Card, told: string): LineMessage {
  return flexMessage(told, bubble(card));
}

/** A message of several cards side by side; LINE takes at most twelve. */
export function cardsMessage(cards: readonly Card[], told: string): LineMessage {
  const [first, ...others] = cards;
  if (first === undefined) throw new Error("a message without cards");
  if (others.length === 0) return cardMessage(first, told);
  return flexMessage(told, { type: "carousel", contents: cards.map(bubble) });
}

/** A plain text message. */
export function textMessage(text: string): LineMessage {
  return { type: "text", text };
}

/** A running sentence. */
export function paragraph(text: string, color: string = colours.ink): FlexPart {
  return { type: "text", text, wrap: true, scaling: true, size: "md", color };
}

/** A fact: its name small above, itself below. */
export function fact(name: string, value: string): FlexPart {
  return {
    type: "box",
    layout: "vertical",
    spacing: "xs",
    contents: [
      { type: "text", text: name, wrap: true, scaling: true, size: "sm", color: colours.quiet },
      { type: "text", text: value, wrap: true, scaling: true, size: "md", color: colours.ink },
    ],
  };
}

/** Cuts a text to so many characters as people count them (grapheme clusters), with an ellipsis. */
export function cutTo(limit: number, text: string): string {
  if (text.length <= limit) return text;
  const clusters = [...segmenter.segment(text)];
  if (clusters.length <= limit) return text;
  return `${clusters
    .slice(0, limit - 1)
    .map(({ segment }) => segment)
    .join("")}…`;
}

const segmenter = new Intl.Segmenter("th", { granularity: "grapheme" });

function flexMessage(told: string, contents: FlexPart): LineMessage {
  return { type: "flex", altText: cutToUnits(altTextLimit, told), contents };
}

/** Cuts a text to so many UTF-16 units, as LINE counts all but labels, and no letter in two. */
function cutToUnits(limit: number, text: string): string {
  if (text.length <= limit) return text;
  let cut = "";
  for (const { segment } of segmenter.segment(text)) {
    if (cut.length + segment.length > limit - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

function bubble(card: Card): FlexPart {
  const { title, above, body = [], buttons } = card;
  const head: FlexPart[] = [
    ...(above === undefined
      ? []
      : [
          {
            type: "text",
            text: above,
            wrap: true,
            scaling: true,
            size: "sm",
            weight: "bold",
            color: colours.teal,
          },
        ]),
    { type: "text", text: title, wrap: true, scaling: true, size: "lg", weight: "bold", color: colours.ink },
  ];
  return {
    type: "bubble",
    size: "mega",
    body: {
      type: "box",
      layout: "vertical",
      spacing: "md",
      paddingAll: "20px",
      contents: [...head, ...body],
    },
    ...(buttons.length === 0
      ? {}
      : {
          footer: {
            type: "box",
            layout: "vertical",
            spacing: "sm",
            paddingAll: "20px",
            paddingTop: "0px",
            contents: buttons.map((action, at) => button(action, at === 0)),
          },
        }),
  };
}

function button(action: ButtonAction, primary: boolean): FlexPart {
  return {
    type: "button",
    style: primary ? "primary" : "secondary",
    color: primary ? colours.teal : colours.ivory,
    height: "md",
    adjustMode: "shrink-to-fit",
    scaling: true,
    action: lineAction(action),
  };
}

function lineAction(action: ButtonAction): FlexPart {
  const label = cutTo(labelLimit, action.label);
  if ("uri" in action) return { type: "uri", label, uri: action.uri };
  return { type: "postback", label, data: action.data, displayText: action.says };
}
