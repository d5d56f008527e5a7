import { crossOutInk, layCrossOut } from "../../kernel/cross-out-band.ts";
import type { Handwriting } from "./handwriting.ts";
import { layCover, type Ink } from "./lay-ink.ts";
import { coverOf, type Contour } from "./outline.ts";
import type { Pixels } from "./pixels.ts";
import { spread } from "./spread.ts";
import { placeAlong, strokeAlong } from "./write-along.ts";

/**
 * Draws the cross-out (N7) over a picture, where the phone drew it too: two rules that run up to the right, and the words
 * between them. Half covering, so that face and number under them can be read.
 */
export function drawCrossOutWords(pixels: Pixels, write: Handwriting, words: string): void {
  const band = layCrossOut(pixels, words, (text) => write(text).width);
  const letters = band.rows.flatMap(({ text, down }) =>
    placeAlong(band, write(text), { size: band.size, down }),
  );
  const reach = Math.hypot(pixels.width, pixels.height) / 2;
  const rules = band.rules.flatMap((down) =>
    strokeAlong(band, { down, thickness: band.ruleThickness, reach }),
  );
  const outlines = [...letters, ...rules];
  // All edges before the first letter: the edge of one must not lie on its neighbour.
  lay(pixels, outlines, crossOutInk.edge, band.edge);
  lay(pixels, outlines, crossOutInk.letters, 0);
}

function lay(pixels: Pixels, outlines: readonly (readonly Contour[])[], ink: Ink, wider: number): void {
  for (const outline of outlines) layCover(pixels, spread(coverOf(outline), wider), ink);
}
