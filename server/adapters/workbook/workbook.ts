import { refuse } from "../../kernel/result.ts";
import { uploadBounds, type ReadTable, type TableLimits } from "../../kernel/workbook.ts";
import type { Workbook } from "../../ports.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

/** Tables read and written in this process, on Node and in workerd alike. */
export const workbook: Workbook = { read, writeXlsx, writeCsv };

async function read(bytes: Uint8Array, limits: TableLimits): Promise<ReadTable> {
  if (bytes.length === 0) return refuse({ kind: "file_empty" });
  if (bytes.length > uploadBounds.packedBytes) {
    return refuse({ kind: "file_large", megabytes: uploadBounds.packedBytes / 1024 / 1024 });
  }
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return readXlsx(bytes, limits);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse({ kind: oldOrEncrypted(bytes) });
  return isBinary(bytes) ? refuse({ kind: "file_no_table" }) : readCsv(bytes, limits);
}

/** Workbooks with a password and those of before 2007 share a container; the first names its one stream so. */
function oldOrEncrypted(bytes: Uint8Array): "workbook_encrypted" | "workbook_old" {
  const text = new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1));
  return text.includes("EncryptedPackage") ? "workbook_encrypted" : "workbook_old";
}

/** True for what begins like a program, a picture, a document or another archive. */
function isBinary(bytes: Uint8Array): boolean {
  const begins = [
    [0x4d, 0x5a],
    [0x7f, 0x45, 0x4c, 0x46],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x25, 0x50, 0x44, 0x46],
    [0x1f, 0x8b],
    [0x50, 0x4b],
  ];
  return begins.some((begin) => startsWith(bytes, begin));
}

function startsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, at) => bytes[at] === byte);
}
