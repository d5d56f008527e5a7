import { objectStreams } from "./pdf-object-stream.ts";

/** What the bytes of a PDF say of it, without drawing it (ISO 32000-2). */
export interface PdfShape {
  /** It ends as a PDF does: what was cut off does not. */
  readonly isWhole: boolean;
  readonly isLocked: boolean;
  /** It runs a script, starts a program, carries files, sends its fields or plays something. */
  readonly isActive: boolean;
  /** Its objects are packed in a way that is not looked into, or unpack to more than any paper holds. */
  readonly isOverPacked: boolean;
}

/**
 * Unpacks a zlib stream that begins a run of bytes, part after part; answers false when it would give more than `most`
 * bytes or is none.
 */
export type Unpack = (
  packed: Uint8Array,
  most: number,
  take: (part: Uint8Array) => void,
) => Promise<"whole" | "too_much" | "none">;

const mostOfStream = 64 * 1024 * 1024;
const mostOfAll = 256 * 1024 * 1024;
const mostStreams = 5_000;
/** Streams do not lie in each other: unpacking them all takes the file once, or somebody wants us to be busy. */
const mostReadings = 2;
/** Names of what a paper has no need of; each can be written with any of its letters as "#" and two digits. */
const activeNames = [
  "JavaScript",
  "Launch",
  "EmbeddedFile",
  "EmbeddedFiles",
  "RichMedia",
  "Rendition",
  "SubmitForm",
  "ImportData",
  "GoToE",
  "XFA",
] as const;

/** A name with any of its letters written as # and two digits; names differ by their capitals. */
const nameOf = (name: string) => `/${[...name].map(spelled).join("")}`;

function spelled(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#(?:${code}|${code.toUpperCase()}))`;
}

/** A name ends where a delimiter or blank follows. */
const ends = "(?=[\\s/<>\\[\\](){}%]|$)";
const active = new RegExp(`(?:${activeNames.map(nameOf).join("|")})${ends}`);
const locked = new RegExp(`${nameOf("Encrypt")}${ends}`);
const flate = new RegExp(`(?:${nameOf("FlateDecode")}|${nameOf("Fl")})${ends}`, "g");
const streamBegins = /(?<!end)stream[ \t]*(?:\r\n|\n|\r)/g;

/**
 * Looks a PDF through; null when it does not begin as one. Names are sought in the whole file, in streams too (a reader
 * may be led anywhere by the table at the end), and in every stream that unpacks. Objects that are packed otherwise, or
 * twice, count as over-packed: nobody needs it, and nobody could look into them.
 */
export async function readPdfShape(bytes: Uint8Array, unpack: Unpack): Promise<PdfShape | null> {
  const text = latin1(bytes);
  if (!/^\s{0,8}%PDF-[12]\.\d/.test(text.slice(0, 32))) return null;
  const isWhole = /%%EOF\s*\0*$/.test(text.slice(-1_100)) || /%%EOF/.test(text.slice(-1_024));
  const plain = { isWhole, isLocked: locked.test(text), isActive: active.test(text) };
  if (plain.isLocked || plain.isActive) return { ...plain, isOverPacked: false };
  return { ...plain, ...(await lookIntoStreams(bytes, text, unpack)) };
}

async function lookIntoStreams(bytes: Uint8Array, text: string, unpack: Unpack) {
  const overPacked = { isActive: false, isOverPacked: true };
  const packedObjects = new Set<number>();
  for (const { begin, isPacked, isOdd } of objectStreams(text)) {
    if (isOdd || (isPacked && !isZlib(bytes, begin))) return overPacked;
    if (isPacked) packedObjects.add(begin);
  }
  let [all, count, read] = [0, 0, 0];
  for (const { index, 0: word } of text.matchAll(streamBegins)) {
    const begin = index + word.length;
    if ((count += 1) > mostStreams || isPackedTwice(text, index)) return overPacked;
    if (!isZlib(bytes, begin)) continue;
    const end = text.indexOf("endstream", begin);
    if (end === -1 || (read += end - begin) > mostReadings * bytes.length) return overPacked;
    const found = await seek(bytes.subarray(begin, end), unpack);
    all += found.unpacked;
    if (found.isActive) return { isActive: true, isOverPacked: false };
    if (found.isTooMuch || all > mostOfAll) return overPacked;
    if (packedObjects.has(begin) && !found.isWhole && !(await isWholeBut(bytes, begin, end, unpack)))
      return overPacked;
  }
  return { isActive: false, isOverPacked: false };
}

/**
 * Whole but for the end of line that stands before "endstream" and is none of its bytes. A carriage return before the line
 * feed may be either's: both are tried.
 */
async function isWholeBut(bytes: Uint8Array, begin: number, end: number, unpack: Unpack): Promise<boolean> {
  const [before, last] = bytes.subarray(end - 2, end);
  const lineEnds = last === 10 || last === 13 ? [1, ...(before === 13 && last === 10 ? [2] : [])] : [];
  for (const length of lineEnds) {
    const done = await unpack(bytes.subarray(begin, end - length), mostOfStream, () => {});
    if (done === "whole") return true;
  }
  return false;
}

/** Packed twice in what stands before a stream, back to where its object begins: a bomb of few bytes. */
function isPackedTwice(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - 2_000), at);
  return (near.slice(Math.max(0, near.lastIndexOf(" obj"))).match(flate)?.length ?? 0) > 1;
}

function isZlib(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(at, at + 2);
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

/** Names may lie across two parts: the end of one is read again with the next. */
async function seek(packed: Uint8Array, unpack: Unpack) {
  let [unpacked, isActive, tail] = [0, false, ""];
  const done = await unpack(packed, mostOfStream, (part) => {
    unpacked += part.length;
    const here = tail + latin1(part);
    isActive ||= active.test(here);
    tail = here.slice(-64);
  });
  return { unpacked, isActive, isTooMuch: done === "too_much", isWhole: done === "whole" };
}

const decoder = new TextDecoder("latin1");

/** Bytes as text, one sign each; what stands above ASCII tells nothing here. */
function latin1(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
