import { endOfScan } from "./jpeg-shape.ts";
import { joinBytes } from "./join-bytes.ts";

const [startOfScan, app0, app1, app2, app14, app15, comment] = [0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];
const startOfImage = new Uint8Array([0xff, 0xd8]);
const endOfImage = new Uint8Array([0xff, 0xd9]);
/** Tag of the way up in an image file directory (Exif 2.32, 4.6.4). */
const orientationTag = 0x0112;

/**
 * A whole JPEG (`readJpegShape` says so) without its application segments and comments (ITU-T T.81, B.2.4): Exif with
 * place and time, XMP, Photoshop's, previews, maker notes. What colours are drawn with stays (JFIF, ICC profile, Adobe's
 * transform), and of Exif the way up alone, told anew.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const heads: Uint8Array[] = [];
  const rest: Uint8Array[] = [];
  let up = 1;
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage[1]) break;
    const next = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const end = marker === startOfScan ? endOfScan(bytes, next) : next;
    const segment = bytes.subarray(at, end);
    if (marker === app1) up = orientationIn(segment) ?? up;
    if (isKept(marker, segment)) (marker === app0 ? heads : rest).push(segment);
    at = end;
  }
  const turned = up === 1 ? [] : [orientationSegment(up)];
  return joinBytes([startOfImage, ...heads, ...turned, ...rest, endOfImage]);
}

function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === app0) return says(segment, "JFIF\0");
  if (marker === app2) return says(segment, "ICC_PROFILE\0");
  if (marker === app14) return says(segment, "Adobe");
  return marker !== comment && !(marker > app0 && marker <= app15);
}

/** Whether a segment begins with a name, behind its marker and length. */
function says(segment: Uint8Array, name: string): boolean {
  return [...name].every((letter, at) => segment[4 + at] === letter.charCodeAt(0));
}

/** How far a JPEG is to be turned clockwise to stand upright, in degrees, as its Exif tells; mirrored ones as if they were not. */
export function readJpegTurn(bytes: Uint8Array): 0 | 90 | 180 | 270 {
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== startOfScan;) {
    const next = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const up = bytes[at + 1] === app1 ? orientationIn(bytes.subarray(at, next)) : null;
    if (up !== null) return up >= 7 ? 270 : up >= 5 ? 90 : up >= 3 ? 180 : 0;
    at = next;
  }
  return 0;
}

/** The way up that an Exif segment tells (2 to 8); null: it tells none. */
function orientationIn(segment: Uint8Array): number | null {
  if (!says(segment, "Exif\0\0") || segment.length < 24) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.length - 10);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, isLittle);
  if (first + 2 > tiff.byteLength) return null;
  const entries = tiff.getUint16(first, isLittle);
  for (let at = first + 2; at < first + 2 + entries * 12 && at + 12 <= tiff.byteLength; at += 12) {
    if (tiff.getUint16(at, isLittle) !== orientationTag) continue;
    const up = tiff.getUint16(at + 8, isLittle);
    return up >= 2 && up <= 8 ? up : null;
  }
  return null;
}

/** An Exif segment in which the way up stands and nothing else. */
function orientationSegment(up: number): Uint8Array {
  const name = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const head = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0];
  return new Uint8Array([0xff, app1, 0, 34, ...name, ...head, ...entry, 0, 0, 0, 0]);
}
