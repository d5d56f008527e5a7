import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { parseLaserCode, type LaserCodeRefusal } from "./laser-code.ts";

test.each(readVectors("laser-code.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseLaserCode(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

function naming(refusal: LaserCodeRefusal): string {
  if (refusal.kind === "laser_code_empty") return "";
  if (refusal.kind === "laser_code_length") return String(refusal.characters);
  return refusal.kind === "laser_code_digits" ? `${refusal.seen}${refusal.digit ?? ""}` : refusal.seen;
}
