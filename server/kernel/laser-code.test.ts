import fc from "fast-check";
import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { formatLaserCode, parseLaserCode, type LaserCodeRefusal } from "./laser-code.ts";

test.each(readVectors("laser-code.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseLaserCode(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

function naming(refusal: LaserCodeRefusal): string {
  if (refusal.kind === "laser_code_empty") return "";
  if (refusal.kind === "laser_code_length") return String(refusal.characters);
  return refusal.kind === "laser_code_digits" ? `${refusal.seen}${refusal.digit ?? ""}` : refusal.seen;
}

test("reads back what it writes", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{2}[0-9]{10}$/), (text) => {
      const code = parseLaserCode(text);
      if (!code.ok) throw new Error(`${text} refused`);
      expect(parseLaserCode(formatLaserCode(code.value))).toEqual(code);
    }),
  );
});

test("is written 3-7-2, as on the card", () => {
  const code = parseLaserCode("jt0123456789");
  expect(code.ok && formatLaserCode(code.value)).toBe("JT0-1234567-89");
});
