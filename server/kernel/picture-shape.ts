import { readJpegShape } from "./jpeg-shape.ts";
import { readPngShape } from "./png-shape.ts";

export const pictureFormats = ["jpeg", "png"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/** What a picture's bytes say of it before anything is decoded. */
export interface PictureShape {
  readonly format: PictureFormat;
  /** In pixels, as stored: a camera's turn is not applied. */
  readonly width: number;
  readonly height: number;
  /** False: it is cut off, or holds something else beside the one picture. */
  readonly isWhole: boolean;
}

/**
 * Tells a JPEG or PNG by its bytes, whatever its name, and reads its size from its header. Null: it is neither, or of
 * a kind no camera makes (lossless or arithmetic JPEG, PNG of other than 8 bits a sample).
 */
export function readPictureShape(bytes: Uint8Array): PictureShape | null {
  return readJpegShape(bytes) ?? readPngShape(bytes);
}
