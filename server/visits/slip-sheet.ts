import { paragraph, space, type Block, type PdfDocument, type TextStyle } from "../kernel/pdf-document.ts";
import { formatServiceCode, type ServiceCode } from "./service-code.ts";

/** One slip as it is printed: its code, and its place in the block. */
export interface PrintedSlip {
  readonly code: ServiceCode;
  readonly number: number;
}

export interface SlipSheetWords {
  readonly title: string;
  readonly number: (number: number) => string;
  /** What is written by hand, line by line. */
  readonly lines: readonly string[];
  /** How it gets into the system later. */
  readonly later: string;
}

const line: TextStyle = { size: 10 };

/**
 * Slips to print before the network fails (N17), eight a page with lines to cut along: the code that was allocated
 * beforehand, lines for what the counter writes, and how to enter it later.
 */
export function slipSheet(
  facility: string,
  slips: readonly PrintedSlip[],
  words: SlipSheetWords,
  language: "th" | "en",
  madeAt: Date,
): PdfDocument {
  return {
    title: `${words.title} ${facility}`,
    language,
    paper: "A4",
    marginMm: 8,
    madeAt,
    footer: null,
    blocks: [
      {
        kind: "cells",
        across: 2,
        down: 4,
        padMm: 5,
        cells: slips.map((slip) => slipBlocks(facility, slip, words)),
      },
    ],
  };
}

function slipBlocks(facility: string, { code, number }: PrintedSlip, words: SlipSheetWords): Block[] {
  const spoken = formatServiceCode(code).replaceAll(" ", "\u00a0");
  return [
    {
      kind: "columns",
      gapMm: 3,
      columns: [
        { share: 4, blocks: [paragraph(facility, { size: 10, bold: true })] },
        { share: 1, blocks: [paragraph(words.number(number), line, { align: "end" })] },
      ],
    },
    paragraph(spoken, { size: 21, bold: true }, { align: "middle" }),
    ...words.lines.flatMap((label): Block[] => [space(1.1), { kind: "blank", label, style: line }]),
    space(1.5),
    paragraph(words.later, { size: 8.5, ink: "grey" }),
  ];
}
