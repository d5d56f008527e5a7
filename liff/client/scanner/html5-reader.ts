import { Html5QrcodeSupportedFormats } from "html5-qrcode/esm/core.js";
import { ZXingHtml5QrcodeDecoder } from "html5-qrcode/esm/zxing-html5-qrcode-decoder.js";
import type { Picture, QrReader } from "./reader.ts";

const quiet = {
  log: () => {},
  warn: () => {},
  logError: () => {},
  logErrors: () => {},
};

/**
 * Reads with the decoder of html5-qrcode, in plain script: where WebAssembly is missing. Its own scanner is not used,
 * for that shrinks each frame to what the page shows.
 */
export function openHtml5Reader(): QrReader {
  const decoder = new ZXingHtml5QrcodeDecoder([Html5QrcodeSupportedFormats.QR_CODE], false, quiet);
  return {
    name: "html5-qrcode",
    read: async (picture) => {
      const canvas = onCanvas(picture);
      if ("close" in picture) picture.close();
      return decoder.decodeAsync(canvas).then(
        (found) => [found.text],
        () => [],
      );
    },
  };
}

function onCanvas(picture: Picture): HTMLCanvasElement {
  const { width, height } = picture;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  return canvas;
}
