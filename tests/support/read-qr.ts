import { createRequire } from "node:module";

interface ZXing {
  RGBLuminanceSource: new (grey: Uint8ClampedArray, width: number, height: number) => unknown;
  HybridBinarizer: new (source: unknown) => unknown;
  BinaryBitmap: new (binarizer: unknown) => unknown;
  QRCodeReader: new () => { decode(bitmap: unknown): { getText(): string } };
}

const zxing = createRequire(import.meta.url)("html5-qrcode/third_party/zxing-js.umd.js") as ZXing;

/**
 * Reads the QR in a grey picture (one byte a pixel) with a decoder that is not the scanner's own. Throws when there is
 * none.
 */
export function readQr(grey: Uint8Array, width: number, height: number): string {
  try {
    return decoded(grey, width, height);
  } catch {
    // It misjudges the modules of one clean drawing in thirty at one size, and reads the same at half of it.
    return decoded(halved(grey, width, height), width >> 1, height >> 1);
  }
}

function decoded(grey: Uint8Array, width: number, height: number): string {
  const source = new zxing.RGBLuminanceSource(Uint8ClampedArray.from(grey), width, height);
  const bitmap = new zxing.BinaryBitmap(new zxing.HybridBinarizer(source));
  return new zxing.QRCodeReader().decode(bitmap).getText();
}

/** Every other pixel of every other line. */
function halved(grey: Uint8Array, width: number, height: number): Uint8Array {
  const [half, lines] = [width >> 1, height >> 1];
  return Uint8Array.from(
    { length: half * lines },
    (_, at) => grey[Math.floor(at / half) * 2 * width + (at % half) * 2] ?? 255,
  );
}
