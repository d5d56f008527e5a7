import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makePdf } from "../../server/adapters/pdf/pdf.ts";
import { accessLetter, type AccessLetter } from "../../server/agencies/access-letter.ts";
import type { PdfDocument } from "../../server/kernel/pdf-document.ts";
import type { BangkokDay } from "../../server/kernel/thai-date.ts";
import { mostSlips } from "../../server/visits/slip.ts";
import { makeCode } from "../../server/visits/service-code.ts";
import { slipSheet } from "../../server/visits/slip-sheet.ts";
import { accessLetterTh } from "../../server/words/documents/letter.ts";
import { wordsIn } from "../../server/words/words.ts";
import { buildClient } from "../build-client.ts";

const target = { letter: 150, slips: 1_000 };
const rounds = 40;
const madeAt = new Date("2026-11-21T03:00:00Z");

/** How long documents take to set once the typeface is open: a letter for ten people, the most slips of a block. */
export async function benchDocuments(): Promise<boolean> {
  const assets = await buildClient({ minify: true });
  const pdf = makePdf((name) => readFile(join("dist/public", assets[name] ?? name)));
  const began = performance.now();
  await pdf.make(letter());
  const first = performance.now() - began;
  const timed = async (document: PdfDocument, times: number) => {
    const taken: number[] = [];
    for (let round = 0; round < times; round += 1) {
      const start = performance.now();
      await pdf.make(document);
      taken.push(performance.now() - start);
    }
    return taken.sort((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0;
  };
  const [one, slips] = [await timed(letter(), rounds), await timed(sheets(), 8)];
  const held = one <= target.letter && slips <= target.slips;
  console.log(
    `documents: a letter for ten people p95 ${one.toFixed(0)} ms (target ≤ ${target.letter}; the first ${first.toFixed(0)}), ` +
      `${mostSlips} slips p95 ${slips.toFixed(0)} ms (target ≤ ${target.slips}) ${held ? "✓" : "✗"}`,
  );
  return held;
}

function letter(): PdfDocument {
  const person = {
    name: "นางสาวกำไร ป่าน้ำใส",
    level: "ผู้ปฏิบัติงาน",
    citizenId: "1-2345-67890-12-1",
    workPhone: "02-510-3221",
    mobile: "081-234-5678",
    email: "kamrai@example.go.th",
  };
  const given: AccessLetter = {
    number: "ตย 0201/123",
    agency: "โรงพยาบาลตัวอย่าง",
    agencyCode: "99001",
    address: "99 ถนนตัวอย่าง จังหวัดตัวอย่าง 10000",
    date: "2026-11-21" as BangkokDay,
    region: "1",
    joining: Array.from({ length: 10 }, (_, at) => ({ ...person, name: `${person.name} ที่ ${at + 1}` })),
    leaving: [],
    certified: true,
    superior: { name: "นายแพทย์ตัวอย่าง ดีเลิศ", position: "ผู้อำนวยการ" },
    phone: "02-510-3221",
    fax: "02-510-3222",
  };
  return accessLetter(given, accessLetterTh, madeAt);
}

function sheets(): PdfDocument {
  const slips = Array.from({ length: mostSlips }, (_, at) => ({
    code: makeCode("PP", at * 7_919),
    number: at + 1,
  }));
  return slipSheet("โรงพยาบาลตัวอย่าง", slips, wordsIn("th").documents.slips, "th", madeAt);
}
