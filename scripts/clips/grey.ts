/** A grey picture, row by row, 0 black to 255 white; kept as floats so that effects can be laid on each other. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export function blank(width: number, height: number): Grey {
  return { width, height, values: new Float32Array(width * height) };
}

/** A picture whose every pixel is changed by a function of its value and place. */
export function mapped(picture: Grey, change: (value: number, x: number, y: number) => number): Grey {
  const out = blank(picture.width, picture.height);
  for (let y = 0, at = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1, at += 1) {
      out.values[at] = change(picture.values[at] ?? 0, x, y);
    }
  }
  return out;
}

/** Numbers from 0 to 1 that look random and are the same at every run (xorshift). */
export function noiseSource(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
