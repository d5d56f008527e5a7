import type { WrittenLine } from "./handwriting.ts";
import { layInk } from "./lay-ink.ts";
import type { Contour } from "./outline.ts";
import type { Pixels } from "./pixels.ts";
import { makeSheet } from "./sheet.ts";

/** A direction on a picture with a place on it: (0, 0) lies there, x runs along it, y to its right hand. */
export interface Axis {
  readonly x: number;
  readonly y: number;
  /** Of the direction, in radians; 0 runs to the right, positive turns clockwise. */
  readonly angle: number;
}

/** Writes a line centred on the axis, its base line `down` pixels to the right hand of it. */
export function writeAlong(
  pixels: Pixels,
  axis: Axis,
  line: WrittenLine,
  { size, down, strength }: { readonly size: number; readonly down: number; readonly strength: number },
): void {
  const sheet = makeSheet();
  for (const glyph of placeAlong(axis, line, { size, down })) layInk(pixels, glyph, strength, sheet);
}

/** The outlines of a line's glyphs, centred on the axis, the base line `down` pixels to the right hand of it. */
export function placeAlong(
  axis: Axis,
  line: WrittenLine,
  { size, down }: { readonly size: number; readonly down: number },
): readonly (readonly Contour[])[] {
  const start = (-line.width * size) / 2;
  return line.glyphs.map((glyph) => glyph.map((contour) => turned(contour, axis, size, start, down)));
}

/** Short, so that the pixels around a slanting piece are few. */
const strokeLength = 48;

/** The outlines of a straight line's pieces, `reach` pixels along the axis both ways. */
export function strokeAlong(
  axis: Axis,
  { thickness, down, reach }: { readonly thickness: number; readonly down: number; readonly reach: number },
): readonly (readonly Contour[])[] {
  const [above, below] = [down - thickness / 2, down + thickness / 2];
  const pieces: (readonly Contour[])[] = [];
  for (let from = -reach; from < reach; from += strokeLength) {
    const to = from + strokeLength;
    pieces.push([turned([from, above, to, above, to, below, from, below], axis, 1, 0, 0)]);
  }
  return pieces;
}

function turned(
  contour: Contour,
  { x, y, angle }: Axis,
  size: number,
  start: number,
  down: number,
): number[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const made = new Array<number>(contour.length);
  for (let at = 0; at < contour.length; at += 2) {
    const along = (contour[at] ?? 0) * size + start;
    const across = (contour[at + 1] ?? 0) * size + down;
    made[at] = x + along * cos - across * sin;
    made[at + 1] = y + along * sin + across * cos;
  }
  return made;
}
