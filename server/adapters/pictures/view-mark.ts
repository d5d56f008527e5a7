import { markPlaces } from "../../kernel/mark-places.ts";
import type { Handwriting } from "./handwriting.ts";
import type { Pixels } from "./pixels.ts";
import { writeAlong } from "./write-along.ts";

const strength = 0.32;

/**
 * Writes who looks and when all over a picture (N7), in slanting rows that end nowhere: a photograph of the screen, or of
 * any part of it, tells where it came from.
 */
export function drawViewMark(pixels: Pixels, write: Handwriting, text: string): void {
  const line = write(`${text}   `);
  const { size, axes } = markPlaces(pixels, line.width);
  for (const axis of axes) writeAlong(pixels, axis, line, { size, down: 0, strength });
}
