import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf, type ReadGlyph, type ReadPage } from "../../../tests/support/read-pdf.ts";
import { testPdf } from "../../../tests/support/pdf.ts";
import { paragraph, paperSizes, space, type Block, type PdfDocument } from "../../kernel/pdf-document.ts";

const body = { size: 12 };
const thaiText =
  "ขอรับรองว่าผู้ที่มีรายชื่อตามที่ระบุข้างต้นเป็นผู้ที่รับผิดชอบและปฏิบัติงานตรวจสอบข้อมูลผู้มีสิทธิในโครงการหลักประกันสุขภาพถ้วนหน้าจริง น้ำ ค่ำ กำลัง ปู่ ญู่ ฎุ ฐู ป่า ผู้ป้องกัน เปี๊ยะ ก๋วยเตี๋ยว ฯลฯ";
const tones = "\u0e48\u0e49\u0e4a\u0e4b";

function documentOf(blocks: readonly Block[], more: Partial<PdfDocument> = {}): PdfDocument {
  const madeAt = new Date("2026-11-21T03:00:00Z");
  return { title: "ทดสอบ", language: "th", paper: "A4", marginMm: 20, madeAt, footer: null, blocks, ...more };
}

async function pagesOf(blocks: readonly Block[], more: Partial<PdfDocument> = {}): Promise<ReadPage[]> {
  return readPdf(await testPdf.make(documentOf(blocks, more)));
}

function glyphsOf(pages: readonly ReadPage[]): ReadGlyph[] {
  return pages.flatMap(({ lines }) => lines.flatMap(({ glyphs }) => glyphs));
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

function textOf(pages: readonly ReadPage[]): string {
  return pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ");
}

test("text copies out as it was given, Thai and other", async () => {
  const given = `${thaiText} Office AVAST ffi a.b@example.go.th 081-234-5678 ๑๒๓ “ฤๅษี”`;
  const pages = await pagesOf([paragraph(given, body), paragraph(given, { size: 15, bold: true })]);
  expect(withoutSpaces(textOf(pages))).toBe(withoutSpaces(given + given));
});

test("a line that is not broken copies with its spaces", async () => {
  const [page] = await pagesOf([paragraph("เรียน  ผู้อำนวยการ เขต\u00a04", body)]);
  expect(page?.lines.map(({ text }) => text)).toEqual(["เรียน  ผู้อำนวยการ เขต\u00a04"]);
});

test("a tone mark stands above its consonant and above the vowel over it", async () => {
  const words = ["ที่", "ป่า", "น้ำ", "ปู่", "ญู่", "ผู้", "เปี๊ยะ", "เตี๋ยว", "ฟ้า", "ฝั่ง", "ปั๊ม", "ซ้ำ", "ชื้อ"];
  for (const bold of [false, true]) {
    const pages = await pagesOf(words.map((word) => paragraph(word, { size: 30, bold })));
    for (const { text, glyphs } of pages.flatMap(({ lines }) => lines)) {
      const at = glyphs.findIndex((glyph) => [...tones].some((tone) => glyph.text.includes(tone)));
      const tone = glyphs[at]!;
      const base = glyphs.slice(0, at).findLast((glyph) => /[ก-ฮ]/.test(glyph.text))!;
      expect(tone.bottom, text).toBeGreaterThan(base.top - 7);
      expect(tone.left, text).toBeGreaterThan(base.left);
      expect(tone.right, text).toBeLessThan(base.right + 4);
      for (const vowel of glyphs.slice(0, at).filter((glyph) => /[ัิีึื]/.test(glyph.text))) {
        expect(tone.bottom, text).toBeGreaterThanOrEqual(vowel.top);
      }
    }
  }
});

test("a vowel below stands below the foot of its consonant, never in its tail", async () => {
  const pages = await pagesOf(["ฎุ", "ฐู", "ญู", "ปู", "กุ"].map((word) => paragraph(word, { size: 30 })));
  for (const { text, glyphs } of pages.flatMap(({ lines }) => lines)) {
    const [base, vowel] = glyphs;
    expect(vowel!.top, text).toBeLessThan(base!.bottom);
    expect(vowel!.left, text).toBeGreaterThan(base!.left);
  }
});

test("no glyph lies outside the page, however long the words and however narrow the paper", async () => {
  const long = `${"กขคงจฉชซ".repeat(40)} ${"abcdefgh".repeat(60)} ${thaiText.repeat(12)}`;
  for (const paper of ["A4", "A5"] as const) {
    const pages = await pagesOf([paragraph(long, { size: 24 }, { firstMm: 12, insetMm: 8 })], { paper });
    const width = (paperSizes[paper].widthMm / 25.4) * 72;
    for (const glyph of glyphsOf(pages)) {
      expect(glyph.left).toBeGreaterThan(0);
      expect(glyph.right).toBeLessThan(width - 50);
      expect(glyph.bottom).toBeGreaterThan(0);
      expect(glyph.top).toBeLessThan((paperSizes[paper].heightMm / 25.4) * 72);
    }
    expect(withoutSpaces(textOf(pages))).toBe(withoutSpaces(long));
  }
});

test("lines break between words, and no line begins with what belongs to the word before", async () => {
  const pages = await pagesOf([paragraph(`${thaiText} (ดู “ที่นี่”) บ่อยๆ `.repeat(30), body)]);
  const words = new Set(
    [...new Intl.Segmenter("th", { granularity: "word" }).segment(thaiText)].map((w) => w.segment),
  );
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) {
    expect(line).not.toMatch(/^[ๆฯ)”\s]/);
    const [first = ""] = [...new Intl.Segmenter("th", { granularity: "word" }).segment(line)].map(
      (w) => w.segment,
    );
    expect(words.has(first) || /^[(“ดทบ]/.test(first), `“${line}” begins inside a word`).toBe(true);
  }
});

