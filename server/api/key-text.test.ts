import fc from "fast-check";
import { expect, test } from "vitest";
import { bearerOf, bearerOrPassword } from "./key-text.ts";

const keys = fc.stringMatching(/^pratu_[A-Za-z0-9_-]{43}$/);

test("a key comes as a bearer, or as the password of whatever user", () => {
  fc.assert(
    fc.property(keys, fc.stringMatching(/^[a-z]{0,12}$/), (key, user) => {
      const basic = `Basic ${Buffer.from(`${user}:${key}`).toString("base64")}`;
      expect([bearerOf(`Bearer ${key}`), bearerOrPassword(`bearer ${key}`), bearerOrPassword(basic)]).toEqual(
        [key, key, key],
      );
      expect(bearerOf(basic)).toBe("");
    }),
  );
});

test("any other header holds no key, and none makes it throw", () => {
  const odd = fc.oneof(
    fc.string(),
    fc.stringMatching(/^Basic [A-Za-z0-9+/]{0,9}={0,3}$/),
    fc.constant("Basic ab="),
  );
  fc.assert(
    fc.property(odd, (header) => {
      expect(bearerOrPassword(header)).not.toMatch(/^pratu_/);
    }),
  );
  expect(bearerOrPassword(undefined)).toBe("");
});
