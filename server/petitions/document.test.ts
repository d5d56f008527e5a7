import fc from "fast-check";
import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import {
  documentCodeBytes,
  formatDocumentCode,
  makeDocumentCode,
  parseDocumentCode,
} from "./document-code.ts";
import { makeDocumentNumber } from "./document-number.ts";
import { standingOf, validUntilOf } from "./document-standing.ts";
import { withoutPersonalNumbers } from "./public-item.ts";

const day = (text: string) => text as BangkokDay;
const bytes = fc.uint8Array({ minLength: documentCodeBytes, maxLength: documentCodeBytes });
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("a code is read however people copy it", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeDocumentCode(random);
      const printed = formatDocumentCode(code);
      expect(printed).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      const copies = [code, printed, ` ${printed.toLowerCase().replaceAll("-", " ")} `];
      for (const text of [...copies, code.replaceAll("0", "O").replaceAll("1", "l")]) {
        expect(parseDocumentCode(text)).toEqual({ ok: true, value: code });
      }
    }),
  );
});

test("one wrong letter is always told, and so are two neighbours that were swapped", () => {
  fc.assert(
    fc.property(bytes, fc.nat(11), fc.constantFrom(...letters), (random, at, letter) => {
      const code = makeDocumentCode(random);
      const wrong = `${code.slice(0, at)}${letter}${code.slice(at + 1)}`;
      if (wrong !== code) expect(parseDocumentCode(wrong).ok).toBe(false);
      const swapped = `${code.slice(0, at)}${code.charAt(at + 1)}${code.charAt(at)}${code.slice(at + 2)}`;
      if (at < 11 && swapped !== code) expect(parseDocumentCode(swapped).ok).toBe(false);
    }),
  );
});

test.each([
  ["", { kind: "document_code_empty" }],
  ["D4KQ", { kind: "document_code_length", typed: 4 }],
  ["D4KQ-7M2X-9WTC-1", { kind: "document_code_length", typed: 13 }],
  ["ใบอนุญาต", { kind: "document_code_shape" }],
  ["D4KQ 7M2X 9WT!", { kind: "document_code_shape" }],
])("%s is no code, and says why", (text, refusal) => {
  expect(parseDocumentCode(text)).toEqual({ ok: false, refusal });
});

test.each([
  [{ count: 1, unit: "years" }, "2026-11-21", "2027-11-20"],
  [{ count: 1, unit: "years" }, "2028-02-29", "2029-02-27"],
  [{ count: 1, unit: "months" }, "2026-01-31", "2026-02-27"],
  [{ count: 3, unit: "months" }, "2026-11-01", "2027-01-31"],
  [{ count: 1, unit: "days" }, "2026-12-31", "2026-12-31"],
] as const)("%j from %s is good until %s", (validity, issued, until) => {
  expect(validUntilOf(validity, day(issued))).toBe(until);
});

test("a document is good through its last day; what was revoked stays revoked after it", () => {
  const until = day("2027-11-20");
  expect(standingOf({ state: "genuine", validUntil: until }, until)).toBe("genuine");
  expect(standingOf({ state: "genuine", validUntil: until }, day("2027-11-21"))).toBe("expired");
  expect(standingOf({ state: "revoked", validUntil: until }, day("2027-11-21"))).toBe("revoked");
  expect(standingOf({ state: "genuine", validUntil: null }, day("2999-01-01"))).toBe("genuine");
});

test("numbers say kind, count and year", () => {
  expect(makeDocumentNumber("licence", 2570, 12)).toBe("อญ 12/2570");
  expect(() => makeDocumentNumber("letter", 2570, 0)).toThrow(RangeError);
});

test("texts are listed without numbers of a person", () => {
  expect(withoutPersonalNumbers("โทร 081-234-5678 เลข 1-2345-67890-12-1 โฉนด 12345")).toBe(
    "โทร xxx-xxx-xxxx เลข 1-xxxx-xxxxx-12-1 โฉนด 12345",
  );
});
