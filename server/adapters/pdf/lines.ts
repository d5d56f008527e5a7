import { joinPieces, type Face, type ShapedPiece } from "./face.ts";
import { lettersOf, wordsOf, type Word } from "./pieces.ts";

/** A line that is set: its words from left to right, spaces among them, and its width in points. */
export interface SetLine {
  readonly pieces: readonly ShapedPiece[];
  readonly width: number;
}

interface Measure {
  readonly face: Face;
  readonly size: number;
  /** Points a line may be wide; the first of a paragraph may have less. */
  readonly width: number;
  readonly firstWidth: number;
}

/** Breaks a text into lines that fit. Line feeds break; an empty line stays one. */
export function setLines(text: string, measure: Measure): SetLine[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .flatMap((line, at) =>
      setParagraph(line, at === 0 ? measure : { ...measure, firstWidth: measure.width }),
    );
}

function setParagraph(text: string, { face, size, width, firstWidth }: Measure): SetLine[] {
  const lines: SetLine[] = [];
  const room = () => ((lines.length === 0 ? firstWidth : width) * 1000) / size;
  let line: ShapedPiece[] = [];
  let spaces: ShapedPiece[] = [];
  const end = () => {
    lines.push({ pieces: line, width: (widthOf(line) * size) / 1000 });
    [line, spaces] = [[], []];
  };
  for (const word of wordsOf(text)) {
    for (const part of partsThatFit(face, word, (Math.min(width, firstWidth) * 1000) / size)) {
      if (line.length > 0 && widthOf([...line, ...spaces, part]) > room()) end();
      line.push(...spaces, part);
      spaces = [];
    }
    if (word.spaces !== "") spaces = [face.shape(word.spaces)];
  }
  end();
  return lines;
}

/** A word whole, or the stretches of its letters that each fit on a line. */
function partsThatFit(face: Face, word: Word, room: number): ShapedPiece[] {
  const whole = joinPieces(word.pieces.map((piece) => face.shape(piece)));
  if (whole.width <= room) return [whole];
  const parts: ShapedPiece[][] = [];
  for (const letter of word.pieces.flatMap(lettersOf)) {
    const shaped = face.shape(letter);
    const last = parts.at(-1);
    if (last && widthOf([...last, shaped]) <= room) last.push(shaped);
    else parts.push([shaped]);
  }
  return parts.map(joinPieces);
}

function widthOf(pieces: readonly ShapedPiece[]): number {
  return pieces.reduce((sum, { width }) => sum + width, 0);
}
