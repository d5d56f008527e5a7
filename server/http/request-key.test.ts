import { expect, test } from "vitest";
import { makeRandom } from "../adapters/random.ts";
import { newRequestKey, readRequestKey } from "./request-key.ts";

const random = makeRandom({ now: () => new Date("2026-11-21T03:00:00Z") });

test("a key that a form was given is read back as it was, so that sending twice is one thing", () => {
  const key = newRequestKey(random);
  expect(readRequestKey(random, key)).toBe(key);
});

test.each(["", "a".repeat(21), "a".repeat(23), `${"a".repeat(21)}=`, `${"a".repeat(22)}\n`, "ก".repeat(22)])(
  "%j is no key of ours: each such form counts as a new one",
  (text) => {
    const [one, two] = [readRequestKey(random, text), readRequestKey(random, text)];
    expect(one).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(one).not.toBe(two);
  },
);
