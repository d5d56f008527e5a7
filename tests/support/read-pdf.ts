import fontkit, { type Font } from "@pdf-lib/fontkit";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
} from "pdf-lib";
import { operationsOf, type Operation } from "./pdf-operations.ts";

/** A glyph as a viewer would draw it: where its outline lies on the page, in points from the lower left corner. */
export interface ReadGlyph {
  /** What the file says this glyph means by itself. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** One line of text as it was drawn. */
export interface ReadLine {
  /** As it copies: the actual text where the file gives one. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly glyphs: readonly ReadGlyph[];
}

export interface ReadBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly ReadLine[];
  /** Filled rectangles. */
  readonly boxes: readonly ReadBox[];
}

interface ReadFont {
  readonly outlines: Font;
  readonly glyphOf: (code: number) => number;
  readonly widthOf: (code: number) => number;
  readonly textOf: (code: number) => string;
}

/** Reads a PDF of ours back from its bytes alone: text, outlines of every glyph, filled rectangles. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return file.getPages().map((page) => {
    const { width, height } = page.getSize();
    const fonts = fontsOf(page.node.Resources());
    const content = decoded(page.node.lookup(PDFName.of("Contents"), PDFStream));
    return { width, height, ...drawn(operationsOf(new TextDecoder("latin1").decode(content)), fonts) };
  });
}

function drawn(operations: readonly Operation[], fonts: ReadonlyMap<string, ReadFont>) {
  const lines: { text: string; x: number; y: number; glyphs: ReadGlyph[] }[] = [];
  const boxes: ReadBox[] = [];
  let pending: Omit<ReadBox, "colour">[] = [];
  let [colour, actual, rise, size, at] = ["", null as string | null, 0, 0, 0];
  let font: ReadFont | undefined;
  const show = (items: readonly (number | string)[]) => {
    const line = lines.at(-1);
    if (!line || !font) throw new Error("text is shown outside a line");
    for (const item of items) {
      if (typeof item === "number") at -= (item * size) / 1000;
      else {
        for (const code of codesOf(item)) {
          line.glyphs.push(glyphAt(font, code, { x: at, y: line.y + rise, size }));
          if (actual === null) line.text += font.textOf(code);
          at += (font.widthOf(code) * size) / 1000;
        }
      }
    }
  };
  for (const { name, operands } of operations) {
    const [a = 0, b = 0, c = 0, d = 0] = operands.map(Number);
    if (name === "BT") lines.push({ text: "", x: 0, y: 0, glyphs: [] });
    if (name === "Tf") [font, size] = [fonts.get(String(operands[0]).slice(1)), b];
    if (name === "Td") Object.assign(lines.at(-1) ?? {}, { x: (at = a), y: b });
    if (name === "Ts") rise = a;
    if (name === "TJ") show(operands[0] as (number | string)[]);
    if (name === "BDC") {
      actual = actualTextOf(String(operands[1]));
      Object.assign(lines.at(-1) ?? {}, { text: (lines.at(-1)?.text ?? "") + actual });
    }
    if (name === "EMC") actual = null;
    if (name === "rg") colour = `${a} ${b} ${c}`;
    if (name === "re") pending.push({ x: a, y: b, width: c, height: d });
    if (name === "f") boxes.push(...pending.map((box) => ({ ...box, colour })));
    if (name === "f" || name === "S") pending = [];
  }
  return { lines, boxes };
}

function glyphAt(font: ReadFont, code: number, pen: { x: number; y: number; size: number }): ReadGlyph {
  const { minX, maxX, minY, maxY } = font.outlines.getGlyph(font.glyphOf(code)).bbox;
  const scale = pen.size / font.outlines.unitsPerEm;
  // What has no outline (a space) stands at the pen.
  const edge = (value: number) => (Number.isFinite(value) ? value * scale : 0);
  return {
    text: font.textOf(code),
    left: pen.x + edge(minX),
    right: pen.x + edge(maxX),
    bottom: pen.y + edge(minY),
    top: pen.y + edge(maxY),
  };
}

function codesOf(hex: string): number[] {
  return (hex.match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
}

function actualTextOf(properties: string): string {
  const hex = /ActualText\s*<feff([0-9a-f]*)>/i.exec(properties)?.[1] ?? "";
  return utf16(hex);
}

function utf16(hex: string): string {
  return String.fromCharCode(...codesOf(hex));
}

function fontsOf(resources: PDFDict | undefined): Map<string, ReadFont> {
  const fonts = resources?.lookup(PDFName.of("Font"), PDFDict);
  return new Map(
    (fonts?.keys() ?? []).flatMap((name) => {
      const font = fonts?.lookup(name, PDFDict);
      return font ? [[name.decodeText(), readFont(font)] as const] : [];
    }),
  );
}

function readFont(font: PDFDict): ReadFont {
  const cid = font.lookup(PDFName.of("DescendantFonts"), PDFArray).lookup(0, PDFDict);
  const descriptor = cid.lookup(PDFName.of("FontDescriptor"), PDFDict);
  const map = decoded(cid.lookup(PDFName.of("CIDToGIDMap"), PDFStream));
  const widths = cid.lookup(PDFName.of("W"), PDFArray);
  const first = widths.lookup(0, PDFNumber).asNumber();
  const advances = widths.lookup(1, PDFArray);
  const cmap = new TextDecoder("latin1").decode(decoded(font.lookup(PDFName.of("ToUnicode"), PDFStream)));
  const texts = new Map(
    [...cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/g)].map(([, code = "", text = ""]) => [
      Number.parseInt(code, 16),
      utf16(text),
    ]),
  );
  return {
    outlines: fontkit.create(decoded(descriptor.lookup(PDFName.of("FontFile2"), PDFStream))),
    glyphOf: (code) => ((map[2 * code] ?? 0) << 8) | (map[2 * code + 1] ?? 0),
    widthOf: (code) => advances.lookup(code - first, PDFNumber).asNumber(),
    textOf: (code) => texts.get(code) ?? "",
  };
}

function decoded(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error("not a stream of a file");
  return decodePDFRawStream(stream).decode();
}
