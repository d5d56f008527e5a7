import { Inflate } from "fflate";
import type { ZipEntry } from "./zip-directory.ts";

const localSignature = 0x04034b50;
const stepBytes = 16 * 1024;

/**
 * The bytes of one part, unpacked little by little. Null when it would be more than `most` bytes, whatever the
 * directory said, or when it is no such part.
 */
export function inflatePart(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array | null {
  const packed = packedBytes(bytes, entry);
  if (packed === null) return null;
  if (entry.method === 0) return packed.length <= most ? packed : null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += stepBytes) {
      inflate.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
    }
  } catch {
    return null;
  }
  return length <= most ? joined(chunks, length) : null;
}

function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localSignature) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + packed <= bytes.length ? bytes.subarray(start, start + packed) : null;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
