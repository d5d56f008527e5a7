import type { Pixels } from "./pixels.ts";

/** The middle square of a picture with sides of at most so many pixels: each is the mean of those it stands for. */
export function middleSquare({ width, height, data }: Pixels, side: number): Pixels {
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
      drawn.set(meanOf(data, width, box), (y * to + x) * 4);
    }
  }
  return { width: to, height: to, data: drawn };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function meanOf(data: Pixels["data"], width: number, { left, right, top, bottom }: Box): readonly number[] {
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      for (let part = 0; part < 3; part += 1) sums[part] = (sums[part] ?? 0) + (data[at + part] ?? 0);
    }
  }
  const count = (right - left) * (bottom - top);
  return [...sums.map((sum) => sum / count), 255];
}
