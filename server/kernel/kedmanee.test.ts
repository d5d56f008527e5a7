import { expect, test } from "vitest";
import { untypedThai } from "./kedmanee.ts";

test.each([
  ["ญญๅ/-ภถุึคตจ", "PP1234567890"],
  ["ยยๅ/-ภถุึคตจ", "pp1234567890"],
  ["ำัJ", "ำัJ"],
  ["ำั๋ใข๘", "eyJ.-_"],
  ["PP1234567890", "PP1234567890"],
  ["๑๒๓๔", "๑๒๓๔"],
  ["", ""],
])("%s was %s", (typed, meant) => {
  expect(untypedThai(typed)).toBe(meant);
});

test("every letter of a token has a key of its own under the Thai layout", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  const thai = 'ฤฺฉฏฎโฌ็ณ๋ษศ?์ฯญ๐ฑฆธ๊ฮ")ํ(ฟิแกำดเ้ร่าสทืนยๆพหะีอไปัผจๅ/-ภถุึคตข๘ใ';
  expect([...thai]).toHaveLength(alphabet.length);
  expect(untypedThai(thai)).toBe(alphabet);
});
