import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

interface ZXing {
  RGBLuminanceSource: new (grey: Uint8ClampedArray, width: number, height: number) => unknown;
  HybridBinarizer: new (source: unknown) => unknown;
  BinaryBitmap: new (binarizer: unknown) => unknown;
  QRCodeReader: new () => { decode(bitmap: unknown): { getText(): string } };
}

const require = createRequire(import.meta.url);
const zxing = require("html5-qrcode/third_party/zxing-js.umd.js") as ZXing;
const wasm = readFileSync("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/**
 * Reads the QR in a grey picture (one byte a pixel). First with a decoder that is not the scanner's own; it takes
 * something for a corner in one clean drawing of twenty, and then the other one is asked. Throws when there is none.
 */
export async function readQr(grey: Uint8Array, width: number, height: number): Promise<string> {
  const source = new zxing.RGBLuminanceSource(Uint8ClampedArray.from(grey), width, height);
  const bitmap = new zxing.BinaryBitmap(new zxing.HybridBinarizer(source));
  try {
    return new zxing.QRCodeReader().decode(bitmap).getText();
  } catch (error) {
    const [found] = await readBarcodes(inColour(grey, width, height), { formats: ["QRCode"] });
    if (!found) throw error;
    return found.text;
  }
}

function inColour(grey: Uint8Array, width: number, height: number): ImageData {
  const data = Uint8ClampedArray.from({ length: grey.length * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (grey[at >> 2] ?? 255),
  );
  return { data, width, height, colorSpace: "srgb" };
}
