import { expect, test } from "vitest";
import { testPdf } from "../../tests/support/pdf.ts";
import { readPdf } from "../../tests/support/read-pdf.ts";
import { wordsIn } from "../words/words.ts";
import { makeCode } from "./service-code.ts";
import { slipSheet } from "./slip-sheet.ts";

const words = wordsIn("th").documents.slips;
const now = new Date("2026-11-21T03:00:00Z");

function slipsOf(count: number) {
  return Array.from({ length: count }, (_, at) => ({ code: makeCode("PP", at * 7_919), number: at + 1 }));
}

async function linesOf(facility: string, count: number) {
  const pages = await readPdf(await testPdf.make(slipSheet(facility, slipsOf(count), words, "th", now)));
  return pages.map(({ lines }) => lines.map(({ text }) => text.replaceAll("\u00a0", " ")));
}

test("eight slips a page, each code once, in order, each with lines to write on", async () => {
  const pages = await linesOf("โรงพยาบาลตัวอย่าง", 21);
  expect(pages).toHaveLength(3);
  const codes = pages.flat().filter((line) => /^PP \d{4} \d{3} \d{3}$/.test(line));
  expect(codes.map((code) => code.replaceAll(" ", ""))).toEqual(slipsOf(21).map(({ code }) => code));
  expect(pages[0]!.filter((line) => line.startsWith("PP"))).toHaveLength(8);
  for (const label of words.lines) expect(pages.flat().filter((line) => line === label)).toHaveLength(21);
  expect(pages.flat()).toContain("ใบที่ 21");
});

test("a facility with a very long name keeps its slips apart", async () => {
  const pages = await linesOf("โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านป่าน้ำใส".repeat(3), 8);
  expect(pages).toHaveLength(1);
  expect(pages[0]!.filter((line) => line.startsWith("PP"))).toHaveLength(8);
});
