import { expect, test } from "vitest";
import { languages } from "../../kernel/language.ts";
import type { VisitRefusal } from "../../visits/refusal.ts";
import { sayRefusal } from "../refusal-words.ts";
import { wordsIn } from "../words.ts";

const refusals: readonly VisitRefusal[] = [
  { kind: "qr_other_host", host: "evil.example" },
  { kind: "qr_not_ours" },
  { kind: "qr_forged" },
  { kind: "qr_expired" },
  { kind: "qr_revoked" },
  { kind: "facility_closed" },
  { kind: "service_not_offered" },
  { kind: "short_code_empty" },
  { kind: "short_code_length", digits: 8 },
  { kind: "short_code_not_digits", seen: "O", digit: "0" },
  { kind: "short_code_wrong" },
  { kind: "short_code_limit" },
  { kind: "ticket_forged" },
  { kind: "ticket_expired" },
  { kind: "ticket_taken" },
  { kind: "consent_withdrawn" },
  { kind: "delegation_missing" },
  { kind: "delegation_scope" },
  { kind: "code_move_refused", status: "used" },
];

test.each(languages)("every refusal has a sentence of its own (%s)", (language) => {
  const { said } = wordsIn(language).scan;
  const sentences = refusals.map((refusal) => sayRefusal<VisitRefusal>(said, refusal));
  expect(new Set(sentences).size).toBe(refusals.length);
  expect(sentences.join(" ")).not.toMatch(/undefined|\[object/);
});

test.each(languages)("what can be scanned or asked again says how (%s)", (language) => {
  const { next } = wordsIn(language).scan;
  const without = ["short_code_empty", "short_code_length", "short_code_not_digits", "code_move_refused"];
  for (const { kind } of refusals) expect(next[kind] === "").toBe(without.includes(kind));
});

test("the scanner's own sentence keeps a place for the foreign host", () => {
  for (const language of languages) {
    expect(wordsIn(language).scan.client.otherHostTitle).toContain("{host}");
  }
});
