import type { Handwriting } from "./handwriting.ts";
import type { Pixels } from "./pixels.ts";
import { writeAlong } from "./write-along.ts";

/** Of the shorter side. */
const letters = 0.034;
const rows = 6;
const angle = -Math.PI / 9;
const strength = 0.32;

/**
 * Writes who looks and when all over a picture (N7), in slanting rows that end nowhere: a photograph of the screen, or of
 * any part of it, tells where it came from.
 */
export function drawViewMark(pixels: Pixels, write: Handwriting, text: string): void {
  const { width, height } = pixels;
  const size = Math.max(11, Math.min(width, height) * letters);
  const line = write(`${text}   `);
  const step = line.width * size;
  const along = Math.ceil(Math.hypot(width, height) / step / 2) + 1;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const apart = Math.hypot(width, height) / rows;
  for (let row = -rows / 2; row <= rows / 2; row += 1) {
    const shift = (Math.abs(row) % 2) * (step / 2);
    for (let copy = -along; copy <= along; copy += 1) {
      const ahead = copy * step + shift;
      const axis = {
        x: width / 2 + ahead * cos - row * apart * sin,
        y: height / 2 + ahead * sin + row * apart * cos,
        angle,
      };
      const reach = step / 2 + size;
      const isAway = axis.x < -reach || axis.x > width + reach || axis.y < -reach || axis.y > height + reach;
      if (!isAway) writeAlong(pixels, axis, line, { size, down: 0, strength });
    }
  }
}
