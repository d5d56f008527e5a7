import type { OpenedScan } from "../agencies/actions/open-scan.ts";
import type { ScanFormat } from "../agencies/access-scan.ts";
import type { AppContext } from "../http/env.ts";

const types = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
} as const satisfies Record<ScanFormat, string>;

/** Hands a signed letter out to be saved: never shown under our own address, never kept on the way. */
export function sendScan(c: AppContext, { bytes, format }: OpenedScan): Response {
  return c.body(Uint8Array.from(bytes), 200, {
    "content-type": types[format],
    "content-disposition": `attachment; filename="letter.${format === "jpeg" ? "jpg" : format}"`,
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}
