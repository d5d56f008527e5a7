import { holdTogether } from "../kernel/hold-together.ts";
import { paragraph, space, type Block, type PdfDocument } from "../kernel/pdf-document.ts";
import { formatDay, formatLongDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { SeatOrderText } from "./seat-order.ts";

/** Somebody as an order names them. */
export interface PaperPerson {
  readonly userCode: string;
  readonly right: string;
  readonly name: string;
  readonly position: string;
  readonly part: string;
  readonly startsOn: BangkokDay;
  readonly endsOn: BangkokDay | null;
}

/** What stands on an order. */
export interface OrderPaper {
  readonly agency: string;
  readonly number: string;
  readonly dated: BangkokDay;
  readonly text: SeatOrderText;
  readonly people: readonly PaperPerson[];
  /** True while nobody is named by it: it says so. */
  readonly isDraft: boolean;
}

/** The order's own sentences; an agency's papers are in Thai. */
export interface SeatOrderPaperWords {
  readonly order: (agency: string) => string;
  readonly number: (number: string) => string;
  readonly subject: string;
  readonly opening: (agency: string) => string;
  readonly columns: readonly [string, string, string, string, string];
  readonly from: (day: string) => string;
  readonly fromUntil: (from: string, until: string) => string;
  readonly duties: string;
  readonly controls: string;
  readonly keeping: string;
  readonly dated: (day: string) => string;
  readonly head: string;
  readonly draft: string;
  readonly page: (page: number, pages: number) => string;
}

const body = { size: 12 };
const strong = { size: 12, bold: true };
const listed = { size: 10.5 };
const middle = { align: "middle" } as const;

/** A written order that names people to seats, set to be signed: who, to what, from when, and how it is kept safe. */
export function orderPaper(paper: OrderPaper, words: SeatOrderPaperWords, madeAt: Date): PdfDocument {
  const title = `${words.order(paper.agency)} ${words.number(paper.number)}`;
  const blocks: Block[] = [
    ...(paper.isDraft
      ? [paragraph(words.draft, { size: 12, bold: true, ink: "grey" }, middle), space(3)]
      : []),
    paragraph(words.order(paper.agency), { size: 15, bold: true }, middle),
    paragraph(words.number(paper.number), body, middle),
    paragraph(words.subject, strong, middle),
    space(4),
    { kind: "rule" },
    space(4),
    paragraph(words.opening(paper.agency), body, { firstMm: 15 }),
    space(3),
    people(paper, words),
    space(4),
    ...section("duties", paper, words),
    ...section("controls", paper, words),
    // Nobody signs a sheet on which nothing stands.
    { kind: "together", blocks: [...section("keeping", paper, words), ...signed(paper, words)] },
  ];
  return { title, language: "th", paper: "A4", marginMm: 22, madeAt, footer: words.page, blocks };
}

function section(
  name: keyof SeatOrderText,
  { text }: OrderPaper,
  words: SeatOrderPaperWords,
): readonly Block[] {
  const lines = text[name].split("\n").filter((line) => line.trim() !== "");
  return [
    paragraph(words[name], strong, { withNext: true }),
    ...lines.map((line) => paragraph(line.trim(), body, { insetMm: 8 })),
    space(2),
  ];
}

function people({ people: named }: OrderPaper, words: SeatOrderPaperWords): Block {
  const [number, seat, who, part, days] = words.columns;
  return {
    kind: "table",
    style: listed,
    columns: [
      { title: number, share: 14, align: "middle" },
      { title: seat, share: 41 },
      { title: who, share: 44 },
      { title: part, share: 26 },
      { title: days, share: 36 },
    ],
    rows: named.map((person, at) => [
      String(at + 1),
      `${person.userCode}\n${person.right}`,
      `${person.name}\n${person.position}`,
      person.part,
      daysOf(person, words),
    ]),
  };
}

function daysOf({ startsOn, endsOn }: PaperPerson, words: SeatOrderPaperWords): string {
  const day = (at: BangkokDay) => holdTogether(formatDay(at, "th"));
  return endsOn === null ? words.from(day(startsOn)) : words.fromUntil(day(startsOn), day(endsOn));
}

function signed({ dated, agency }: OrderPaper, words: SeatOrderPaperWords): Block[] {
  return [
    space(4),
    paragraph(words.dated(formatLongDay(dated, "th")), body, middle),
    space(16),
    paragraph(".".repeat(60), body, middle),
    paragraph(`(${".".repeat(50)})`, body, middle),
    paragraph(words.head, body, middle),
    paragraph(agency, body, middle),
  ];
}
