import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNewPassword, passwordLongest, passwordShortest, readPassword } from "./password.ts";

const own = ["manee.c", "มานี", "ชูใจ", "manee.c@clinic.example", "0810000001"];
const verdict = (text: string) => {
  const read = parseNewPassword(text, own, "beside");
  return read.ok ? "taken" : read.refusal.kind;
};

test("takes any twelve characters that nobody would try early, without forced composition", () => {
  for (const text of [
    "correct horse battery",
    "vkd9fh2qpzm1",
    "ฝนตกที่ท่าเรือเมื่อวาน",
    "xkcdrubberducks",
    "Tr0ub4dor&3 blue",
    "ก้อนเมฆสีม่วง",
  ]) {
    expect([text, verdict(text)]).toEqual([text, "taken"]);
  }
});

test("where nothing stands beside it fifteen characters are asked for, and twelve that were taken before still open", () => {
  const [twelve, fifteen] = ["vkd9fh2qpzm1", "vkd9fh2qpzm1 xw"];
  expect(parseNewPassword(twelve, own, "alone").ok).toBe(false);
  expect(parseNewPassword(fifteen, own, "alone").ok).toBe(true);
  expect(readPassword(twelve)).toBe(twelve);
  expect([passwordShortest.beside, passwordShortest.alone]).toEqual([12, 15]);
});

test("says how many characters are missing, and refuses none at all and too many", () => {
  for (const [stands, left] of [
    ["beside", 5],
    ["alone", 8],
  ] as const) {
    const refusal = { kind: "password_short", left };
    expect(parseNewPassword("vkd9fh2", own, stands)).toEqual({ ok: false, refusal });
  }
  expect(verdict("")).toBe("password_empty");
  expect(verdict("vk9 ".repeat(33))).toBe("password_long");
  expect(passwordLongest).toBeGreaterThanOrEqual(64);
});

test.each([
  "password1234",
  "Password@2569",
  "P@ssw0rd12345",
  "123456789012",
  "qwertyuiop12",
  "1q2w3e1q2w3e",
  "aaaaaaaaaaaaaaa",
  "abcabcabcabc",
  "iloveyou1990",
  "hospital2024!",
  "adminadmin123",
  "thailand12345",
  "รหัสผ่าน123456",
  "ฟหกดฟหกดฟหกด",
  "changeme-2026",
])("%s is common", (text) => {
  expect(verdict(text)).toBe("password_common");
});

test.each(["manee.c12345", "มานีชูใจ2569", "0810000001!!", "clinic.manee1"])(
  "%s is made of what others know of the person",
  (text) => {
    expect(verdict(text)).toBe("password_common");
  },
);

test("the same keys give the same password on every machine, and nothing is trimmed", () => {
  expect(readPassword("ｃａｆｅ ｄｕ ｎｏｒｄ")).toBe(readPassword("cafe du nord"));
  expect(readPassword(" twelve is it ")).toBe(" twelve is it ");
});

test("what was taken once is read again, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (text) => {
      const taken = parseNewPassword(text, own, "beside");
      if (taken.ok) expect(readPassword(text)).toBe(taken.value);
    }),
  );
});
