import { BarcodeDetector, prepareZXingModule } from "barcode-detector/ponyfill";

/** Finds the texts of QR codes in pixels. */
export type Decode = (pixels: ImageData) => Promise<readonly string[]>;

/**
 * The decoder over WebAssembly from our own host, in a page or a worker. Answers once it is compiled; rejects where
 * the file or WebAssembly is missing.
 */
export async function loadDecoder(wasmUrl: string): Promise<Decode> {
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  return async (pixels) => (await detector.detect(pixels)).map((found) => found.rawValue);
}
