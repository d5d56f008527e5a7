/** A row of a cross-out's words, its base line `down` pixels below the middle of the band. */
interface BandRow {
  readonly text: string;
  readonly down: number;
}

/**
 * A cross-out (ขีดคร่อม, N7) on one picture, in its pixels: a band that runs up to the right through (x, y), two rules and
 * the words between them. Inside the band x runs along it and y to its right hand.
 */
export interface CrossOutBand {
  readonly x: number;
  readonly y: number;
  /** In radians; 0 runs to the right, positive turns clockwise. */
  readonly angle: number;
  /** Of the letters. */
  readonly size: number;
  readonly rows: readonly BandRow[];
  /** How far below the middle each rule lies. */
  readonly rules: readonly number[];
  readonly ruleThickness: number;
  /** How far the light edge reaches around letters and rules. */
  readonly edge: number;
}

/** The inks: dark letters with a light edge show on anything, and both let face and number under them be read. */
export const crossOutInk = {
  letters: { colour: [16, 42, 84], share: 0.62 },
  edge: { colour: [255, 255, 255], share: 0.45 },
} as const;

/** Of the shorter side: the largest letters, and those below which the words go on two rows. */
const largest = 0.055;
const smallest = 0.032;
/** What the words may take of the way the band goes over the picture. */
const usable = 0.88;

/**
 * Lays the band over a picture of that size. `widthOf` answers how wide a text is in shares of its letters' size. The phone
 * draws by it before a picture is sent and the server by it again: what is drawn twice falls on itself and stays one text.
 */
export function layCrossOut(
  { width, height }: { readonly width: number; readonly height: number },
  words: string,
  widthOf: (text: string) => number,
): CrossOutBand {
  const [shorter, room] = [Math.min(width, height), Math.hypot(width, height) * usable];
  const sizeOf = (rows: readonly string[]) =>
    Math.min(shorter * largest, room / Math.max(...rows.map(widthOf)));
  const halves = sizeOf([words]) < shorter * smallest ? halvesOf(words) : null;
  const texts = halves ?? [words];
  const size = sizeOf(texts);
  const rowHeight = size * 1.5;
  const half = (texts.length * rowHeight) / 2;
  return {
    x: width / 2,
    y: height / 2,
    angle: -Math.atan2(height, width),
    size,
    rows: texts.map((text, at) => ({ text, down: -half + (at + 1) * rowHeight - size * 0.45 })),
    rules: [-half - size * 0.15, half + size * 0.15],
    ruleThickness: Math.max(2, shorter * 0.004),
    edge: Math.max(1.5, size * 0.07),
  };
}

/** A text cut at the space nearest to its middle; null: it has none. */
function halvesOf(text: string): readonly [string, string] | null {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [cut] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return cut === undefined ? null : [text.slice(0, cut), text.slice(cut + 1)];
}
