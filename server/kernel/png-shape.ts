import { isPadding } from "./jpeg-shape.ts";
import type { PictureShape } from "./picture-format.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const colourTypes: readonly number[] = [0, 2, 3, 4, 6];
const headerLength = 13;
/** Length, type and checksum of a chunk, beside what it holds. */
const chunkFrame = 12;

/** A chunk of a PNG: its type and where in the file its content stands. */
export interface PngChunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/**
 * The shape of a PNG (W3C PNG, third edition, §5 and §11). Null when it does not begin as one, or has other than 8
 * bits a sample.
 */
export function readPngShape(bytes: Uint8Array): PictureShape | null {
  if (!signature.every((byte, at) => bytes[at] === byte) || bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const usual = view.getUint32(8) === headerLength && typeAt(bytes, 12) === "IHDR" && bytes[24] === 8;
  const known = colourTypes.includes(bytes[25] ?? -1) && bytes[26] === 0 && bytes[27] === 0;
  if (!usual || !known || (bytes[28] ?? 2) > 1 || width === 0 || height === 0) return null;
  return { format: "png", width, height, isWhole: listPngChunks(bytes) !== null };
}

/** The chunks in their order; null when they are cut off, said twice, without pixels, or something stands behind. */
export function listPngChunks(bytes: Uint8Array): readonly PngChunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = signature.length; at + chunkFrame <= bytes.length;) {
    const length = view.getUint32(at);
    const next = at + chunkFrame + length;
    if (next > bytes.length) return null;
    const type = typeAt(bytes, at + 4);
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") return isWholeList(chunks) && isPadding(bytes.subarray(next)) ? chunks : null;
    at = next;
  }
  return null;
}

function isWholeList(chunks: readonly PngChunk[]): boolean {
  const count = (type: string) => chunks.filter((chunk) => chunk.type === type).length;
  return count("IHDR") === 1 && count("PLTE") <= 1 && count("tRNS") <= 1 && count("IDAT") >= 1;
}

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
