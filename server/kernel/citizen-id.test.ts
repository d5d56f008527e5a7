import fc from "fast-check";
import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import {
  completeCitizenId,
  formatCitizenId,
  maskCitizenId,
  parseCitizenId,
  tidyCitizenId,
  type CitizenIdRefusal,
} from "./citizen-id.ts";

const twelveDigits = fc.stringMatching(/^[0-9]{12}$/);

test.each(readVectors("citizen-id.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseCitizenId(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

function naming(refusal: CitizenIdRefusal): string {
  if (refusal.kind === "citizen_id_length") return String(refusal.digits);
  return refusal.kind === "citizen_id_not_digits" ? `${refusal.seen}${refusal.digit ?? ""}` : "";
}

test("takes every first digit, 0 and 9 too", () => {
  for (const first of "0123456789") {
    expect(parseCitizenId(completeCitizenId(`${first}23456789012`)).ok).toBe(true);
  }
});

test("reads back what it writes", () => {
  fc.assert(
    fc.property(twelveDigits, (digits) => {
      const id = completeCitizenId(digits);
      expect(parseCitizenId(formatCitizenId(id))).toEqual({ ok: true, value: id });
    }),
  );
});

test("refuses every check digit but the right one", () => {
  fc.assert(
    fc.property(twelveDigits, fc.integer({ min: 1, max: 9 }), (digits, shift) => {
      const id = completeCitizenId(digits);
      const wrong = `${digits}${(Number(id[12]) + shift) % 10}`;
      expect(parseCitizenId(wrong)).toEqual({ ok: false, refusal: { kind: "citizen_id_checksum" } });
    }),
  );
});

test("shows a masked number by its first and last three digits only", () => {
  const id = completeCitizenId("123456789012");
  expect(formatCitizenId(id)).toBe("1-2345-67890-12-1");
  expect(maskCitizenId(id)).toBe("1-xxxx-xxxxx-12-1");
});

test("completes only twelve digits", () => {
  expect(() => completeCitizenId("123")).toThrow(RangeError);
});

test("a citizen id that was typed is written as on the card; anything else stays as it was typed", () => {
  expect(tidyCitizenId("1101600000018")).toBe("1-1016-00000-01-8");
  expect([tidyCitizenId("1101600000017"), tidyCitizenId("")]).toEqual(["1101600000017", ""]);
});
