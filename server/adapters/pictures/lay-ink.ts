import { coverOf, type Contour } from "./outline.ts";
import type { Pixels } from "./pixels.ts";

/** Dark and light ink, red, green, blue: letters are set in the one that stands out where they stand. */
const dark = [16, 42, 84] as const;
const light = [255, 255, 255] as const;
const middle = 140;

/**
 * Lays an outline over a picture, with that strength (0 to 1), dark on what is bright and light on what is dark. What
 * lies outside the picture is left out. Answers nothing; changes the pixels.
 */
export function layInk(
  { width, height, data }: Pixels,
  contours: readonly Contour[],
  strength: number,
): void {
  const cover = coverOf(contours);
  const [top, bottom] = [Math.max(0, cover.top), Math.min(height, cover.top + cover.height)];
  const [left, right] = [Math.max(0, cover.left), Math.min(width, cover.left + cover.width)];
  if (top >= bottom || left >= right) return;
  const each = (draw: (at: number, share: number) => void) => {
    for (let y = top; y < bottom; y += 1) {
      const row = (y - cover.top) * cover.width - cover.left;
      for (let x = left; x < right; x += 1) {
        const share = cover.shares[row + x] ?? 0;
        if (share > 0) draw((y * width + x) * 4, share);
      }
    }
  };
  const ink = inkFor(data, each);
  each((at, share) => {
    const weight = share * strength;
    for (let channel = 0; channel < 3; channel += 1) {
      const before = data[at + channel] ?? 0;
      data[at + channel] = before + ((ink[channel] ?? 0) - before) * weight;
    }
  });
}

function inkFor(
  data: Uint8ClampedArray,
  each: (look: (at: number, share: number) => void) => void,
): readonly number[] {
  let [brightness, area] = [0, 0];
  each((at, share) => {
    area += share;
    brightness += share * ((data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11);
  });
  return brightness / Math.max(area, 1e-6) < middle ? light : dark;
}
