import { expect, test } from "vitest";
import { testPdf } from "../../tests/support/pdf.ts";
import { readPdf } from "../../tests/support/read-pdf.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { lostLetterTh } from "../words/documents/lost-letter.ts";
import { lostLetter } from "./lost-letter.ts";

const position = "ผู้อำนวยการกองคลัง";
const letter = {
  ...{ agency: "เทศบาลตำบลลำธาร", office: "กรมบัญชีกลาง", position, headName: null, said: "" },
  ...{ userCode: "A75XXX000008001", right: "ผู้บันทึก", lostOn: "2026-11-19" as BangkokDay },
  stoppedAt: "22 พฤศจิกายน 2569 07:33 น.",
};

test("a position stands on one line of the letter, wherever the line before it ends", async () => {
  for (let letters = 4; letters < 90; letters += 6) {
    const name = "กานดา".repeat(18).slice(0, letters);
    const made = lostLetter({ ...letter, name }, lostLetterTh, new Date("2026-11-22T00:33:00Z"));
    const pages = await readPdf(await testPdf.make(made));
    const lines = pages.flatMap((page) => page.lines.map(({ text }) => text));
    expect(
      lines.filter((line) => line.includes(position)),
      `after ${letters} letters`,
    ).toHaveLength(1);
  }
});
