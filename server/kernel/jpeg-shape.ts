import type { PictureShape } from "./picture-format.ts";

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];
/** Baseline, extended and progressive: what cameras and browsers write. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
/** Huffman tables, the JPEG extension and arithmetic conditioning stand between the frames' numbers. */
const notFrames: readonly number[] = [0xc4, 0xc8, 0xcc];
/** A progressive picture has about ten; each one more makes the decoder go over every pixel again. */
const mostScans = 64;

/**
 * The shape of a JPEG (ITU-T T.81, Annex B): walks its segments from the first to the end of the image. Null when it
 * does not begin as one, or has no frame that cameras write.
 */
export function readJpegShape(bytes: Uint8Array): PictureShape | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage || bytes[2] !== 0xff) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  const shape = (isWhole: boolean): PictureShape | null => size && { format: "jpeg", ...size, isWhole };
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return shape(false);
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= startOfImage) || length < 2 || next > bytes.length) {
      return shape(false);
    }
    if (marker >= 0xc0 && marker <= 0xcf && !notFrames.includes(marker)) {
      const frame = frames.includes(marker) && length >= 8 ? frameAt(view, at + 4) : null;
      if (!frame || size) return size ? shape(false) : null;
      size = frame;
    }
    at = next;
    if (marker !== startOfScan) continue;
    scans += 1;
    if (!size || scans > mostScans) return shape(false);
    at = endOfScan(bytes, at);
    if (bytes[at + 1] === endOfImage) return shape(isPadding(bytes.subarray(at + 2)));
  }
  return shape(false);
}

/** Eight bits a sample, grey or three colours, a height that is told. */
function frameAt(view: DataView, at: number): { width: number; height: number } | null {
  const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)];
  const components = view.getUint8(at + 5);
  const usual = view.getUint8(at) === 8 && (components === 1 || components === 3);
  return usual && width > 0 && height > 0 ? { width, height } : null;
}

/** Where the next segment begins; stuffed bytes and restarts belong to the scan. The end of the bytes: there is none. */
export function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Some cameras fill up to a block with zeros; anything else behind the end is not of the picture. */
export function isPadding(rest: Uint8Array): boolean {
  return rest.every((byte) => byte === 0);
}
