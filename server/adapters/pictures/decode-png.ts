import { Unzlib } from "fflate";
import { decode, type DecodedPng } from "fast-png";
import { listPngChunks } from "../../kernel/png-shape.ts";
import type { Pixels } from "./pixels.ts";

const needed: readonly string[] = ["IHDR", "PLTE", "IDAT", "IEND"];
const signatureLength = 8;
const sliceBytes = 16_384;
/** Four bytes a pixel, a filter byte a row, and the uneven rows of seven interlaced passes. */
const mostRawBytes = (width: number, height: number) => width * height * 4 + 8 * (width + height);

/**
 * Decodes a PNG whose shape was checked; null: its bytes do not decode, or would unpack into more than its pixels.
 * Only the chunks that make the pixels are looked at. What is transparent becomes white.
 */
export function decodePng(bytes: Uint8Array, width: number, height: number): Pixels | null {
  const bare = withoutExtras(bytes);
  if (!bare || !unpacksWithin(bytes, mostRawBytes(width, height))) return null;
  try {
    return opaque(decode(bare, { checkCrc: true }));
  } catch {
    return null;
  }
}

/** The same file with the chunks that make its pixels, and no others: no profile to unpack, no frames, no text. */
function withoutExtras(bytes: Uint8Array): Uint8Array | null {
  const chunks = listPngChunks(bytes);
  if (!chunks) return null;
  const framed = chunks
    .filter(({ type }) => needed.includes(type))
    .map(({ content }) => {
      const from = content.byteOffset - bytes.byteOffset - 8;
      return bytes.subarray(from, from + content.length + 12);
    });
  return Buffer.concat([bytes.subarray(0, signatureLength), ...framed]);
}

function unpacksWithin(bytes: Uint8Array, most: number): boolean {
  let unpacked = 0;
  const inflate = new Unzlib((part) => (unpacked += part.length));
  for (const { type, content } of listPngChunks(bytes) ?? []) {
    for (let at = 0; type === "IDAT" && at < content.length; at += sliceBytes) {
      try {
        inflate.push(content.subarray(at, at + sliceBytes));
      } catch {
        return false;
      }
      if (unpacked > most) return false;
    }
  }
  return true;
}

/** Where in a pixel of so many channels its red, green, blue and alpha stand. */
const layouts: Readonly<Record<number, readonly [number, number, number, number | null]>> = {
  1: [0, 0, 0, null],
  2: [0, 0, 0, 1],
  3: [0, 1, 2, null],
  4: [0, 1, 2, 3],
};

function opaque(decoded: DecodedPng): Pixels {
  const { width, height, channels } = decoded.palette ? { ...decoded, channels: 3 } : decoded;
  const data = decoded.palette ? spread(decoded.data, decoded.palette) : decoded.data;
  const layout = layouts[channels];
  if (!layout || data.length < width * height * channels) throw new Error("pixels are missing");
  const [red, green, blue, alpha] = layout;
  const made = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; to < made.length; from += channels, to += 4) {
    const cover = alpha === null ? 1 : (data[from + alpha] ?? 0) / 255;
    made[to] = 255 + ((data[from + red] ?? 0) - 255) * cover;
    made[to + 1] = 255 + ((data[from + green] ?? 0) - 255) * cover;
    made[to + 2] = 255 + ((data[from + blue] ?? 0) - 255) * cover;
  }
  return { width, height, data: made };
}

/** Three bytes for each entry of a palette that pixels name. */
function spread(indices: DecodedPng["data"], palette: NonNullable<DecodedPng["palette"]>): Uint8Array {
  const made = new Uint8Array(indices.length * 3);
  indices.forEach((index, pixel) => made.set(palette[index]?.slice(0, 3) ?? [], pixel * 3));
  return made;
}
