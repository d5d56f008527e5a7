import type { PictureShape } from "../../kernel/picture-format.ts";
import type { Pictures } from "../../ports.ts";
import { drawCrossOutLine } from "./cross-out-line.ts";
import { decodePng } from "./decode-png.ts";
import type { Handwriting } from "./handwriting.ts";
import { decodeJpeg, encodeJpeg, type JpegModules } from "./jpeg-codec.ts";
import { middleSquare } from "./middle-square.ts";
import type { Pixels } from "./pixels.ts";

/** The names of the two halves of the codec among the built assets. */
export const jpegCodec = { decoder: "mozjpeg_dec.wasm", encoder: "mozjpeg_enc.wasm" } as const;

/** The typeface of the words that are drawn, among the built assets. */
export const pictureFont = "sarabun-700.ttf";

/**
 * Pictures over MozJPEG in WebAssembly, and words in Sarabun; both are loaded when the first picture comes. One for each
 * process or isolate.
 */
export function makePictures(
  load: () => Promise<JpegModules>,
  readFont: () => Promise<Uint8Array>,
): Pictures {
  let modules: JpegModules | null = null;
  let handwriting: Handwriting | null = null;
  const opened = async () => (modules ??= await load());
  const written = async () => (handwriting ??= await openWriting(readFont));
  const redraw = async (
    bytes: Uint8Array,
    { format, width, height }: PictureShape,
    draw: (pixels: Pixels) => Pixels,
  ): Promise<Uint8Array | null> => {
    const codec = await opened();
    const pixels = format === "jpeg" ? await decodeJpeg(codec, bytes) : decodePng(bytes, width, height);
    if (!pixels) return null;
    return encodeJpeg(codec, draw(pixels));
  };
  return {
    crossOut: async (bytes, shape, words) => {
      if (words === undefined) return redraw(bytes, shape, over(drawCrossOutLine));
      const [write, { drawCrossOutWords }] = await Promise.all([written(), import("./cross-out-words.ts")]);
      return redraw(
        bytes,
        shape,
        over((pixels) => drawCrossOutWords(pixels, write, words)),
      );
    },
    asJpeg: (bytes, shape) => redraw(bytes, shape, (pixels) => pixels),
    portrait: (bytes, shape, side) => redraw(bytes, shape, (pixels) => middleSquare(pixels, side)),
    markView: async (jpeg, text) => {
      const [write, { drawViewMark }] = await Promise.all([written(), import("./view-mark.ts")]);
      const shape = { format: "jpeg", width: 0, height: 0, isWhole: true } as const;
      const marked = await redraw(
        jpeg,
        shape,
        over((pixels) => drawViewMark(pixels, write, text)),
      );
      if (!marked) throw new Error("a picture that was kept does not decode");
      return marked;
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
