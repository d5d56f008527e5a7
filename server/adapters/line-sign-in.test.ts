import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeLineSignIn } from "./line-sign-in.ts";

const channelId = "2000000002";
const now = new Date("2026-11-21T10:00:00+07:00");
const seconds = now.getTime() / 1000;
const lineUserId = `U${"0123456789abcdef".repeat(2)}`;
const claims = { iss: "https://access.line.me", aud: channelId, sub: lineUserId, name: "สมใจ" };

/** A claim that is undefined is left out of the token. */
type Claims = Readonly<Record<string, string | number | undefined>>;

interface Sent {
  readonly path: string;
  readonly form: Record<string, string>;
}

/** What the other end answers to a path; a missing path is 404. */
let answers: Record<string, { status: number; body: string }>;
let sent: Sent[];
let line: Server;
let apiBase: string;
let key: CryptoKeyPair;
let certs: string;

beforeAll(async () => {
  key = await generateKeyPair("ES256", { extractable: true });
  certs = JSON.stringify({ keys: [{ ...(await exportJWK(key.publicKey)), kid: "k1", alg: "ES256" }] });
  line = createServer((request, response) => {
    void request.toArray().then((parts: Uint8Array[]) => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
      sent.push({ path: request.url ?? "", form });
      const { status, body } = answers[request.url ?? ""] ?? { status: 404, body: "" };
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  });
  await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  apiBase = `http://127.0.0.1:${String((line.address() as AddressInfo).port)}`;
});
beforeEach(() => {
  sent = [];
  answers = { "/oauth2/v2.1/certs": { status: 200, body: certs } };
});
afterAll(() => line.close());

const signIn = (more: { apiBase?: string } = {}) =>
  makeLineSignIn({
    channel: "c",
    apiBase,
    accessBase: "https://access.line.me",
    loginChannelId: channelId,
    loginChannelSecret: "secret",
    timeoutMs: 2_000,
    clock: { now: () => now },
    ...more,
  });

function token(payload: Claims, signWith: CryptoKey | Uint8Array = key.privateKey, alg = "ES256") {
  const whole = { ...claims, exp: seconds + 3600, iat: seconds, ...payload };
  return new SignJWT(whole).setProtectedHeader({ alg, kid: "k1" }).sign(signWith);
}

const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

test("LINE's own token names its user; the certificates are asked for once", async () => {
  const { verifyIdToken } = signIn();
  for (const name of ["สมใจ", undefined])
    expect(await verifyIdToken(await token({ name }))).toEqual({
      ok: true,
      value: { channel: "c", lineUserId, displayName: name ?? null },
    });
  expect(sent.map(({ path }) => path)).toEqual(["/oauth2/v2.1/certs"]);
});

test("a token is expired from its very second", async () => {
  const { verifyIdToken } = signIn();
  expect(await verifyIdToken(await token({ exp: seconds }))).toEqual(refusal("token_expired"));
  expect(await verifyIdToken(await token({ exp: seconds + 1 }))).toMatchObject({ ok: true });
});

test.each<[string, Claims]>([
  ["another channel", { aud: "2000000003" }],
  ["no channel", { aud: undefined }],
  ["another issuer", { iss: "https://evil.example" }],
  ["no end", { exp: undefined }],
  ["no user", { sub: undefined }],
  ["a user that is none of LINE's", { sub: "U123' or 1=1" }],
  ["a beginning in the future", { nbf: seconds + 60 }],
])("a token with %s is not taken", async (_, payload) => {
  expect(await signIn().verifyIdToken(await token(payload))).toEqual(refusal("token_invalid"));
});

test("a token signed by nobody, by another key, or by the public key as a password is not taken", async () => {
  const stranger = await generateKeyPair("ES256");
  const unsigned = new UnsecuredJWT({ ...claims, exp: seconds + 3600 }).encode();
  const asPassword = new TextEncoder().encode(await exportSPKI(key.publicKey));
  const good = await token({});
  const [head, body, signature] = good.split(".") as [string, string, string];
  const other = Buffer.from(JSON.stringify({ ...claims, exp: seconds + 9999 })).toString("base64url");
  const forged = [
    unsigned,
    await token({}, stranger.privateKey),
    await token({}, asPassword, "HS256"),
    `${head}.${other}.${signature}`,
    `${head}.${body}.`,
    "a.b.c",
    "",
  ];
  for (const each of forged) expect(await signIn().verifyIdToken(each)).toEqual(refusal("token_invalid"));
});

test.each([
  ["fails", { status: 500, body: "" }],
  ["answers with a page", { status: 200, body: "<html>" }],
  ["answers with other JSON", { status: 200, body: "{}" }],
])("when LINE %s for its certificates, it is LINE that is down, not the token", async (_, answer) => {
  answers["/oauth2/v2.1/certs"] = answer;
  expect(await signIn().verifyIdToken(await token({}))).toEqual(refusal("provider_down"));
});

test("when LINE cannot be reached, it is LINE that is down", async () => {
  const away = signIn({ apiBase: "http://127.0.0.1:9" });
  expect(await away.verifyIdToken(await token({}))).toEqual(refusal("provider_down"));
  expect(await away.exchangeCode(grant)).toEqual(refusal("provider_down"));
});

const grant = {
  code: "c1",
  verifier: "v1",
  nonce: "n1",
  redirectUri: "https://pratu.example/liff/browser/return",
};

function exchange(
  verified: { status: number; body: object },
  taken = { status: 200, body: { id_token: "t1" } },
) {
  const say = ({ status, body }: { status: number; body: object }) => ({
    status,
    body: JSON.stringify(body),
  });
  answers["/oauth2/v2.1/token"] = say(taken);
  answers["/oauth2/v2.1/verify"] = say(verified);
  return signIn().exchangeCode(grant);
}

test("a code is exchanged with its verifier and address, and LINE checks the token with its nonce", async () => {
  const answer = await exchange({ status: 200, body: { sub: lineUserId, name: "สมใจ", nonce: "n1" } });
  expect(answer).toEqual({ ok: true, value: { channel: "c", lineUserId, displayName: "สมใจ" } });
  const { code, verifier, redirectUri } = grant;
  expect(sent).toEqual([
    {
      path: "/oauth2/v2.1/token",
      form: {
        grant_type: "authorization_code",
        code,
        redirect_uri: redirectUri,
        client_id: channelId,
        client_secret: "secret",
        code_verifier: verifier,
      },
    },
    { path: "/oauth2/v2.1/verify", form: { id_token: "t1", client_id: channelId, nonce: "n1" } },
  ]);
});

test("a token without the nonce of this attempt is not taken", async () => {
  for (const nonce of ["n2", undefined, ""])
    expect(await exchange({ status: 200, body: { sub: lineUserId, nonce } })).toEqual(
      refusal("token_invalid"),
    );
});

test("a code LINE does not take opens nothing, and a token is not asked about", async () => {
  const verified = { status: 200, body: { sub: lineUserId, nonce: "n1" } };
  expect(await exchange(verified, { status: 400, body: { id_token: "" } })).toEqual(refusal("token_invalid"));
  expect(sent.map(({ path }) => path)).toEqual(["/oauth2/v2.1/token"]);
  expect(await exchange({ status: 400, body: {} })).toEqual(refusal("token_invalid"));
  expect(await exchange({ status: 503, body: {} })).toEqual(refusal("provider_down"));
});

test("the way to LINE asks for a code bound to state, nonce and challenge", () => {
  const { redirectUri } = grant;
  const url = new URL(signIn().authorizeUrl({ state: "s1", nonce: "n1", challenge: "ch", redirectUri }));
  expect(url.origin + url.pathname).toBe("https://access.line.me/oauth2/v2.1/authorize");
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: "code",
    client_id: channelId,
    redirect_uri: redirectUri,
    state: "s1",
    nonce: "n1",
    code_challenge: "ch",
    code_challenge_method: "S256",
    scope: "openid profile",
  });
});
