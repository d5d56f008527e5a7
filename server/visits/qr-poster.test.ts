import { encode } from "uqr";
import { expect, test } from "vitest";
import { testPdf } from "../../tests/support/pdf.ts";
import { drawnQr } from "../../tests/support/drawn-qr.ts";
import { readPdf, type ReadPage } from "../../tests/support/read-pdf.ts";
import { readQr } from "../../tests/support/read-qr.ts";
import type { PaperSize } from "../kernel/pdf-document.ts";
import { wordsIn } from "../words/words.ts";
import { qrPoster, type QrPoster } from "./qr-poster.ts";

const text = "HTTPS://PRATU.EXAMPLE.GO.TH/Q/0A1B2C3D4E5F6G7H8J9K0MNP";
const both = { th: wordsIn("th").documents.poster, en: wordsIn("en").documents.poster };
const poster: QrPoster = {
  facility: { nameTh: "โรงพยาบาลบ้านป่าน้ำใส", nameEn: "Ban Pa Nam Sai Hospital" },
  hcode: "99001",
  service: { nameTh: "รักษาทั่วไป", nameEn: "General care" },
  serviceType: "PG0060001",
  modules: encode(text, { ecc: "M", border: 0 }).data,
  shortCode: "012345678",
  number: "01234",
};

async function pagesOf(given: QrPoster, paper: PaperSize): Promise<ReadPage[]> {
  return readPdf(await testPdf.make(qrPoster(given, paper, both, new Date("2026-11-21T03:00:00Z"))));
}

test("an independent decoder reads the QR off the poster, on either paper", async () => {
  for (const paper of ["A4", "A5"] as const) {
    const [page] = await pagesOf(poster, paper);
    const { grey, width, height } = drawnQr(page!, 3);
    expect(await readQr(grey, width, height)).toBe(text);
  }
});

test("the QR is at least six centimetres wide, its quiet zone free of everything", async () => {
  for (const paper of ["A4", "A5"] as const) {
    const [page] = await pagesOf(poster, paper);
    const [white] = page!.boxes.filter(({ colour }) => colour === "1 1 1").sort((a, b) => b.width - a.width);
    const side = (white!.width / (29 + 8)) * 29;
    expect((side / 72) * 25.4).toBeGreaterThanOrEqual(60);
    const glyphs = page!.lines.flatMap((line) => line.glyphs);
    const within = glyphs.filter(
      ({ left, right, top, bottom }) =>
        right > white!.x &&
        left < white!.x + white!.width &&
        top > white!.y &&
        bottom < white!.y + white!.height,
    );
    expect(within).toEqual([]);
  }
});

test("it says facility and service in both languages, the number to type, and three steps", async () => {
  const [page] = await pagesOf(poster, "A4");
  const said = page!.lines.map((line) => line.text).join("\n");
  const { facility, service } = poster;
  for (const name of [facility.nameTh, facility.nameEn, service.nameTh, service.nameEn])
    expect(said).toContain(name);
  expect(said).toContain("012\u00a0\u00a0345\u00a0\u00a0678");
  for (const step of [...both.th.steps, ...both.en.steps]) expect(said).toContain(step);
});

test("very long names are set smaller: it stays one page and nothing leaves the paper", async () => {
  const long = "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านป่าน้ำใส".repeat(4);
  const nameEn = "Health Promoting Hospital of Ban Pa Nam Sai ".repeat(4);
  const names = { nameTh: long, nameEn };
  for (const paper of ["A4", "A5"] as const) {
    const pages = await pagesOf({ ...poster, facility: names, service: names }, paper);
    expect(pages).toHaveLength(1);
    for (const glyph of pages[0]!.lines.flatMap((line) => line.glyphs)) {
      expect(glyph.left).toBeGreaterThan(0);
      expect(glyph.right).toBeLessThan(pages[0]!.width);
      expect(glyph.bottom).toBeGreaterThan(0);
    }
  }
});
