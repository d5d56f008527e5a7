import { expect, test } from "vitest";
import { readPublicJwk } from "./public-jwk.ts";

const letters = "A".repeat(43);
const key = { kty: "EC", crv: "P-256", x: letters, y: letters, kid: "k1" };

test("a public key on P-256 is read, and what else stands beside it is not", () => {
  expect(readPublicJwk({ ...key, key_ops: ["verify"] })).toEqual({ ...key, alg: "ES256", use: "sig" });
});

test.each([
  ["no object", "key"],
  ["its private half in it", { ...key, d: letters }],
  ["another curve", { ...key, crv: "P-384" }],
  ["another kind", { kty: "RSA", n: "n", e: "AQAB", kid: "k1" }],
  ["no name", { ...key, kid: "" }],
  ["half a point", { ...key, y: "A" }],
])("a key that is %s is refused", (_, given) => {
  expect(readPublicJwk(given)).toBeNull();
});
