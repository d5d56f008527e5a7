import { coverOf, type Contour, type Cover } from "./outline.ts";
import type { Pixels } from "./pixels.ts";
import type { Sheet } from "./sheet.ts";

/** A colour, red, green, blue, and how much of it covers what is under it, 0 to 1. */
export interface Ink {
  readonly colour: readonly number[];
  readonly share: number;
}

/** Dark and light ink: letters are set in the one that stands out where they stand. */
const dark = [16, 42, 84] as const;
const light = [255, 255, 255] as const;
const middle = 140;

/**
 * Lays an outline over a picture, with that strength (0 to 1), dark on what is bright and light on what is dark. What
 * lies outside the picture is left out. Answers nothing; changes the pixels.
 */
export function layInk(pixels: Pixels, contours: readonly Contour[], strength: number, sheet: Sheet): void {
  const cover = coverOf(contours, sheet);
  layCover(pixels, cover, { colour: inkFor(pixels, cover), share: strength });
}

/** Lays one ink over what is covered. What lies outside the picture is left out. Answers nothing; changes the pixels. */
export function layCover(pixels: Pixels, cover: Cover, { colour, share }: Ink): void {
  const { data } = pixels;
  eachCovered(pixels, cover, (at, covered) => {
    const weight = covered * share;
    for (let channel = 0; channel < 3; channel += 1) {
      const before = data[at + channel] ?? 0;
      data[at + channel] = before + ((colour[channel] ?? 0) - before) * weight;
    }
  });
}

function eachCovered(
  { width, height }: Pixels,
  cover: Cover,
  draw: (at: number, share: number) => void,
): void {
  const [top, bottom] = [Math.max(0, cover.top), Math.min(height, cover.top + cover.height)];
  const [left, right] = [Math.max(0, cover.left), Math.min(width, cover.left + cover.width)];
  for (let y = top; y < bottom; y += 1) {
    const row = (y - cover.top) * cover.width - cover.left;
    for (let x = left; x < right; x += 1) {
      const share = cover.shares[row + x] ?? 0;
      if (share > 0) draw((y * width + x) * 4, share);
    }
  }
}

function inkFor(pixels: Pixels, cover: Cover): readonly number[] {
  const { data } = pixels;
  let [brightness, area] = [0, 0];
  eachCovered(pixels, cover, (at, share) => {
    area += share;
    brightness += share * ((data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11);
  });
  return brightness / Math.max(area, 1e-6) < middle ? light : dark;
}