test("no-break spaces and word joiners hold a line together", async () => {
  const held = "1-2345-67890-12-1".replaceAll("-", "-\u2060");
  const pages = await pagesOf([paragraph(`เลข\u00a0${held} `.repeat(20), { size: 20 })]);
  const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
  for (const line of lines) expect(line).toMatch(/^(เลข\u00a01-2345-67890-12-1 ?)+$/);
});

test("a document goes on over pages, with its foot on each, and a heading stays with what it heads", async () => {
  const blocks = [
    ...Array.from({ length: 37 }, () => paragraph("ย่อหน้า", body)),
    paragraph("หัวเรื่อง", { size: 12, bold: true }, { withNext: true }),
    paragraph("เนื้อความ", body),
    ...Array.from({ length: 40 }, () => paragraph("ย่อหน้า", body)),
  ];
  for (let more = 0; more < 6; more += 1) {
    const pages = await pagesOf([space(more * 5), ...blocks], {
      footer: (page, pages) => `${page}/${pages}`,
    });
    const texts = pages.map(({ lines }) => lines.map(({ text }) => text));
    expect(texts.map((lines) => lines.at(-1))).toEqual(pages.map((_, at) => `${at + 1}/${pages.length}`));
    const page = texts.find((lines) => lines.includes("หัวเรื่อง"));
    expect(page?.[page.indexOf("หัวเรื่อง") + 1]).toBe("เนื้อความ");
  }
});

test("a table repeats its head on every page and keeps its rows whole", async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [`${at + 1}`, `คนที่ ${at + 1}`]);
  const columns = [
    { title: "ลำดับ", share: 1, align: "end" as const },
    { title: "ชื่อ", share: 4 },
  ];
  const pages = await pagesOf([{ kind: "table", style: body, columns, rows }]);
  expect(pages.length).toBeGreaterThan(2);
  for (const { lines } of pages) expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(["ลำดับ", "ชื่อ"]);
  const said = pages.flatMap(({ lines }) => lines.slice(2).map(({ text }) => text));
  expect(said).toEqual(rows.flat());
});

test("a row longer than a page goes on over the next, nothing lost", async () => {
  const columns = [{ title: "หมายเหตุ", share: 1 }];
  const pages = await pagesOf([{ kind: "table", style: body, columns, rows: [[thaiText.repeat(40)]] }]);
  expect(pages.length).toBeGreaterThan(1);
  const said = pages.flatMap(({ lines }) => lines.slice(1).map(({ text }) => text)).join("");
  expect(withoutSpaces(said)).toBe(withoutSpaces(thaiText.repeat(40)));
});

test("what stays in one piece and is higher than a page is a fault, not a page with less on it", async () => {
  const tall: Block = { kind: "drawing", widthMm: 10, heightMm: 400, shapes: [] };
  await expect(testPdf.make(documentOf([tall]))).rejects.toThrow(RangeError);
});

test("the text of a cell is set smaller until it fits", async () => {
  const cells = [[paragraph(thaiText.repeat(2), { size: 14 })], [paragraph("สั้น", { size: 14 })]];
  const [page] = await pagesOf([{ kind: "cells", across: 2, down: 4, padMm: 4, cells }]);
  const middle = page!.width / 2;
  const last = page!.lines.at(-1)!;
  expect(last.text).toBe("สั้น");
  const within = page!.lines.slice(0, -1);
  for (const glyph of within.flatMap(({ glyphs }) => glyphs)) expect(glyph.right).toBeLessThan(middle);
  expect(Math.min(...within.map(({ y }) => y))).toBeGreaterThan(page!.height - (20 / 25.4) * 72 - 182);
});

test("the same document gives the same bytes", async () => {
  const [one, two] = await Promise.all(
    [1, 2].map(() => testPdf.make(documentOf([paragraph(thaiText, body)]))),
  );
  expect(Buffer.from(one!).equals(Buffer.from(two!))).toBe(true);
});

test("any string of Thai characters, marks without letters too, is set and copies as it was", async () => {
  const thai = fc.string({
    unit: fc.integer({ min: 0xe01, max: 0xe5b }).map((code) => String.fromCodePoint(code)),
    maxLength: 30,
  });
  const strings = fc.sample(thai, { numRuns: 10_000, seed: 3 });
  for (let from = 0; from < strings.length; from += 1_000) {
    const part = strings.slice(from, from + 1_000);
    const pages = await pagesOf(part.map((text) => paragraph(text, { size: 6 })));
    const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
    expect(lines).toEqual(part);
  }
}, 60_000);

test("any other characters, controls and halves of characters too, are set without a fault", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 20 }),
      async (texts) => {
        const bytes = await testPdf.make(documentOf(texts.map((text) => paragraph(text, body))));
        expect((await readPdf(bytes)).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
