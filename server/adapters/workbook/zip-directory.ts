import { ok, refuse, type Result } from "../../kernel/result.ts";
import { uploadBounds, type WorkbookRefusal } from "../../kernel/workbook.ts";

/** One file of an archive, as the central directory tells it; nothing of it is unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly inflated: number;
  /** Where its local header begins. */
  readonly at: number;
}

type Entries = Result<readonly ZipEntry[], WorkbookRefusal>;

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
const encryptedFlag = 1;
/** What a spreadsheet may carry inside and a list of visits has no need of. */
const nestedNames = /\.(zip|xlsx|xlsm|xlsb|xls|docx|7z|rar|gz|jar|exe|dll|bin)$/i;
const macroNames = /(^|\/)(vbaProject\.bin|macrosheets\/|vbaData\.xml)/i;

/**
 * Reads the central directory of a zip and judges it (APPNOTE 4.3.12 ff.): refuses encrypted and macro-carrying
 * workbooks, archives within, more entries or bytes than a list needs, parts that grow out of proportion, parts that
 * lie over each other, and anything malformed. Zip64 has no place below 5 MB.
 */
export function readDirectory(bytes: Uint8Array): Entries {
  const broken = refuse({ kind: "workbook_broken" } as const);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return broken;
  const count = view.getUint16(end + 10, true);
  if (count > uploadBounds.entries) return refuse({ kind: "workbook_bomb" });
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) return broken;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return broken;
    if (view.getUint16(at + 8, true) & encryptedFlag) return refuse({ kind: "workbook_encrypted" });
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return judged(entries, bytes.length);
}

function judged(entries: readonly ZipEntry[], length: number): Entries {
  if (entries.some(({ name }) => macroNames.test(name))) return refuse({ kind: "workbook_macros" });
  if (entries.some(({ name }) => isNested(name))) return refuse({ kind: "workbook_nested" });
  const total = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  const grows = entries.some(
    ({ packed, inflated }) => inflated > 1024 * 1024 && inflated > packed * uploadBounds.ratio,
  );
  if (total > uploadBounds.inflatedBytes || grows) return refuse({ kind: "workbook_bomb" });
  return isSound(entries, length) ? ok(entries) : refuse({ kind: "workbook_broken" });
}

/** Printer settings are the one binary part that Excel writes by itself. */
function isNested(name: string): boolean {
  return nestedNames.test(name) && !/(^|\/)printerSettings\/printerSettings\d*\.bin$/i.test(name);
}

/** Every name once, every method known, no part reaching into the next (the trick of overlapping bombs). */
function isSound(entries: readonly ZipEntry[], length: number): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const parts = entries.toSorted((a, b) => a.at - b.at);
  const apart = parts.every(({ at, packed }, index) => at + 30 + packed <= (parts[index + 1]?.at ?? length));
  return (
    names.size === entries.length && apart && entries.every(({ method }) => method === 0 || method === 8)
  );
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}
