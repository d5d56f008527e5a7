import { encode } from "uqr";
import type { AppContext } from "../../http/env.ts";
import type { PaperCheck } from "../../petitions/issuing.ts";

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/** A document's own bytes, looked at in the browser. What was uploaded draws and runs nothing of itself. */
export function sendPaper(
  c: AppContext,
  {
    bytes,
    mediaType,
    number,
  }: { readonly bytes: Uint8Array; readonly mediaType: string; readonly number: string },
): Response {
  const name = encodeURIComponent(`${number.replace(/[ /]+/g, "-")}.${endings[mediaType] ?? "bin"}`);
  return c.body(Uint8Array.from(bytes), 200, {
    "content-type": mediaType,
    "content-disposition": `inline; filename*=UTF-8''${name}`,
    "content-security-policy": "default-src 'none'; sandbox",
  });
}

/** Where papers of this deployment lead, and how their QR is drawn. */
export function paperCheckOf(c: AppContext): PaperCheck {
  return {
    publicUrl: c.var.site.publicUrl,
    drawQr: (text) => encode(text, { ecc: "M", border: 0 }).data,
  };
}
