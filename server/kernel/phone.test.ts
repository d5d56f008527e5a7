import fc from "fast-check";
import { expect, test } from "vitest";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { formatPhone, maskPhone, nationalPhone, parsePhone, tidyPhone, type PhoneRefusal } from "./phone.ts";

test.each(readVectors("phone.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parsePhone(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

function naming(refusal: PhoneRefusal): string {
  if (refusal.kind === "phone_length") return String(refusal.digits);
  return refusal.kind === "phone_not_digits" ? `${refusal.seen}${refusal.digit ?? ""}` : "";
}

test("reads back what it writes, at home and abroad", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[689][0-9]{8}$/), (national) => {
      const phone = parsePhone(national);
      if (!phone.ok) throw new Error(`${national} refused`);
      expect(nationalPhone(phone.value)).toBe(national);
      expect(parsePhone(formatPhone(phone.value))).toEqual(phone);
      expect(parsePhone(phone.value)).toEqual(phone);
    }),
  );
});

test("shows a masked phone by its first two and last four digits", () => {
  const phone = parsePhone("0812345678");
  if (!phone.ok) throw new Error("refused");
  expect(formatPhone(phone.value)).toBe("081-234-5678");
  expect(maskPhone(phone.value)).toBe("08x-xxx-5678");
});

test("a number that was typed is written as people write it; anything else stays as it was typed", () => {
  expect([tidyPhone("0812345678"), tidyPhone("081 234 5678")]).toEqual(["081-234-5678", "081-234-5678"]);
  expect([tidyPhone("02 127 7000"), tidyPhone("")]).toEqual(["02 127 7000", ""]);
});
