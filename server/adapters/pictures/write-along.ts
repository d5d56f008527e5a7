import type { WrittenLine } from "./handwriting.ts";
import { layInk } from "./lay-ink.ts";
import type { Contour } from "./outline.ts";
import type { Pixels } from "./pixels.ts";

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
  const start = (-line.width * size) / 2;
  for (const glyph of line.glyphs) {
    const placed = glyph.map((contour) => turned(contour, axis, size, start, down));
    layInk(pixels, placed, strength);
  }
}

/** Short enough for each piece of a line to have the ink that suits its place. */
const strokeLength = 48;

/** Draws a straight line along the axis over the whole picture, `down` pixels to the right hand of it. */
export function ruleAlong(
  pixels: Pixels,
  axis: Axis,
  {
    thickness,
    down,
    strength,
  }: { readonly thickness: number; readonly down: number; readonly strength: number },
): void {
  const reach = Math.hypot(pixels.width, pixels.height);
  for (let from = -reach; from < reach; from += strokeLength) {
    const to = from + strokeLength;
    const [above, below] = [down - thickness / 2, down + thickness / 2];
    const stroke = [from, above, to, above, to, below, from, below];
    layInk(pixels, [turned(stroke, axis, 1, 0, 0)], strength);
  }
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
