/** Where one copy of a mark stands: its middle on its base line, and which way it runs. */
export interface MarkAxis {
  readonly x: number;
  /** Downwards from the upper edge. */
  readonly y: number;
  /** In radians; 0 runs to the right, positive turns clockwise. */
  readonly angle: number;
}

/** Of the shorter side. */
const letters = 0.034;
const smallestLetters = 11;
const rows = 6;
const angle = -Math.PI / 9;

/**
 * Where the mark of whoever looks (N7) stands on a picture or a page of that size: slanting rows that end nowhere, so that
 * any part of it tells where it came from. `lineWidth` is the mark's in shares of its letters' size.
 */
export function markPlaces(
  { width, height }: { readonly width: number; readonly height: number },
  lineWidth: number,
): { readonly size: number; readonly axes: readonly MarkAxis[] } {
  const size = Math.max(smallestLetters, Math.min(width, height) * letters);
  const step = lineWidth * size;
  const along = Math.ceil(Math.hypot(width, height) / step / 2) + 1;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const apart = Math.hypot(width, height) / rows;
  const axes: MarkAxis[] = [];
  for (let row = -rows / 2; row <= rows / 2; row += 1) {
    const shift = (Math.abs(row) % 2) * (step / 2);
    for (let copy = -along; copy <= along; copy += 1) {
      const ahead = copy * step + shift;
      const axis = {
        x: width / 2 + ahead * cos - row * apart * sin,
        y: height / 2 + ahead * sin + row * apart * cos,
        angle,
      };
      const reach = step / 2 + size;
      const isAway = axis.x < -reach || axis.x > width + reach || axis.y < -reach || axis.y > height + reach;
      if (!isAway) axes.push(axis);
    }
  }
  return { size, axes };
}
