import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEmail } from "../kernel/email.ts";
import { parseUsername, usernameFor } from "./username.ts";

test("a user name is read without capitals and outer spaces", () => {
  expect(parseUsername("  Manee.C ")).toEqual({ ok: true, value: "manee.c" });
});

test.each(["", "ab", ".manee", "มานี", "manee c", "a".repeat(41), "manee@clinic"])(
  "%s is no user name",
  (text) => {
    expect(parseUsername(text)).toEqual({ ok: false, refusal: { kind: "username_shape" } });
  },
);

test("every address gives user names, and numbers of the same length never the same one", () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.integer({ min: 2, max: 9 }), (email, number) => {
      const names = [1, number, number + 10].map((each) => usernameFor(email, each));
      for (const name of names) expect(parseUsername(name)).toEqual({ ok: true, value: name });
      for (const other of [2, 3, 4, 5, 6, 7, 8, 9].filter((each) => each !== number))
        expect(usernameFor(email, other)).not.toBe(names[1]);
    }),
  );
});

test("an address is read without capitals and outer spaces", () => {
  expect(parseEmail(" Manee@Clinic.Example ")).toEqual({ ok: true, value: "manee@clinic.example" });
});

test.each([
  ["", "email_empty"],
  ["  ", "email_empty"],
  ["manee", "email_shape"],
  ["manee@clinic", "email_shape"],
  ["มานี@clinic.example", "email_shape"],
  ["a@b.example\r\nBcc: c@d.example", "email_shape"],
  [
    `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(20)}`,
    "email_shape",
  ],
] as const)("%j is refused", (text, kind) => {
  expect(parseEmail(text)).toEqual({ ok: false, refusal: { kind } });
});
