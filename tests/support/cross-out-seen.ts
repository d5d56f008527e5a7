import { readFile } from "node:fs/promises";
import { openHandwriting } from "../../server/adapters/pictures/handwriting.ts";
import { openJpegCodec } from "../../server/adapters/pictures/jpeg-codec.ts";
import type { Pixels } from "../../server/adapters/pictures/pixels.ts";
import { layCrossOut } from "../../server/kernel/cross-out-band.ts";
import { testCodec } from "./pictures.ts";

/** The pixels of a JPEG. */
export async function pixelsOfJpeg(jpeg: Uint8Array): Promise<Pixels> {
  const pixels = (await openJpegCodec(await testCodec())).decode(jpeg);
  if (!pixels) throw new Error("no JPEG that decodes");
  return pixels;
}

/** How much of a cross-out is seen, in shares of 0 to 1 of the pixels looked at that differ from the plain picture. */
export interface CrossOutSeen {
  /** Along each of the two rules, from side to side. */
  readonly rules: readonly number[];
  /** In the rows the words stand in, over their whole length. */
  readonly words: number;
  /** Everywhere far from the band. */
  readonly beside: number;
}

/** Clearer than what writing a JPEG anew changes. */
const clearly = 30;

/** Compares a picture with what it was before, where a cross-out with these words lies and where it does not. */
export async function crossOutSeen(plain: Pixels, kept: Pixels, words: string): Promise<CrossOutSeen> {
  const font = await readFile("node_modules/@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf");
  const write = openHandwriting(font);
  const band = layCrossOut(kept, words, (text) => write(text).width);
  const [cos, sin] = [Math.cos(band.angle), Math.sin(band.angle)];
  const differs = (along: number, down: number): boolean | null => {
    const x = Math.round(band.x + along * cos - down * sin);
    const y = Math.round(band.y + along * sin + down * cos);
    if (x < 0 || y < 0 || x >= kept.width || y >= kept.height) return null;
    const at = (y * kept.width + x) * 4;
    const apart = [0, 1, 2].map((part) =>
      Math.abs((kept.data[at + part] ?? 0) - (plain.data[at + part] ?? 0)),
    );
    return Math.max(...apart) > clearly;
  };
  const share = (places: readonly (readonly [along: number, down: number])[]) => {
    const seen = places.map(([along, down]) => differs(along, down)).filter((each) => each !== null);
    return seen.filter(Boolean).length / seen.length;
  };
  const half = Math.hypot(kept.width, kept.height) / 2;
  const steps = (from: number, to: number, by: number) =>
    Array.from({ length: Math.floor((to - from) / by) }, (_, at) => from + at * by);
  const widest = Math.max(...band.rows.map(({ text }) => write(text).width)) * band.size;
  return {
    rules: band.rules.map((down) => {
      const places = steps(-half * 0.95, half * 0.95, 3).filter((along) => differs(along, down) !== null);
      // A rule is two or three pixels thick: the nearest of them tells.
      const met = places.filter((along) => [-1, 0, 1].some((by) => differs(along, down + by) === true));
      return met.length / places.length;
    }),
    words: share(
      band.rows.flatMap(({ down }) =>
        steps(-widest / 2, widest / 2, 1).map((along) => [along, down - band.size * 0.25] as const),
      ),
    ),
    beside: share(
      [-1, 1].flatMap((side) =>
        steps(band.rules[1] ?? 0, half, 5).flatMap((down) =>
          steps(-half, half, 5).map((along) => [along, side * (down + band.size)] as const),
        ),
      ),
    ),
  };
}
