import { Hono } from "hono";
import { encode } from "uqr";
import type { AppContext, AppEnv } from "../../http/env.ts";
import type { PaperSize, PdfDocument } from "../../kernel/pdf-document.ts";
import type { PrintedQr } from "../../visits/actions/see-printed-qr.ts";
import { qrPoster } from "../../visits/qr-poster.ts";
import { wordsIn } from "../../words/words.ts";
import { requireRight } from "../gates.ts";
import { numberText, sendQrFile, textOf, withPrinted } from "./printed.ts";

/** The poster of a printed QR as PDF, on either paper (F2.3). It is in Thai and English, whoever asks. */
export const posterFiles = new Hono<AppEnv>();

posterFiles.get("/printed/:qrId/poster-a4.pdf", requireRight("show_qr"), (c) => sendPoster(c, "A4"));
posterFiles.get("/printed/:qrId/poster-a5.pdf", requireRight("show_qr"), (c) => sendPoster(c, "A5"));

function sendPoster(c: AppContext, paper: PaperSize): Promise<Response> {
  return withPrinted(c, async (qr) => {
    const bytes = await c.var.ports.pdf.make(posterOf(c, qr, paper));
    const file = { name: `poster-${paper.toLowerCase()}`, ending: "pdf", type: "application/pdf" };
    return sendQrFile(c, qr, file, Uint8Array.from(bytes));
  });
}

function posterOf(c: AppContext, qr: PrintedQr, paper: PaperSize): PdfDocument {
  const { place, shortCode } = qr;
  const { data: modules } = encode(textOf(c, qr), { ecc: "M", border: 0 });
  const number = numberText(place.shortNumber);
  const words = { th: wordsIn("th").documents.poster, en: wordsIn("en").documents.poster };
  return qrPoster({ ...place, modules, shortCode, number }, paper, words, c.var.ports.clock.now());
}
