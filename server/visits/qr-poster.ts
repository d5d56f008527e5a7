import {
  paragraph,
  paperSizes,
  space,
  type Block,
  type PaperSize,
  type PdfDocument,
} from "../kernel/pdf-document.ts";
import type { Names } from "./names.ts";
import { drawingSize, enlarged, scanningDrawings } from "./poster-drawings.ts";
import type { QrModules } from "./qr-drawing.ts";
import { formatShortCode } from "./short-code.ts";

/** What a poster with a printed QR says. */
export interface QrPoster {
  readonly facility: Names;
  readonly hcode: string;
  readonly service: Names;
  readonly serviceType: string;
  readonly modules: QrModules;
  readonly shortCode: string;
  /** The QR's number as people say it: five digits. */
  readonly number: string;
}

export interface PosterWords {
  readonly title: string;
  readonly scan: string;
  /** One for each picture. */
  readonly steps: readonly string[];
  readonly typed: string;
  readonly foot: (number: string, serviceType: string, hcode: string) => string;
}

/** Measures of the A4 poster; smaller paper has everything smaller by its width. */
const marginMm = 12;
const qrMm = 96;

/**
 * A poster for the counter, on one page: facility and service in Thai and English, the QR, the number to type instead,
 * how to scan in three pictures. Long names are set smaller.
 */
export function qrPoster(
  poster: QrPoster,
  paper: PaperSize,
  words: { readonly th: PosterWords; readonly en: PosterWords },
  madeAt: Date,
): PdfDocument {
  const k = paperSizes[paper].widthMm / paperSizes.A4.widthMm;
  const cell = [
    ...names(poster, k),
    space(6 * k),
    ...call(poster, words, k),
    { kind: "qr", modules: poster.modules, sideMm: qrMm * k, align: "middle" } as const,
    space(2 * k),
    ...typedInstead(poster, words, k),
    space(6 * k),
    steps(words, k),
    space(3 * k),
    foot(poster, words, k),
  ];
  return {
    title: `${words.th.title} ${poster.facility.nameTh}`,
    language: "th",
    paper,
    marginMm: marginMm * k,
    madeAt,
    footer: null,
    blocks: [{ kind: "cells", across: 1, down: 1, padMm: 0, cells: [cell] }],
  };
}

const middle = { align: "middle" } as const;

function names({ facility }: QrPoster, k: number): Block[] {
  return [
    {
      kind: "framed",
      padMm: 4 * k,
      ground: "teal",
      blocks: [
        paragraph(facility.nameTh, { size: 25 * k, bold: true, ink: "white" }, middle),
        paragraph(facility.nameEn, { size: 13 * k, ink: "white" }, middle),
      ],
    },
  ];
}

type BothWords = Parameters<typeof qrPoster>[2];

function call({ service }: QrPoster, { th, en }: BothWords, k: number): Block[] {
  return [
    paragraph(th.scan, { size: 27 * k, bold: true, ink: "teal" }, middle),
    paragraph(en.scan, { size: 14 * k, ink: "teal" }, middle),
    space(2 * k),
    paragraph(service.nameTh, { size: 18 * k, bold: true }, middle),
    paragraph(service.nameEn, { size: 12 * k }, middle),
  ];
}

function typedInstead({ shortCode }: QrPoster, { th, en }: BothWords, k: number): Block[] {
  const code = formatShortCode(shortCode).replaceAll(" ", "\u00a0\u00a0");
  return [
    paragraph(`${th.typed} · ${en.typed}`, { size: 12 * k }, middle),
    paragraph(code, { size: 28 * k, bold: true }, middle),
  ];
}

function steps({ th, en }: BothWords, k: number): Block {
  return {
    kind: "columns",
    gapMm: 6 * k,
    columns: scanningDrawings.map((drawing, at) => ({
      share: 1,
      blocks: [
        {
          kind: "drawing",
          widthMm: drawingSize.widthMm * k * 0.8,
          heightMm: drawingSize.heightMm * k * 0.8,
          align: "middle",
          shapes: enlarged(drawing, k * 0.8),
        },
        space(1.5 * k),
        paragraph(`${at + 1}. ${th.steps[at] ?? ""}`, { size: 13 * k, bold: true }, middle),
        paragraph(en.steps[at] ?? "", { size: 10.5 * k }, middle),
      ],
    })),
  };
}

function foot(poster: QrPoster, { th, en }: BothWords, k: number): Block {
  const said = [th, en].map((words) => words.foot(poster.number, poster.serviceType, poster.hcode));
  return paragraph(said.join(" · "), { size: 9 * k, ink: "grey" }, middle);
}
