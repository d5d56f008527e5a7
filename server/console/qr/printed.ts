import type { AppContext } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { seePrintedQr, type PrintedQr } from "../../visits/actions/see-printed-qr.ts";
import { qrText } from "../../visits/qr-text.ts";
import { staffOf } from "../gates.ts";

/** The number of a QR as people say it: the first five digits under it. */
export function numberText(shortNumber: number): string {
  return String(shortNumber).padStart(5, "0");
}

/** Answers for a living printed QR of the own facility; every other is not found. */
export async function withPrinted(
  c: AppContext,
  answer: (qr: PrintedQr) => Response | Promise<Response>,
): Promise<Response> {
  const seen = await seePrintedQr(c.var.ports, staffOf(c), { qrId: c.req.param("qrId") ?? "" });
  return seen.ok ? answer(seen.value) : notFoundPage(c);
}

/** What a printed QR holds. */
export function textOf(c: AppContext, qr: PrintedQr): string {
  return qrText(c.var.site.publicUrl.host, qr.token);
}

/** Answers with a file of a printed QR, to be saved. `name` tells it from the QR's other files. */
export function sendQrFile(
  c: AppContext,
  { place }: PrintedQr,
  file: { readonly name: string; readonly ending: string; readonly type: string },
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  const name = `${file.name}-${place.hcode}-${numberText(place.shortNumber)}.${file.ending}`;
  return c.body(body, 200, {
    "content-type": file.type,
    "content-disposition": `attachment; filename="${name}"`,
  });
}
