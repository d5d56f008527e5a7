import fontkit from "@pdf-lib/fontkit";
import type { Font } from "@pdf-lib/fontkit";

/** One glyph of a shaped piece, in thousandths of the type's size. */
export interface ShapedGlyph {
  readonly id: number;
  /** What this glyph says by itself, for readers that look at single glyphs. */
  readonly text: string;
  /** How far the pen moves on. */
  readonly advance: number;
  /** How far the glyph stands from the pen, to the right and up. */
  readonly dx: number;
  readonly dy: number;
}

/** Characters that are shaped together: a Thai consonant with its marks, or a run of other letters. */
export interface ShapedPiece {
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
  readonly width: number;
  /**
   * True when readers must be told the text: its glyphs one by one say something else, or are marks, which some
   * readers take in the order they stand in and not in the order they are written.
   */
  readonly needsActualText: boolean;
}

/** A typeface that shapes text. */
export interface Face {
  readonly font: Font;
  shape(piece: string): ShapedPiece;
}

/** A page of Thai has some two hundred different letters with marks. */
const keptPieces = 4_000;
/** Only single letters with their marks are kept: they are quick to find again and say nothing about anybody. */
const thaiLetter = /^[\u0e00-\u0e7f]{1,4}$/;

/** Opens a TrueType face. The second letter is set many times faster than the first. */
export function openFace(bytes: Uint8Array): Face {
  const font = fontkit.create(bytes);
  const kept = new Map<string, ShapedPiece>();
  return {
    font,
    shape: (piece) => {
      const known = kept.get(piece);
      if (known) return known;
      const shaped = shapePiece(font, piece);
      if (kept.size < keptPieces && thaiLetter.test(piece)) kept.set(piece, shaped);
      return shaped;
    },
  };
}

/**
 * A tone mark over ำ stands above its ring, so the ring is set first, as its own mark, and the face places the tone
 * on it. In a face that does not know the two by itself they would be printed into each other.
 */
const toneBeforeAm = /([\u0e48-\u0e4b])\u0e33/g;

/** Pieces one after the other as one: a word. Its text is told to readers as a whole. */
export function joinPieces(pieces: readonly ShapedPiece[]): ShapedPiece {
  return {
    text: pieces.map(({ text }) => text).join(""),
    glyphs: pieces.flatMap(({ glyphs }) => glyphs),
    width: pieces.reduce((sum, { width }) => sum + width, 0),
    needsActualText: pieces.some(({ needsActualText }) => needsActualText),
  };
}

const marked = /\p{M}/u;

function shapePiece(font: Font, text: string): ShapedPiece {
  const { glyphs, positions } = font.layout(text.replace(toneBeforeAm, "\u0e4d$1\u0e32"));
  const scale = 1000 / font.unitsPerEm;
  const said = textOfGlyphs(text, glyphs.length);
  const shaped = glyphs.map((glyph, at) => ({
    id: glyph.id,
    text: said[at] ?? "",
    advance: (positions[at]?.xAdvance ?? 0) * scale,
    dx: (positions[at]?.xOffset ?? 0) * scale,
    dy: (positions[at]?.yOffset ?? 0) * scale,
  }));
  const width = shaped.reduce((sum, { advance }) => sum + advance, 0);
  return { text, glyphs: shaped, width, needsActualText: marked.test(text) || said.join("") !== text };
}

/**
 * Shares a text out over its glyphs: one character each, or as the face takes ำ apart; else the first glyph says all
 * of it.
 */
function textOfGlyphs(text: string, glyphs: number): string[] {
  const characters = [...text];
  if (characters.length === glyphs) return characters;
  const apart = [...text.normalize("NFKD")];
  if (apart.length === glyphs) return apart;
  return Array.from({ length: glyphs }, (_, at) => (at === 0 ? text : "\u200b"));
}
