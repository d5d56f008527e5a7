import { expect, test } from "vitest";
import { encodeBase64url } from "../kernel/base64url.ts";
import { bangkokDay, endOfBangkokDay } from "../kernel/thai-date.ts";
import {
  openCodeToken,
  writeCodeToken,
  type CodeToken,
  type SignCode,
  type VerifyCode,
} from "./code-token.ts";
import { makeCode } from "./service-code.ts";

const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const noon = new Date("2026-11-21T05:00:00Z");
const day = bangkokDay(noon);
const token: CodeToken = {
  code: makeCode("PP", 1234567890),
  facility: "10001",
  serviceType: "PG0060001",
  day,
  expiresAt: new Date(Math.floor(endOfBangkokDay(day).getTime() / 1000) * 1000),
};

async function keyPair(): Promise<{ sign: SignCode; verify: VerifyCode }> {
  const pair = await crypto.subtle.generateKey(ecdsa, false, ["sign", "verify"]);
  return {
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(ecdsa, pair.privateKey, message)),
    verify: (message, signature) => crypto.subtle.verify(ecdsa, pair.publicKey, signature, message),
  };
}

test("a token opens with the public half and says what was signed", async () => {
  const { sign, verify } = await keyPair();
  expect(await openCodeToken(verify, await writeCodeToken(sign, token), noon)).toEqual({
    ok: true,
    value: token,
  });
});

test("a token of another key is refused", async () => {
  const [ours, other] = [await keyPair(), await keyPair()];
  const opened = await openCodeToken(ours.verify, await writeCodeToken(other.sign, token), noon);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_forged" } });
});

test("a token with any one letter changed is refused", async () => {
  const { sign, verify } = await keyPair();
  const text = await writeCodeToken(sign, token);
  for (let at = 0; at < text.length; at += 1) {
    const changed = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    expect(await openCodeToken(verify, changed, noon), `letter ${at}`).toMatchObject({ ok: false });
  }
});

test("a token is refused once its service day is over, and still says what it was", async () => {
  const { sign, verify } = await keyPair();
  const after = new Date(token.expiresAt.getTime() + 1);
  const opened = await openCodeToken(verify, await writeCodeToken(sign, token), after);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_expired", token } });
});

test("a header that names no signature is refused, whatever the key says", async () => {
  const { sign } = await keyPair();
  const [, body = "", tail = ""] = (await writeCodeToken(sign, token)).split(".");
  const header = encodeBase64url(new TextEncoder().encode('{"alg":"none","typ":"pratu-code"}'));
  const opened = await openCodeToken(() => Promise.resolve(true), `${header}.${body}.${tail}`, noon);
  expect(opened).toEqual({ ok: false, refusal: { kind: "code_token_forged" } });
});

test.each(["", ".", "..", "PP1234567890", "a.b.c", "a.b.c.d", "ก.ข.ค"])("%j is no token", async (text) => {
  const { verify } = await keyPair();
  expect(await openCodeToken(verify, text, noon)).toEqual({
    ok: false,
    refusal: { kind: "code_token_forged" },
  });
});
