import { paragraph, space, type Block, type PdfDocument } from "../kernel/pdf-document.ts";
import { formatLongDay, type BangkokDay } from "../kernel/thai-date.ts";

/** What the official letter about a lost phone carries. */
export interface LostLetter {
  readonly agency: string;
  readonly office: string;
  readonly name: string;
  readonly position: string;
  readonly userCode: string;
  readonly right: string;
  readonly lostOn: BangkokDay;
  /** When the system was told and stopped it, as people read it. */
  readonly stoppedAt: string;
  readonly said: string;
  /** Who signs as the head; null: not known, dots to write on. */
  readonly headName: string | null;
}

/** The letter's own sentences. It goes to a Thai office and is in Thai whatever language was spoken. */
export interface LostLetterWords {
  readonly title: string;
  readonly number: string;
  readonly dated: string;
  readonly subject: string;
  readonly to: string;
  readonly opening: (letter: LostLetter & { readonly lostDay: string }) => string;
  readonly how: (said: string) => string;
  readonly stopped: (at: string) => string;
  readonly closing: string;
  readonly respectfully: string;
  readonly signature: (name: string) => string;
  readonly head: (agency: string) => string;
}

const body = { size: 12 };

/**
 * The official letter by which an agency's head tells the central office of a lost phone (rules of the Soft Token,
 * section 4), drafted to be numbered, dated and signed by hand.
 */
export function lostLetter(letter: LostLetter, words: LostLetterWords, madeAt: Date): PdfDocument {
  const lostDay = formatLongDay(letter.lostOn, "th");
  const blocks: Block[] = [
    {
      kind: "columns",
      gapMm: 8,
      columns: [
        { share: 1, blocks: [{ kind: "blank", label: words.number, style: body }] },
        { share: 1, blocks: [paragraph(letter.agency, body)] },
      ],
    },
    space(4),
    {
      kind: "columns",
      gapMm: 8,
      columns: [
        { share: 1, blocks: [] },
        { share: 1, blocks: [{ kind: "blank", label: words.dated, style: body }] },
      ],
    },
    space(4),
    paragraph(words.subject, { ...body, bold: true }),
    space(2),
    paragraph(`${words.to} ${letter.office}`, body),
    space(4),
    paragraph(words.opening({ ...letter, lostDay }), body, { firstMm: 15 }),
    ...(letter.said === "" ? [] : [space(2), paragraph(words.how(letter.said), body, { firstMm: 15 })]),
    space(2),
    paragraph(words.stopped(letter.stoppedAt), body, { firstMm: 15 }),
    space(2),
    paragraph(words.closing, body, { firstMm: 15 }),
    space(8),
    { kind: "together", blocks: signature(letter, words) },
  ];
  return {
    title: words.title,
    language: "th",
    paper: "A4",
    marginMm: 25,
    madeAt,
    footer: null,
    blocks,
  };
}

function signature({ agency, headName }: LostLetter, words: LostLetterWords): Block[] {
  const middle = { align: "middle" } as const;
  return [
    paragraph(words.respectfully, body, middle),
    space(18),
    paragraph(words.signature(headName ?? ".".repeat(64)), body, middle),
    paragraph(words.head(agency), body, middle),
  ];
}
