import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { jwts } from "./jwts.ts";

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("what one key signed its public half verifies, under its name", async () => {
  const { publicKey, privateKey } = await jwts.newPair();
  const token = await jwts.sign(publicKey.kid, privateKey, { sub: "ก" });
  expect(await jwts.verify(token, [publicKey])).toEqual({ sub: "ก" });
  const other = await jwts.newPair();
  expect(await jwts.verify(token, [other.publicKey])).toBeNull();
  expect(await jwts.verify(token, [{ ...other.publicKey, kid: publicKey.kid }])).toBeNull();
  expect(await jwts.verify(token, [])).toBeNull();
});

test("a token without a signature, or signed with the public key as a secret, proves nothing", async () => {
  const { publicKey } = await jwts.newPair();
  const claims = encoded({ sub: "treasury" });
  const none = `${encoded({ alg: "none", kid: publicKey.kid })}.${claims}.`;
  expect(await jwts.verify(none, [publicKey])).toBeNull();
  const signed = `${encoded({ alg: "HS256", kid: publicKey.kid })}.${claims}`;
  for (const secret of [JSON.stringify(publicKey), publicKey.x, publicKey.kid]) {
    const mac = createHmac("sha256", secret).update(signed).digest("base64url");
    expect(await jwts.verify(`${signed}.${mac}`, [publicKey])).toBeNull();
  }
});

test("a changed letter, a token too long and no token at all prove nothing", async () => {
  const { publicKey, privateKey } = await jwts.newPair();
  const token = await jwts.sign(publicKey.kid, privateKey, { sub: "a" });
  const [head, , signature] = token.split(".");
  expect(await jwts.verify(`${head}.${encoded({ sub: "b" })}.${signature}`, [publicKey])).toBeNull();
  const long = await jwts.sign(publicKey.kid, privateKey, { sub: "a".repeat(8_000) });
  expect(await jwts.verify(long, [publicKey])).toBeNull();
  expect(await jwts.verify("", [publicKey])).toBeNull();
});
