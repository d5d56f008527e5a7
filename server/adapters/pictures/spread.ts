import type { Cover } from "./outline.ts";

/** A cover made wider by so many pixels on every side, with round corners; 0 or less leaves it as it is. */
export function spread(cover: Cover, by: number): Cover {
  const far = Math.ceil(by);
  if (far <= 0) return cover;
  const disc = discOf(by, far);
  const [width, height] = [cover.width + 2 * far, cover.height + 2 * far];
  const shares = new Float32Array(width * height + 1);
  for (let y = 0; y < cover.height; y += 1) {
    for (let x = 0; x < cover.width; x += 1) {
      const share = cover.shares[y * cover.width + x] ?? 0;
      if (share <= 0) continue;
      const middle = (y + far) * width + x + far;
      for (const [right, down, weight] of disc) {
        const at = middle + down * width + right;
        shares[at] = Math.max(shares[at] ?? 0, share * weight);
      }
    }
  }
  return { left: cover.left - far, top: cover.top - far, width, height, shares };
}

/** The pixels around one that lie within the distance, the outermost in part. */
function discOf(
  by: number,
  far: number,
): readonly (readonly [right: number, down: number, weight: number])[] {
  const disc: [number, number, number][] = [];
  for (let down = -far; down <= far; down += 1) {
    for (let right = -far; right <= far; right += 1) {
      const weight = Math.min(1, by + 0.5 - Math.hypot(right, down));
      if (weight > 0) disc.push([right, down, weight]);
    }
  }
  return disc;
}
