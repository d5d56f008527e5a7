import { bareJpeg } from "./bare-jpeg.ts";
import { barePng } from "./bare-png.ts";
import { readPictureShape } from "./picture-shape.ts";

/**
 * A picture without what its camera and programs wrote beside the pixels: where and when it was taken, with what, by whom.
 * The pixels stay as they are, and which way is up is told still. A file that is no whole picture is answered as it came.
 */
export function barePicture(bytes: Uint8Array): Uint8Array {
  const shape = readPictureShape(bytes);
  if (!shape?.isWhole) return bytes;
  return shape.format === "jpeg" ? bareJpeg(bytes) : barePng(bytes);
}
