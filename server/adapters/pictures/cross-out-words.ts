import { crossOutInk, layCrossOut } from "../../kernel/cross-out-band.ts";
import type { Handwriting, WrittenLine } from "./handwriting.ts";
import { layCover, type Ink } from "./lay-ink.ts";
import { coverOf, type Contour } from "./outline.ts";
import type { Pixels } from "./pixels.ts";
import { makeSheet } from "./sheet.ts";
import { spread } from "./spread.ts";
import { placeAlong, strokeAlong } from "./write-along.ts";

/**
 * Draws the cross-out (N7) over a picture, where the phone drew it too: two rules that run up to the right, and the words
 * between them. Half covering, so that face and number under them can be read.
 */
export function drawCrossOutWords(pixels: Pixels, write: Handwriting, words: string): void {
  const writeOnce = onceEach(write);
  const band = layCrossOut(pixels, words, (text) => writeOnce(text).width);
  const letters = band.rows.flatMap(({ text, down }) =>
    placeAlong(band, writeOnce(text), { size: band.size, down }),
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

/** The same writing, but each text is shaped once: it is measured first and placed later. */
function onceEach(write: Handwriting): Handwriting {
  const lines = new Map<string, WrittenLine>();
  return (text) => {
    const line = lines.get(text) ?? write(text);
    lines.set(text, line);
    return line;
  };
}

function lay(pixels: Pixels, outlines: readonly (readonly Contour[])[], ink: Ink, wider: number): void {
  const [sheet, widerSheet] = [makeSheet(), makeSheet()];
  for (const outline of outlines) layCover(pixels, spread(coverOf(outline, sheet), wider, widerSheet), ink);
}
