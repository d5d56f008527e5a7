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
  const source = new zxing.RGBLuminanceSource(Uint8ClampedArray.from(grey), width, height);
  const bitmap = new zxing.BinaryBitmap(new zxing.HybridBinarizer(source));
  return new zxing.QRCodeReader().decode(bitmap).getText();
}
