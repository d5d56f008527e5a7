import fc from "fast-check";
import { expect, test } from "vitest";
import { secretIn } from "../../bot/secret.ts";
import { makeStaffLineCode, parseStaffLineCode, staffLineCodeText } from "./staff-line-code.ts";

test("a code is read back however it is typed, and is no secret of another kind", () => {
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32, max: 239 });
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeStaffLineCode(random);
      const text = staffLineCodeText(code);
      expect(
        [text, text.toLowerCase(), text.replace("-", " "), `link ${code}`].map(parseStaffLineCode),
      ).toEqual(Array.from({ length: 4 }, () => code));
      expect(secretIn(text)).toBeNull();
    }),
  );
});

test("a code without its word, too short or with other letters is none", () => {
  for (const text of ["BCDF-GHJK", "เชื่อม BCDF-GHJ", "เชื่อม ABCD-EFGH", "เชื่อม", "เชื่อม BCDF-GHJK-M"]) {
    expect(parseStaffLineCode(text), text).toBeNull();
  }
});
