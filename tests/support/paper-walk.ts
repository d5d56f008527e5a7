import type { Page } from "playwright-core";
import { drawnQr } from "./drawn-qr.ts";
import { readPdf } from "./read-pdf.ts";
import { readQr } from "./read-qr.ts";

/** What a paper says by itself: all its text, and the address in its QR. */
export interface PaperRead {
  readonly text: string;
  readonly address: URL;
}

/** Loads the file at a path as the page's own script would, with its owner's session, and reads its first page. */
export async function readPaper(page: Page, path: string): Promise<PaperRead> {
  const bytes = await page.evaluate(async (at) => {
    const answer = await fetch(at);
    if (!answer.ok) throw new Error(`the paper was answered ${answer.status}`);
    return [...new Uint8Array(await answer.arrayBuffer())];
  }, path);
  const [first] = await readPdf(Uint8Array.from(bytes));
  if (!first) throw new Error("the file has no page");
  const { grey, width, height } = drawnQr(first, 3);
  // A QR holds its address in capitals, which take less room.
  const address = new URL((await readQr(grey, width, height)).toLowerCase());
  return { text: first.lines.map(({ text }) => text).join("\n"), address };
}
