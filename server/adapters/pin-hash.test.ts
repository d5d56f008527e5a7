import { createHmac, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { PinHash } from "../ports.ts";
import { makePinHash } from "./pin-hash.ts";

let pinHash: PinHash;
const key = randomBytes(32);
const pepper = (of: Uint8Array) => (message: string | Uint8Array) =>
  createHmac("sha256", of).update(message).digest();
beforeAll(() => {
  pinHash = makePinHash(pepper(key), 2);
});

test("takes the PIN that was hashed, and no other, and not under another id", async () => {
  const hash = await pinHash.make("493817", "p1");
  expect(await pinHash.matches("493817", "p1", hash)).toBe(true);
  expect(await pinHash.matches("493818", "p1", hash)).toBe(false);
  expect(await pinHash.matches("493817", "p2", hash)).toBe(false);
});

test("two hashes of one PIN differ, and none is worth anything without the pepper", async () => {
  const [one, two] = await Promise.all([pinHash.make("493817", "p1"), pinHash.make("493817", "p1")]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  const stolen = makePinHash(pepper(randomBytes(32)), 1);
  expect(await stolen.matches("493817", "p1", one)).toBe(false);
});
