import type { Cover } from "./outline.ts";
import type { Sheet } from "./sheet.ts";

/**
 * A cover made wider by so many pixels on every side, with round corners, on a sheet of its own; 0 or less leaves it as
 * it is.
 */
export function spread(cover: Cover, by: number, sheet: Sheet): Cover {
  const far = Math.ceil(by);
  if (far <= 0) return cover;
  const [width, height] = [cover.width + 2 * far, cover.height + 2 * far];
  const shares = sheet(width * height + 1);
  const disc = discOf(by, far, width);
  for (let y = 0; y < cover.height; y += 1) {
    for (let x = 0; x < cover.width; x += 1) {
      const share = cover.shares[y * cover.width + x] ?? 0;
      if (share > 0) raise(shares, (y + far) * width + x + far, share, disc);
    }
  }
  return { left: cover.left - far, top: cover.top - far, width, height, shares };
}

/** The pixels around one that lie within the distance, as steps in a sheet, and how much of each: the outermost in part. */
interface Disc {
  readonly steps: Int32Array;
  readonly weights: Float32Array;
}

function discOf(by: number, far: number, width: number): Disc {
  const [steps, weights]: [number[], number[]] = [[], []];
  for (let down = -far; down <= far; down += 1) {
    for (let right = -far; right <= far; right += 1) {
      const weight = Math.min(1, by + 0.5 - Math.hypot(right, down));
      if (weight <= 0) continue;
      steps.push(down * width + right);
      weights.push(weight);
    }
  }
  return { steps: Int32Array.from(steps), weights: Float32Array.from(weights) };
}

function raise(shares: Float32Array, middle: number, share: number, { steps, weights }: Disc): void {
  for (let each = 0; each < steps.length; each += 1) {
    const at = middle + (steps[each] ?? 0);
    const raised = share * (weights[each] ?? 0);
    if (raised > (shares[at] ?? 0)) shares[at] = raised;
  }
}
