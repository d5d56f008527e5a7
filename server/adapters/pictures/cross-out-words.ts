import type { Handwriting } from "./handwriting.ts";
import type { Pixels } from "./pixels.ts";
import { ruleAlong, writeAlong, type Axis } from "./write-along.ts";

/**
 * How far from the middle towards the lower right corner the band lies, in shares of that way. The phone's own band lies
 * as far towards the other corner, so that neither covers the other.
 */
const aside = 0.18;
/** Of the shorter side: the largest letters, and those below which the words go on two lines. */
const largest = 0.055;
const smallest = 0.032;
/** What the words may take of the way the band goes over the picture. */
const usable = 0.9;
const thickness = 0.004;
const strength = { words: 0.5, lines: 0.45 };

/**
 * Draws the cross-out (N7) over a picture: two lines that run up to the right, and the words between them. Half covering,
 * so that face and number under them can be read.
 */
export function drawCrossOutWords(pixels: Pixels, write: Handwriting, words: string): void {
  const { width, height } = pixels;
  const [shorter, diagonal] = [Math.min(width, height), Math.hypot(width, height)];
  const angle = -Math.atan2(height, width);
  const axis: Axis = { x: (width / 2) * (1 + aside), y: (height / 2) * (1 + aside), angle };
  const { rows, size } = rowsOf(words, write, { shorter, room: diagonal * (1 - aside) * usable });
  const rowHeight = size * 1.5;
  const half = (rows.length * rowHeight) / 2;
  rows.forEach((row, at) => {
    const down = -half + (at + 1) * rowHeight - size * 0.45;
    writeAlong(pixels, axis, row, { size, down, strength: strength.words });
  });
  const rule = { thickness: Math.max(2, shorter * thickness), strength: strength.lines };
  for (const down of [-half - size * 0.15, half + size * 0.15]) ruleAlong(pixels, axis, { ...rule, down });
}

function rowsOf(
  words: string,
  write: Handwriting,
  { shorter, room }: { readonly shorter: number; readonly room: number },
) {
  const line = write(words);
  const one = Math.min(shorter * largest, room / line.width);
  const halves = one < shorter * smallest ? halvesOf(words) : null;
  if (!halves) return { rows: [line], size: one };
  const rows = halves.map(write);
  const size = Math.min(shorter * largest, room / Math.max(...rows.map(({ width }) => width)));
  return { rows, size };
}

/** A text cut at the space nearest to its middle; null: it has none. */
function halvesOf(text: string): readonly [string, string] | null {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [cut] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return cut === undefined ? null : [text.slice(0, cut), text.slice(cut + 1)];
}
