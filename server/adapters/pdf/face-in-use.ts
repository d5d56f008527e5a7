import { PDFHexString, PDFName, PDFNumber, PDFString, type PDFContext, type PDFRef } from "pdf-lib";
import type { Face, ShapedGlyph } from "./face.ts";

/** A face in one document: only the glyphs that are used go into the file. */
export interface FaceInUse {
  /** The number a glyph has in this document; the same shape saying something else has another. */
  numberOf(glyph: ShapedGlyph): number;
  /** How far the pen moves for that glyph by itself, in thousandths. */
  advanceOf(glyph: ShapedGlyph): number;
  /** Writes what was used into the file, under that reference. */
  embed(context: PDFContext, reference: PDFRef): Promise<void>;
}

/** Begins to use a face in a document. `name` tells it from the document's other faces. */
export function useFace({ font }: Face, name: string): FaceInUse {
  const numbers = new Map<string, number>();
  const used: ShapedGlyph[] = [];
  const scale = 1000 / font.unitsPerEm;
  const advanceOf = (glyph: ShapedGlyph) => font.getGlyph(glyph.id).advanceWidth * scale;
  return {
    advanceOf,
    numberOf: (glyph) => {
      const key = `${glyph.id} ${glyph.text}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      used.push(glyph);
      numbers.set(key, used.length);
      return used.length;
    },
    embed: async (context, reference) => {
      const subset = font.createSubset();
      const ids = used.map(({ id }) => subset.includeGlyph(id));
      const file = context.flateStream(await encoded(subset));
      const fontName = PDFName.of(`${tagOf(name)}+${font.postscriptName ?? name}`);
      const descriptor = context.obj({
        Type: "FontDescriptor",
        FontName: fontName,
        // Symbolic: its glyphs are reached by number, not by a named encoding.
        Flags: 4,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(
          (edge) => edge * scale,
        ),
        ItalicAngle: 0,
        Ascent: font.ascent * scale,
        Descent: font.descent * scale,
        CapHeight: font.capHeight * scale,
        StemV: 0,
        FontFile2: context.register(file),
      });
      const descendant = context.obj({
        Type: "Font",
        Subtype: "CIDFontType2",
        CIDToGIDMap: context.register(context.flateStream(pairs([0, ...ids]))),
        BaseFont: fontName,
        CIDSystemInfo: {
          Registry: PDFString.of("Adobe"),
          Ordering: PDFString.of("Identity"),
          Supplement: PDFNumber.of(0),
        },
        FontDescriptor: context.register(descriptor),
        DW: 0,
        W: [1, used.map(advanceOf)],
      });
      context.assign(
        reference,
        context.obj({
          Type: "Font",
          Subtype: "Type0",
          BaseFont: fontName,
          Encoding: "Identity-H",
          DescendantFonts: [context.register(descendant)],
          ToUnicode: context.register(context.flateStream(toUnicode(used))),
        }),
      );
    },
  };
}

type Subset = ReturnType<Face["font"]["createSubset"]>;

function encoded(subset: Subset): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    subset
      .encodeStream()
      .on("data", (part) => parts.push(part))
      .on("end", () => resolve(joined(parts)));
  });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Six letters that mark a face of which only a part is there (ISO 32000-1, 9.6.4). */
function tagOf(name: string): string {
  return name.toUpperCase().padEnd(6, "X").slice(0, 6);
}

/** Numbers as two bytes each, in their order. */
function pairs(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers.flatMap((number) => [number >> 8, number & 255]));
}

/** What each glyph says, for readers that copy or search (ISO 32000-1, 9.10.3). */
function toUnicode(used: readonly ShapedGlyph[]): string {
  const lines = used.map(({ text }, at) => `<${hex(at + 1)}> <${utf16(text)}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, block) => {
    const part = lines.slice(block * 100, (block + 1) * 100);
    return `${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`;
  });
  return [
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
    "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ...blocks,
    "endcmap CMapName currentdict /CMap defineresource pop end end",
  ].join("\n");
}

export function hex(number: number): string {
  return number.toString(16).padStart(4, "0");
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join("");
}

/** A text as a string object of the file: UTF-16 with its mark. */
export function pdfText(text: string): string {
  return PDFHexString.fromText(text).toString();
}
