import { openFace, type Face } from "../pdf/face.ts";
import { wordsOf } from "../pdf/pieces.ts";
import type { Contour } from "./outline.ts";

/** One glyph of a line: its contours as points, x and y in turn, in shares of the type's size; y grows downwards. */
type Glyph = readonly Contour[];

/** A line of text as outlines, its beginning at 0 on the base line. */
export interface WrittenLine {
  readonly glyphs: readonly Glyph[];
  /** In shares of the type's size. */
  readonly width: number;
}

/** Sets lines of Thai and other letters as outlines. */
export type Handwriting = (text: string) => WrittenLine;

/** Opens the typeface; what stands in one piece is shaped as documents are (server/adapters/pdf). */
export function openHandwriting(font: Uint8Array): Handwriting {
  const face = openFace(font);
  const drawn = new Map<number, Glyph>();
  const glyphOf = (id: number): Glyph => {
    const known = drawn.get(id) ?? drawGlyph(face, id);
    drawn.set(id, known);
    return known;
  };
  return (text) => {
    const glyphs: Glyph[] = [];
    let pen = 0;
    for (const { pieces, spaces } of wordsOf(text)) {
      for (const piece of [...pieces, spaces]) {
        for (const glyph of face.shape(piece).glyphs) {
          glyphs.push(moved(glyphOf(glyph.id), (pen + glyph.dx) / 1000, -glyph.dy / 1000));
          pen += glyph.advance;
        }
      }
    }
    return { glyphs: glyphs.filter(({ length }) => length > 0), width: pen / 1000 };
  };
}

interface Command {
  readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
  readonly args: readonly number[];
}

const stepsOfCurve = 6;

function drawGlyph({ font }: Face, id: number): Glyph {
  // The package's types leave the commands of a path out.
  const { commands } = font.getGlyph(id).path as unknown as { readonly commands: readonly Command[] };
  const contours: number[][] = [];
  let points: number[] = [];
  for (const { command, args } of commands) {
    const numbers = args.map((value, at) => ((at % 2 === 0 ? 1 : -1) * value) / font.unitsPerEm);
    switch (command) {
      case "moveTo":
        points = [...numbers];
        contours.push(points);
        break;
      case "lineTo":
        points.push(...numbers);
        break;
      case "quadraticCurveTo":
      case "bezierCurveTo":
        points.push(...curve([...points.slice(-2), ...numbers]));
        break;
      case "closePath":
        break;
    }
  }
  return contours;
}

/** Points along a curve of any degree, by de Casteljau's way; the first is left out. */
function curve(control: readonly number[]): number[] {
  return Array.from({ length: stepsOfCurve }, (_, step) => {
    const share = (step + 1) / stepsOfCurve;
    let points = [...control];
    while (points.length > 2) {
      points = points.slice(0, -2).map((value, at) => value + ((points[at + 2] ?? value) - value) * share);
    }
    return points;
  }).flat();
}

function moved(glyph: Glyph, dx: number, dy: number): Glyph {
  return glyph.map((contour) => contour.map((value, at) => value + (at % 2 === 0 ? dx : dy)));
}
