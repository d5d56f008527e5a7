import type { Ink } from "../../kernel/pdf-document.ts";
import type { ShapedPiece } from "./face.ts";

/** What is put on a page, in points from its upper left corner, downwards. */
export type Mark = TextMark | PathMark | PictureMark;

export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  /** The line the letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly ink: Ink;
  readonly pieces: readonly ShapedPiece[];
}

/** A picture in a box, in points. */
export interface PictureMark {
  readonly kind: "picture";
  readonly jpeg: Uint8Array;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A shape, filled or drawn as a line so many points thick. */
export interface PathMark {
  readonly kind: "path";
  readonly ink: Ink;
  readonly line: number | null;
  /** Dots and gaps of the line, in points. */
  readonly dash?: readonly [number, number];
  readonly parts: readonly PathPart[];
}

export type PathPart =
  | readonly ["move" | "line", number, number]
  | readonly ["curve", number, number, number, number, number, number]
  | readonly ["box", number, number, number, number]
  | readonly ["close"];

/** Something as high as it is, that puts its marks where it is placed. A page is strips one under the other. */
export interface Strip {
  readonly height: number;
  readonly paint: (x: number, y: number) => readonly Mark[];
  /** Stays on the page of the strip after it. */
  readonly withNext?: boolean;
  /** Stands again at the top of a page that this strip begins. */
  readonly head?: Strip;
  /** Room only: nothing is left of it at the top of a page. */
  readonly isRoom?: boolean;
  readonly endsPage?: boolean;
}

export const pointsPerMm = 72 / 25.4;

/** How far a quarter of a circle reaches as a curve (a known constant of Bézier curves). */
const roundness = 0.5523;

/** A box with round corners; a disc when the corner is half its side. */
export function roundBox(x: number, y: number, width: number, height: number, corner: number): PathPart[] {
  const r = Math.min(corner, width / 2, height / 2);
  const k = r * (1 - roundness);
  const [right, bottom] = [x + width, y + height];
  return [
    ["move", x + r, y],
    ["line", right - r, y],
    ["curve", right - k, y, right, y + k, right, y + r],
    ["line", right, bottom - r],
    ["curve", right, bottom - k, right - k, bottom, right - r, bottom],
    ["line", x + r, bottom],
    ["curve", x + k, bottom, x, bottom - k, x, bottom - r],
    ["line", x, y + r],
    ["curve", x, y + k, x + k, y, x + r, y],
    ["close"],
  ];
}

/** A straight line. */
export function lineMark(
  ink: Ink,
  line: number,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  dash?: readonly [number, number],
): PathMark {
  const parts: PathPart[] = [
    ["move", x1, y1],
    ["line", x2, y2],
  ];
  return { kind: "path", ink, line, parts, ...(dash ? { dash } : {}) };
}
