import { readPictureShape } from "../kernel/picture-shape.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** How the signed letter may come: as a document, or photographed. */
export const scanFormats = ["pdf", "jpeg", "png"] as const;
export type ScanFormat = (typeof scanFormats)[number];

export const largestScanBytes = 10 * 1024 * 1024;

export const scanRefusals = ["scan_none", "scan_heavy", "scan_unreadable", "scan_broken"] as const;
export type ScanRefusal = { readonly kind: (typeof scanRefusals)[number] };

/** A PDF begins so and ends so; readers allow a little after the end. */
const pdfHead = "%PDF-";
const pdfFoot = "%%EOF";
const footBytes = 1024;

/**
 * Tells what a signed letter is by its bytes, whatever its name says. Refuses an empty file, more than 10 MB, what is
 * neither PDF nor JPEG nor PNG, and files that are cut off or carry something else behind the picture.
 */
export function judgeScan(bytes: Uint8Array): Result<ScanFormat, ScanRefusal> {
  if (bytes.length === 0) return refuse({ kind: "scan_none" });
  if (bytes.length > largestScanBytes) return refuse({ kind: "scan_heavy" });
  if (asText(bytes.subarray(0, pdfHead.length)) === pdfHead) {
    const isWhole = asText(bytes.subarray(-footBytes)).includes(pdfFoot);
    return isWhole ? ok("pdf") : refuse({ kind: "scan_broken" });
  }
  const shape = readPictureShape(bytes);
  if (!shape) return refuse({ kind: "scan_unreadable" });
  return shape.isWhole ? ok(shape.format) : refuse({ kind: "scan_broken" });
}

function asText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
