/** What a document for paper says and how it stands on the page: no fonts, no coordinates, no clock. */
export interface PdfDocument {
  /** Named in the reader's window and read out first. */
  readonly title: string;
  /** The language most of the text is in. */
  readonly language: "th" | "en";
  readonly paper: PaperSize;
  readonly marginMm: number;
  /** When it was made; the same document and moment give the same bytes. */
  readonly madeAt: Date;
  /** The line at the foot of each page; null: none. */
  readonly footer: ((page: number, pages: number) => string) | null;
  readonly blocks: readonly Block[];
}

/** Width and height in millimetres, upright (ISO 216). */
export const paperSizes = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 148, heightMm: 210 },
} as const;
export type PaperSize = keyof typeof paperSizes;

/** The colours of the design system that print well; ink unless told otherwise. */
export const inks = ["ink", "teal", "grey", "white", "mist", "ivory"] as const;
export type Ink = (typeof inks)[number];

export interface TextStyle {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: Ink;
}

export type Align = "start" | "middle" | "end";

/**
 * A piece of the page. Paragraphs and tables go on over pages; everything else stays in one piece and must fit on a
 * page.
 */
export type Block =
  | Paragraph
  | Columns
  | Table
  | TickLine
  | BlankLine
  | QrBlock
  | PictureBlock
  | Drawing
  | Framed
  | SheetOfCells
  | { readonly kind: "rule"; readonly dashed?: boolean }
  | { readonly kind: "space"; readonly mm: number }
  | { readonly kind: "page_break" }
  /** Stays on one page whole. */
  | { readonly kind: "together"; readonly blocks: readonly Block[] };

/**
 * A text; line feeds begin a new line. Lines break between words only, Thai words too, unless a word is longer than
 * a line. No-break spaces and word joiners hold.
 */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly style: TextStyle;
  readonly align?: Align;
  /** How far the first line stands in. */
  readonly firstMm?: number;
  /** How far all lines stand in. */
  readonly insetMm?: number;
  /** Stays on the page of the block after it: headings. */
  readonly withNext?: boolean;
}

/** Blocks side by side; `share` divides the width that the gaps leave. */
export interface Columns {
  readonly kind: "columns";
  readonly gapMm: number;
  readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[];
}

/** A ruled table; its head stands again on every page. A row stays whole unless it is longer than a page. */
export interface Table {
  readonly kind: "table";
  readonly style: TextStyle;
  readonly columns: readonly { readonly title: string; readonly share: number; readonly align?: Align }[];
  readonly rows: readonly (readonly string[])[];
}

/** A box to tick and what is agreed to by it. */
export interface TickLine {
  readonly kind: "tick";
  readonly ticked: boolean;
  readonly text: string;
  readonly style: TextStyle;
}

/** A dotted line to write on by hand, with what belongs there before it. */
export interface BlankLine {
  readonly kind: "blank";
  readonly label: string;
  readonly style: TextStyle;
}

export interface QrBlock {
  readonly kind: "qr";
  /** Row by row, true is dark, without the quiet zone: it is left free around them. */
  readonly modules: readonly (readonly boolean[])[];
  /** The side of the modules alone. */
  readonly sideMm: number;
  readonly align?: Align;
}

/** A picture (JPEG) at a width of its own, its height following from it. */
export interface PictureBlock {
  readonly kind: "picture";
  readonly jpeg: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly widthMm: number;
  readonly align?: Align;
}

/** Shapes on a ground of its own, in millimetres from its upper left corner. */
export interface Drawing {
  readonly kind: "drawing";
  readonly widthMm: number;
  readonly heightMm: number;
  readonly align?: Align;
  readonly shapes: readonly Shape[];
}

/** A shape filled, or drawn as a line when `lineMm` is given. */
export type Shape = {
  readonly ink: Ink;
  readonly lineMm?: number;
} & (
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly cornerMm?: number;
    }
  | { readonly kind: "disc"; readonly x: number; readonly y: number; readonly radius: number }
  /** Straight lines through these points, `[x, y]`; closed when filled. */
  | { readonly kind: "lines"; readonly points: readonly (readonly [number, number])[] }
);

/** Blocks in a frame of rounded corners. */
export interface Framed {
  readonly kind: "framed";
  readonly padMm: number;
  readonly ground?: Ink;
  readonly line?: Ink;
  readonly blocks: readonly Block[];
}

/** Sheets of cells of one size, with lines to cut along, as many pages as it takes. */
export interface SheetOfCells {
  readonly kind: "cells";
  readonly across: number;
  readonly down: number;
  readonly padMm: number;
  readonly cells: readonly (readonly Block[])[];
}

/** A paragraph, said shortly. */
export function paragraph(text: string, style: TextStyle, more: Partial<Paragraph> = {}): Paragraph {
  return { ...more, kind: "paragraph", text, style };
}

/** Room between two blocks. */
export function space(mm: number): Block {
  return { kind: "space", mm };
}
