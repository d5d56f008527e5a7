import { meanOfBox } from "./mean-of-box.ts";
import type { Pixels } from "./pixels.ts";

/** The middle square of a picture with sides of at most so many pixels: each is the mean of those it stands for. */
export function middleSquare(pixels: Pixels, side: number): Pixels {
  const { width, height } = pixels;
  const from = Math.min(width, height);
  const to = Math.min(side, from);
  const [left, top] = [Math.floor((width - from) / 2), Math.floor((height - from) / 2)];
  const drawn = new Uint8ClampedArray(to * to * 4);
  const edge = (at: number) => Math.floor((at * from) / to);
  for (let y = 0; y < to; y += 1) {
    for (let x = 0; x < to; x += 1) {
      const box = {
        left: left + edge(x),
        right: left + edge(x + 1),
        top: top + edge(y),
        bottom: top + edge(y + 1),
      };
      drawn.set(meanOfBox(pixels, box), (y * to + x) * 4);
    }
  }
  return { width: to, height: to, data: drawn };
}
