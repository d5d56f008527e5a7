import { holdTogether, holdUnits } from "../kernel/hold-together.ts";
import { paragraph, space, type Block, type PdfDocument } from "../kernel/pdf-document.ts";
import { fillParagraph } from "./document-template.ts";
import type { QrModules } from "../visits/qr-drawing.ts";

/** A seal as it is drawn: a JPEG and its size in pixels. */
export interface SealPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What stands on an issued document. */
export interface DocumentPaper {
  readonly title: string;
  readonly agency: string;
  /** Address and phone, as they are printed; empty: they were not set. */
  readonly address: string;
  readonly seal: SealPicture | null;
  /** Null: a preview, which has none. */
  readonly number: string | null;
  /** The number of the one it stands in place of. */
  readonly replaces: string | null;
  readonly paragraphs: readonly string[];
  /** The filled value of a field; null: it is left to write on by hand. */
  readonly valueOf: (field: string) => string | null;
  readonly issuer: string;
  /** How the paper is checked; null: a preview cannot be. */
  readonly check: { readonly code: string; readonly address: string; readonly qr: QrModules } | null;
}

/** The sentences of an issued document beside its own; papers of an agency are in Thai. */
export interface DocumentPaperWords {
  readonly preview: string;
  readonly number: (number: string) => string;
  readonly replaces: (number: string) => string;
  readonly issuer: string;
  readonly check: string;
  readonly checkBy: (address: string) => string;
  readonly electronic: string;
  readonly page: (page: number, pages: number) => string;
}

const body = { size: 12 };
const small = { size: 9.5 };
const middle = { align: "middle" } as const;
const sealMm = 26;

/** An issued document as it is set on paper: seal, agency, title, number, what it says, who issued it, how to check it. */
export function documentPaper(paper: DocumentPaper, words: DocumentPaperWords, madeAt: Date): PdfDocument {
  const blocks: Block[] = [
    ...head(paper, words),
    ...paper.paragraphs.flatMap((text) => [
      paragraph(holdUnits(fillParagraph(text, (field) => held(paper.valueOf(field)))), body, { firstMm: 15 }),
      space(2),
    ]),
    space(10),
    { kind: "together", blocks: foot(paper, words) },
  ];
  const { title } = paper;
  return { title, language: "th", paper: "A4", marginMm: 22, madeAt, footer: words.page, blocks };
}

function held(value: string | null): string | null {
  return value === null ? null : holdTogether(value);
}

function head(paper: DocumentPaper, words: DocumentPaperWords): Block[] {
  const { seal, number, replaces } = paper;
  const isNamed = paper.paragraphs.some((text) => text.includes("{{document_number}}"));
  return [
    ...(number === null
      ? [paragraph(words.preview, { size: 12, bold: true, ink: "grey" }, middle), space(3)]
      : []),
    ...(seal === null
      ? []
      : [{ kind: "picture", ...seal, widthMm: sealWidth(seal), ...middle } as const, space(2)]),
    paragraph(paper.agency, { size: 14, bold: true }, middle),
    ...(paper.address === "" ? [] : [paragraph(paper.address, small, middle)]),
    space(6),
    paragraph(paper.title, { size: 17, bold: true }, middle),
    ...(number === null || isNamed
      ? []
      : [space(2), paragraph(words.number(number), body, { align: "end" })]),
    ...(replaces === null ? [] : [paragraph(words.replaces(replaces), small, { align: "end" })]),
    space(6),
  ];
}

/** A seal is as high as it is wide at most. */
function sealWidth({ width, height }: SealPicture): number {
  return sealMm * Math.min(1, width / height);
}

function foot({ issuer, agency, check }: DocumentPaper, words: DocumentPaperWords): Block[] {
  const signed: Block[] = [
    space(8),
    paragraph(`(${issuer})`, body, middle),
    paragraph(words.issuer, body, middle),
    paragraph(agency, body, middle),
  ];
  const checked: Block[] =
    check === null
      ? []
      : [
          { kind: "qr", modules: check.qr, sideMm: 26 },
          paragraph(words.check, { ...small, bold: true }),
          paragraph(words.checkBy(check.address), small),
          paragraph(check.code, { size: 13, bold: true }),
        ];
  return [
    {
      kind: "columns",
      gapMm: 6,
      columns: [
        { share: 5, blocks: checked },
        { share: 6, blocks: signed },
      ],
    },
    space(4),
    { kind: "rule" },
    space(1),
    paragraph(words.electronic, { size: 9, ink: "grey" }, middle),
  ];
}
