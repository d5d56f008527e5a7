import type { Pictures } from "../../ports.ts";
import { drawCrossOutLine } from "./cross-out-line.ts";
import { decodePng } from "./decode-png.ts";
import { decodeJpeg, encodeJpeg, type JpegModules } from "./jpeg-codec.ts";

/** The names of the two halves of the codec among the built assets. */
export const jpegCodec = { decoder: "mozjpeg_dec.wasm", encoder: "mozjpeg_enc.wasm" } as const;

/** Pictures over MozJPEG in WebAssembly, loaded when the first one comes. */
export function makePictures(load: () => Promise<JpegModules>): Pictures {
  let modules: JpegModules | null = null;
  return {
    crossOut: async (bytes, { format, width, height }) => {
      modules ??= await load();
      const pixels = format === "jpeg" ? await decodeJpeg(modules, bytes) : decodePng(bytes, width, height);
      if (!pixels) return null;
      drawCrossOutLine(pixels);
      return encodeJpeg(modules, pixels);
    },
  };
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
