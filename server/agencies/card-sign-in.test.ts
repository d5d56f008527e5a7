import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac as testMacOf } from "../../tests/support/mac.ts";
import { cardPinState, cardSignedText, makeCardNonce, readCardNonce } from "./card-sign-in.ts";

const now = new Date("2026-11-21T10:00:00+07:00");
const testMac = testMacOf("staff link");
const random = new Uint8Array(16).fill(7);
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test("a nonce says when it was made for five minutes, and nothing after or before", () => {
  const nonce = makeCardNonce(testMac, random, now);
  expect(readCardNonce(testMac, nonce, now)).toEqual(now);
  expect(readCardNonce(testMac, nonce, after(299))).toEqual(now);
  expect(readCardNonce(testMac, nonce, after(300))).toBeNull();
  expect(readCardNonce(testMac, nonce, after(-1))).toBeNull();
});

test("a nonce with any letter changed is not ours", () => {
  const nonce = makeCardNonce(testMac, random, now);
  fc.assert(
    fc.property(fc.nat(nonce.length - 1), fc.constantFrom(..."aZ09_.-"), (at, letter) => {
      const changed = nonce.slice(0, at) + letter + nonce.slice(at + 1);
      expect(readCardNonce(testMac, changed, now) === null).toBe(changed !== nonce);
    }),
  );
});

test("what is signed differs for every origin and nonce", () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.webUrl(), (one, other) => {
      fc.pre(one !== other);
      expect(cardSignedText(one, "n")).not.toBe(cardSignedText(other, "n"));
    }),
  );
});

test("three wrong PINs in a row need a new PIN, five a new card", () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(cardPinState)).toEqual([
    "ready",
    "ready",
    "ready",
    "reset_needed",
    "reset_needed",
    "card_needed",
    "card_needed",
  ]);
});
