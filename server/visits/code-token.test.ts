import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { makeCodeSigner, publicKeyOf } from "../adapters/code-signer.ts";
import { encodeBase64url } from "../kernel/base64url.ts";
import { bangkokDay, endOfBangkokDay } from "../kernel/thai-date.ts";
import { verifierOf } from "./code-key.ts";
import { looksLikeToken, openCodeToken, writeCodeToken, type CodeToken } from "./code-token.ts";
import { makeCode } from "./service-code.ts";

const noon = new Date("2026-11-21T05:00:00Z");
const day = bangkokDay(noon);
const token: CodeToken = {
  code: makeCode("PP", 1234567890),
  facility: "10001",
  serviceType: "PG0060001",
  day,
  expiresAt: new Date(Math.floor(endOfBangkokDay(day).getTime() / 1000) * 1000),
};

/** A fresh pair: what signs with it, and what verifies with its public half, as pages do. */
function keyPair() {
  const jwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const key = { d: jwk.d ?? "", x: jwk.x ?? "", y: jwk.y ?? "" };
  return { signer: makeCodeSigner(key), verify: verifierOf([publicKeyOf(key)]), key };
}

test("a token opens with the public half and says what was signed", async () => {
  const { signer, verify } = keyPair();
  expect(await openCodeToken(verify, await writeCodeToken(signer, token), noon)).toEqual({
    ok: true,
    value: token,
  });
});

test("a token of another key is refused", async () => {
  const [ours, other] = [keyPair(), keyPair()];
  const opened = await openCodeToken(ours.verify, await writeCodeToken(other.signer, token), noon);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_forged" } });
});

test("a token with any one letter changed is refused", async () => {
  const { signer, verify } = keyPair();
  const text = await writeCodeToken(signer, token);
  for (let at = 0; at < text.length; at += 1) {
    const changed = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    expect(await openCodeToken(verify, changed, noon), `letter ${at}`).toMatchObject({ ok: false });
  }
});

test("a token is refused once its service day is over, and still says what it was", async () => {
  const { signer, verify } = keyPair();
  const after = new Date(token.expiresAt.getTime() + 1);
  const opened = await openCodeToken(verify, await writeCodeToken(signer, token), after);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_expired", token } });
});

test("a token of the pair before the current one opens while its public half is published", async () => {
  const [now, before] = [keyPair(), keyPair()];
  const text = await writeCodeToken(before.signer, token);
  const both = verifierOf([publicKeyOf(now.key), publicKeyOf(before.key)]);
  expect(await openCodeToken(both, text, noon)).toMatchObject({ ok: true });
  expect(await openCodeToken(now.verify, text, noon)).toMatchObject({ ok: false });
});

test.each([
  ["no signature", { alg: "none" }],
  ["another algorithm", { alg: "HS256" }],
  ["a token of another kind", { typ: "JWT" }],
  ["something more", { crit: ["b64"] }],
])("a header that names %s is refused, whatever the key says", async (_, more) => {
  const { signer } = keyPair();
  const header = { alg: "ES256", kid: signer.kid, typ: "pratu-code", ...more };
  const [, body = ""] = (await writeCodeToken(signer, token)).split(".");
  const signed = `${encodeBase64url(new TextEncoder().encode(JSON.stringify(header)))}.${body}`;
  const tail = encodeBase64url(await signer.sign(new TextEncoder().encode(signed)));
  const opened = await openCodeToken(() => Promise.resolve(true), `${signed}.${tail}`, noon);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_forged" } });
});

test("a token cut off anywhere is refused", async () => {
  const { signer, verify } = keyPair();
  const text = await writeCodeToken(signer, token);
  expect(looksLikeToken(text)).toBe(true);
  for (let length = 0; length < text.length; length += 1) {
    expect(await openCodeToken(verify, text.slice(0, length), noon)).toMatchObject({ ok: false });
  }
});

test.each(["", ".", "..", "PP1234567890", "a.b.c", "a.b.c.d", "ก.ข.ค"])("%j is no token", async (text) => {
  const { verify } = keyPair();
  expect(await openCodeToken(verify, text, noon)).toEqual({
    ok: false,
    refusal: { kind: "code_token_forged" },
  });
});
