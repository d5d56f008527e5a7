import type { PictureShape } from "../../kernel/picture-format.ts";
import { readPictureShape } from "../../kernel/picture-shape.ts";
import type { Pictures } from "../../ports.ts";
import { drawCrossOutLine } from "./cross-out-line.ts";
import { decodePng } from "./decode-png.ts";
import type { Handwriting } from "./handwriting.ts";
import { openJpegCodec, type JpegCodec, type JpegModules } from "./jpeg-codec.ts";
import { middleSquare } from "./middle-square.ts";
import type { Pixels } from "./pixels.ts";
import { shrink } from "./shrink.ts";

/** The names of the two halves of the codec among the built assets. */
export const jpegCodec = { decoder: "mozjpeg_dec.wasm", encoder: "mozjpeg_enc.wasm" } as const;

/** The typeface of the words that are drawn, among the built assets. */
export const pictureFont = "sarabun-700.ttf";

/** A marked view, and a copy that is kept crossed out, has at most so many: more than any screen shows. */
const mostViewedPixels = 4_000_000;
/** What a process with memory of its own decodes for a view: about 250 MB for a moment. */
const mostDecodedPixels = 25_000_000;

/**
 * Pictures over MozJPEG in WebAssembly, and words in Sarabun; both are loaded when the first picture comes. One for each
 * process or isolate: it keeps one codec open, for a codec's memory is given back late, and many of them are much.
 * `mostPixels` is what this host has the memory to decode for a view.
 */
export function makePictures(
  load: () => Promise<JpegModules>,
  readFont: () => Promise<Uint8Array>,
  mostPixels = mostDecodedPixels,
): Pictures {
  let modules: JpegModules | null = null;
  let kept: JpegCodec | null = null;
  let handwriting: Handwriting | null = null;
  const opened = async () => openJpegCodec((modules ??= await load()));
  const written = async () => (handwriting ??= await openWriting(readFont));
  const redraw = async (
    bytes: Uint8Array,
    { format, width, height }: PictureShape,
    draw: (pixels: Pixels) => Pixels,
  ): Promise<Uint8Array | null> => {
    const codec = kept ?? (await opened());
    // From here on nothing waits: no second picture comes between, and only one is held in memory at a time.
    kept = null;
    const pixels = format === "jpeg" ? codec.decode(bytes) : decodePng(bytes, width, height);
    const made = pixels && codec.encode(draw(pixels));
    pixels?.data.buffer.transfer(0);
    if (codec.isWorthKeeping()) kept = codec;
    return made;
  };
  return {
    crossOut: async (bytes, shape, words) => {
      if (shape.width * shape.height > mostPixels) return null;
      if (words === undefined) return redraw(bytes, shape, over(drawCrossOutLine));
      const [write, { drawCrossOutWords }] = await Promise.all([written(), import("./cross-out-words.ts")]);
      return redraw(bytes, shape, (pixels) => {
        const kept = shrink(pixels, mostViewedPixels);
        drawCrossOutWords(kept, write, words);
        return kept;
      });
    },
    asJpeg: (bytes, shape) => redraw(bytes, shape, (pixels) => pixels),
    portrait: (bytes, shape, side) => redraw(bytes, shape, (pixels) => middleSquare(pixels, side)),
    markView: async (bytes, text) => {
      const shape = readPictureShape(bytes);
      if (!shape || shape.width * shape.height > mostPixels) return null;
      const [write, { drawViewMark }] = await Promise.all([written(), import("./view-mark.ts")]);
      return redraw(bytes, shape, (pixels) => {
        const view = shrink(pixels, mostViewedPixels);
        drawViewMark(view, write, text);
        return view;
      });
    },
  };
}

/** Draws over the pixels as they stand. */
function over(draw: (pixels: Pixels) => void): (pixels: Pixels) => Pixels {
  return (pixels) => {
    draw(pixels);
    return pixels;
  };
}

async function openWriting(readFont: () => Promise<Uint8Array>): Promise<Handwriting> {
  const [{ openHandwriting }, font] = await Promise.all([import("./handwriting.ts"), readFont()]);
  return openHandwriting(font);
}

/** Compiles the codec from its files, on hosts that may. */
export function compileCodec(read: (name: string) => Promise<Uint8Array>): () => Promise<JpegModules> {
  return async () => {
    const [decoder, encoder] = await Promise.all(
      [jpegCodec.decoder, jpegCodec.encoder].map(async (name) =>
        WebAssembly.compile(new Uint8Array(await read(name))),
      ),
    );
    if (!decoder || !encoder) throw new Error("the codec is not there");
    return { decoder, encoder };
  };
}
