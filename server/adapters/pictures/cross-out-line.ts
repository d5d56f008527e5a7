import type { Pixels } from "./pixels.ts";

/** Of 255: how far the line moves a pixel towards white or black. Letters under it stay readable. */
const strength = 90;
/** Of the shorter side. */
const thickness = 0.006;

/**
 * Draws one light line from the lower left to the upper right corner, brighter where the picture is dark and darker
 * where it is bright: it shows on anything, and leaves face and number readable (N7).
 */
export function drawCrossOutLine({ width, height, data }: Pixels): void {
  const half = Math.max(1, (Math.min(width, height) * thickness) / 2);
  const length = Math.hypot(width, height);
  // For each row, the columns whose distance from the diagonal is at most half the line's thickness.
  const reach = (half * length) / height;
  for (let y = 0; y < height; y += 1) {
    const middle = width * (1 - (y + 0.5) / height) - 0.5;
    const last = Math.min(width - 1, Math.floor(middle + reach));
    for (let x = Math.max(0, Math.ceil(middle - reach)); x <= last; x += 1) {
      shade(data, (y * width + x) * 4);
    }
  }
}

function shade(data: Uint8ClampedArray, at: number): void {
  const brightness = (data[at] ?? 0) * 0.3 + (data[at + 1] ?? 0) * 0.59 + (data[at + 2] ?? 0) * 0.11;
  const step = brightness < 128 ? strength : -strength;
  for (let channel = at; channel < at + 3; channel += 1) data[channel] = (data[channel] ?? 0) + step;
}
