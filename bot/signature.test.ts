import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSignedByLine } from "./signature.ts";

/** The vector of LINE's own documentation. */
const vector = {
  secret: "8c570fa6dd201bb328f1c1eac23a96d8",
  body: '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
  signature: "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
};

const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (body: Uint8Array, secret = vector.secret) =>
  createHmac("sha256", secret).update(body).digest("base64");

test("takes the vector of the documentation", async () => {
  expect(await isSignedByLine(vector.secret, bytes(vector.body), vector.signature)).toBe(true);
});

test("takes any bytes that are signed, byte order marks and broken UTF-8 too", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
      expect(await isSignedByLine(vector.secret, body, sign(body))).toBe(true);
    }),
  );
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes(vector.body));
  expect(await isSignedByLine(vector.secret, marked, sign(marked))).toBe(true);
  expect(await isSignedByLine(vector.secret, marked, vector.signature)).toBe(false);
});

test("refuses a body in which one bit differs", async () => {
  const body = bytes(vector.body);
  for (let bit = 0; bit < body.length * 8; bit += 1) {
    const forged = Uint8Array.from(body);
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await isSignedByLine(vector.secret, forged, vector.signature)).toBe(false);
  }
});

test("refuses a signature in which one bit differs, or of another secret", async () => {
  const body = bytes(vector.body);
  const right = Buffer.from(vector.signature, "base64");
  for (let bit = 0; bit < right.length * 8; bit += 1) {
    const forged = Buffer.from(right);
    forged.writeUInt8((right[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
    expect(await isSignedByLine(vector.secret, body, forged.toString("base64"))).toBe(false);
  }
  expect(await isSignedByLine(vector.secret, body, sign(body, "another"))).toBe(false);
});

test("refuses whatever is no signature, without a fault", async () => {
  const url = vector.signature.replaceAll("+", "-").replaceAll("/", "_");
  const odd = [
    "",
    "x",
    url,
    `${vector.signature}=`,
    vector.signature.slice(0, -1),
    "A".repeat(5_000),
    "ก".repeat(44),
  ];
  for (const header of odd) {
    expect(await isSignedByLine(vector.secret, bytes(vector.body), header)).toBe(false);
  }
});
