import { expect, test } from "vitest";
import { formatDocumentCode, makeDocumentCode } from "../server/petitions/document-code.ts";
import { wordsIn } from "../server/words/words.ts";
import { documentChecked } from "./messages/document.ts";
import { readTyped } from "./typed.ts";

const code = makeDocumentCode(Uint8Array.from([1, 2, 3, 4, 5, 6, 7]));
const speech = {
  words: wordsIn("th"),
  reader: { language: "th", now: new Date("2026-11-23T02:00:00Z") },
  link: (path: string) => path,
} as const;

test("a document's code is known however it is typed, a wrong letter of it too, and words are no code", () => {
  for (const text of [
    code,
    code.toLowerCase(),
    formatDocumentCode(code),
    `${formatDocumentCode(code)} ครับ`,
  ]) {
    expect(readTyped(text)).toEqual({ kind: "document_code", code });
  }
  const wrong = formatDocumentCode(code).replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect(readTyped(wrong)).toEqual({ kind: "document_code", code: null });
  for (const text of ["registration", "สวัสดีครับ", "2570-000123-3V", "PP 1234 567 890"]) {
    expect(readTyped(text).kind).not.toBe("document_code");
  }
});

test("the chat says of a document what the public page says", () => {
  const names = { nameTh: "ใบอนุญาต", nameEn: "Licence" };
  const paper = { title: names, number: "อญ 1/2570", agency: names };
  const { check } = wordsIn("th").papers;
  for (const verdict of ["genuine", "replaced", "revoked", "expired"] as const) {
    const said = JSON.stringify(documentChecked(speech, { verdict, ...paper }));
    expect(said).toContain(check.verdicts[verdict]);
    expect(said).toContain("อญ 1/2570");
  }
  expect(JSON.stringify(documentChecked(speech, { verdict: "unknown" }))).toContain(check.unknownTitle);
});
