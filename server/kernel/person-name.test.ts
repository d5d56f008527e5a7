import fc from "fast-check";
import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { maskPersonName, parsePersonName, personNameLimit } from "./person-name.ts";

test.each(readVectors("person-name.txt"))("reads %j as %j", (text, expected, named = "") => {
  const read = parsePersonName(text);
  const seen = !read.ok && read.refusal.kind === "name_character" ? read.refusal.seen : "";
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, seen]).toEqual([expected, named]);
});

test("takes a hundred characters and refuses the hundred and first", () => {
  expect(parsePersonName("ก".repeat(personNameLimit)).ok).toBe(true);
  expect(parsePersonName("ก".repeat(personNameLimit + 1))).toEqual({
    ok: false,
    refusal: { kind: "name_too_long", limit: personNameLimit },
  });
});

test("keeps a name that it has read", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."กเแา\u0e4d\u0e33\u0e49 -'aé") }), (text) => {
      const read = parsePersonName(text);
      if (read.ok) expect(parsePersonName(read.value)).toEqual(read);
    }),
  );
});

test("lets no digit, markup or control character through", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = parsePersonName(text);
      if (read.ok) expect(read.value).not.toMatch(/[\p{N}\p{C}<>&"=@{}]/u);
    }),
  );
});

test("masks a name to its first letter and tells no length", () => {
  const masked = ["สมหญิง", "เกศ", "ปู่", "José"].map((text) => {
    const read = parsePersonName(text);
    return read.ok && maskPersonName(read.value);
  });
  expect(masked).toEqual(["สxxxxx", "เกxxxxx", "ปู่xxxxx", "Jxxxxx"]);
});
