import { meanOfBox } from "./mean-of-box.ts";
import type { Pixels } from "./pixels.ts";

/**
 * A picture with at most so many pixels and the same sides to each other: each pixel is the mean of those it stands for.
 * One that is small enough is answered as it is.
 */
export function shrink(pixels: Pixels, mostPixels: number): Pixels {
  const scale = Math.sqrt(mostPixels / (pixels.width * pixels.height));
  if (scale >= 1) return pixels;
  const [width, height] = [pixels.width, pixels.height].map((side) => Math.max(1, Math.floor(side * scale)));
  if (width === undefined || height === undefined) return pixels;
  const data = new Uint8ClampedArray(width * height * 4);
  const across = (at: number) => Math.floor((at * pixels.width) / width);
  const down = (at: number) => Math.floor((at * pixels.height) / height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const box = { left: across(x), right: across(x + 1), top: down(y), bottom: down(y + 1) };
      data.set(meanOfBox(pixels, box), (y * width + x) * 4);
    }
  }
  return { width, height, data };
}
