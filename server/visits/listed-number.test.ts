import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId, formatCitizenId } from "../kernel/citizen-id.ts";
import { readListedNumber } from "./listed-number.ts";

const read = (cell: Parameters<typeof readListedNumber>[0]) => {
  const answer = readListedNumber(cell);
  return answer.ok ? answer.value : answer.refusal.kind;
};
const ids = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 999_999_999 }))
  .map(([zeros, number]) => completeCitizenId(`${"0".repeat(zeros)}${number}123456789012`.slice(0, 12)));

test("a number is found again as text, as a number that lost its zeros, in Thai digits and as on the card", () => {
  fc.assert(
    fc.property(ids, (id) => {
      const thai = id.replace(/\d/g, (digit) => String.fromCodePoint(0x0e50 + Number(digit)));
      for (const cell of [
        id,
        ` ${id}`,
        `'${id}`,
        Number(id),
        String(Number(id)),
        thai,
        formatCitizenId(id),
      ]) {
        expect(read(cell)).toBe(id);
      }
    }),
  );
});

test.each([
  [null, "citizen_id_empty"],
  ["  ", "citizen_id_empty"],
  ["'", "citizen_id_empty"],
  ["1.23457E+12", "citizen_id_rounded"],
  ["1,2E+12", "citizen_id_rounded"],
  ["ไม่มีบัตร", "citizen_id_not_digits"],
  [true, "citizen_id_not_digits"],
  [1.5, "citizen_id_not_digits"],
  [-1234567890121, "citizen_id_not_digits"],
  ["123456789", "citizen_id_length"],
  [12345678901234, "citizen_id_length"],
  ["1234567890123", "citizen_id_checksum"],
])("%s is refused as %s", (cell, kind) => {
  expect(read(cell)).toBe(kind);
});
