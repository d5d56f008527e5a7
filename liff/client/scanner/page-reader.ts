import { loadDecoder } from "./decoder.ts";
import { pixelsOf } from "./pixels.ts";
import type { QrReader } from "./reader.ts";

/** Reads on the page's own thread: phones whose workers have no canvas. */
export async function openPageReader(wasmUrl: string): Promise<QrReader> {
  const decode = await loadDecoder(wasmUrl);
  return {
    name: "wasm",
    read: async (picture) => {
      const pixels = pixelsOf(picture);
      if ("close" in picture) picture.close();
      return decode(pixels);
    },
  };
}
