import { readJpegShape } from "./jpeg-shape.ts";
import type { PictureShape } from "./picture-format.ts";
import { readPngShape } from "./png-shape.ts";

/**
 * Tells a JPEG or PNG by its bytes, whatever its name, and reads its size from its header. Null: it is neither, or of
 * a kind no camera makes (lossless or arithmetic JPEG, PNG of other than 8 bits a sample).
 */
export function readPictureShape(bytes: Uint8Array): PictureShape | null {
  return readJpegShape(bytes) ?? readPngShape(bytes);
}
