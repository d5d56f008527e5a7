import { expect, test } from "vitest";
import { codesEn } from "../words/codes/en.ts";
import { codesTh } from "../words/codes/th.ts";
import { bangkokDay } from "../kernel/thai-date.ts";
import { verdictOf, type CodeFinding } from "./code-verdict.ts";
import { makeCode, serviceCodeStatuses } from "./service-code.ts";

const usedAt = new Date("2026-11-21T03:02:00Z");
const token = {
  code: makeCode("PP", 1234567890),
  facility: "99902",
  serviceType: "PG0060001",
  day: bangkokDay(usedAt),
  expiresAt: usedAt,
};
const findings: readonly CodeFinding[] = [
  { kind: "code_unreadable" },
  { kind: "code_token_forged" },
  { kind: "code_not_found" },
  { kind: "code_token_expired", token },
  { kind: "code_token_ahead", token },
  { kind: "code_elsewhere", token },
  { kind: "not_asked", signed: true },
  { kind: "not_asked", signed: false },
  ...serviceCodeStatuses.map((status) => ({ kind: "found", status, usedAt }) as const),
];
const say = (finding: CodeFinding) => verdictOf(finding, codesTh.verdict, "th");

test("a code may be marked when it is issued, or signed while there is nobody to ask, and else never", () => {
  const may = findings.filter((finding) => say(finding).mayMark);
  expect(may).toEqual([
    { kind: "not_asked", signed: true },
    { kind: "found", status: "issued", usedAt },
  ]);
});

test("every finding is told in both languages, with what to do next and no place left unfilled", () => {
  for (const finding of findings) {
    for (const said of [say(finding), verdictOf(finding, codesEn.verdict, "en")]) {
      expect(said.title).toMatch(/\S/);
      expect(said.next).toMatch(/\S/);
      expect(`${said.title}${said.next}`).not.toMatch(/[{}]/);
    }
  }
});

test("what is known is named: the facility of a foreign code, the day of an old one, when one was used", () => {
  expect(say({ kind: "code_elsewhere", token }).next).toContain("99902");
  expect(say({ kind: "code_token_expired", token }).title).toContain("21 พ.ย. 2569");
  expect(say({ kind: "found", status: "used", usedAt }).next).toContain("10:02");
});
