/** A still of the camera, or a picture from the album. */
export type Picture = ImageBitmap | HTMLCanvasElement;

/** Finds QR codes in pictures. The rungs of the ladder differ in this only; camera and page are the same. */
export interface QrReader {
  readonly name: "wasm-worker" | "wasm" | "html5-qrcode";
  /** The texts of all QR codes in a picture; none: an empty list. An ImageBitmap is closed afterwards. */
  read(picture: Picture): Promise<readonly string[]>;
}

/** Where the page says that the decoder's files lie (they have hashed names). */
export interface ReaderFiles {
  readonly wasmUrl: string;
  readonly workerUrl: string;
}
