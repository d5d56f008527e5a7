import type { Sheet } from "./sheet.ts";

/** A closed line through points, x and y in turn, in pixels. */
export type Contour = readonly number[];

/** How much of each pixel of a rectangle lies inside an outline, 0 to 1; it holds until its sheet is drawn on again. */
export interface Cover {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly shares: Float32Array;
}

/**
 * Fills an outline on a sheet, with exact edges: every edge adds the signed area it leaves to its right, row by row, and the sum along
 * a row is how much of each pixel is inside (the way font-rs and FreeType's smooth rasteriser go).
 */
export function coverOf(contours: readonly Contour[], sheet: Sheet): Cover {
  const { left, top, right, bottom } = boundsOf(contours);
  const [width, height] = [right - left + 2, bottom - top + 1];
  const sums = sheet(width * height + 1);
  for (const contour of contours) {
    const last = contour.length - 2;
    for (let at = 0; at <= last; at += 2) {
      const to = at === last ? 0 : at + 2;
      addEdge(sums, width, [
        (contour[at] ?? 0) - left,
        (contour[at + 1] ?? 0) - top,
        (contour[to] ?? 0) - left,
        (contour[to + 1] ?? 0) - top,
      ]);
    }
  }
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      sum += sums[at] ?? 0;
      sums[at] = Math.min(1, Math.abs(sum));
    }
  }
  return { left, top, width, height, shares: sums };
}

function boundsOf(contours: readonly Contour[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours) {
    for (let at = 0; at < contour.length; at += 2) {
      const [x = 0, y = 0] = [contour[at], contour[at + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (left > right) return { left: 0, top: 0, right: 0, bottom: 0 };
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}

type Edge = readonly [x0: number, y0: number, x1: number, y1: number];

function addEdge(sums: Float32Array, width: number, [ax, ay, bx, by]: Edge): void {
  if (ay === by) return;
  const direction = ay < by ? 1 : -1;
  const [x0, y0, y1] = ay < by ? [ax, ay, by] : [bx, by, ay];
  const slope = (bx - ax) / (by - ay);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row += 1) {
    const tall = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * tall;
    addSpan(sums, row * width, direction * tall, Math.min(x, next), Math.max(x, next));
    x = next;
  }
}

/** Spreads the area of one row's part of an edge over the pixels it passes, from `from` to `to`. */
function addSpan(sums: Float32Array, row: number, tall: number, from: number, to: number): void {
  const first = Math.floor(from);
  const steep = to - first <= 1;
  if (steep) {
    const share = (from + to) / 2 - first;
    add(sums, row + first, tall * (1 - share));
    add(sums, row + first + 1, tall * share);
    return;
  }
  const perPixel = tall / (to - from);
  let before = 0;
  for (let pixel = first; pixel < to; pixel += 1) {
    const [enters, leaves] = [Math.max(from, pixel), Math.min(to, pixel + 1)];
    const run = (leaves - enters) * perPixel;
    // What this pixel's part of the edge leaves to its right: of this pixel a share, of all behind it everything.
    const inside = run * (pixel + 1 - (enters + leaves) / 2);
    add(sums, row + pixel, inside + before);
    before = run - inside;
  }
  add(sums, row + Math.ceil(to), before);
}

function add(sums: Float32Array, at: number, area: number): void {
  sums[at] = (sums[at] ?? 0) + area;
}
