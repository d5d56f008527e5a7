import { joinBytes } from "./join-bytes.ts";

const signatureLength = 8;
/** Length, type and checksum of a chunk, beside what it holds. */
const frameLength = 12;
/** Of the chunks that may be left out, those that tell how the pixels are drawn (W3C PNG, third edition, §11.3). */
const drawing = new Set(["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "hIST", "pHYs"]);
/** The frames of a moving picture are pixels too. */
const frames = new Set(["acTL", "fcTL", "fdAT"]);

/** A whole PNG (`readPngShape` says so) without texts, times, Exif and whatever else is not drawn. */
export function barePng(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, signatureLength)];
  for (let at = signatureLength; at + frameLength <= bytes.length;) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const next = at + frameLength + view.getUint32(at);
    if (isKept(type)) kept.push(bytes.subarray(at, next));
    if (type === "IEND") break;
    at = next;
  }
  return joinBytes(kept);
}

/** Chunks with a capital first letter are those without which there is no picture. */
function isKept(type: string): boolean {
  return /^[A-Z]/.test(type) || drawing.has(type) || frames.has(type);
}
