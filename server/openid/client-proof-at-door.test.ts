import { generateKeyPairSync } from "node:crypto";
import { exportJWK, SignJWT } from "jose";
import { None, PrivateKeyJwt } from "openid-client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appOver, origin } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { callback, relyingParty, signIn } from "../../tests/support/relying-party.ts";
import { seatSomebody, type Seated } from "../../tests/support/seated.ts";

let world: TestWorld;
let seated: Seated;

beforeAll(async () => {
  world = await testWorld();
  world.clock.set(new Date());
  seated = await seatSomebody(world);
});
/** The independent client knows no clock but the real one. */
beforeEach(() => world.clock.set(new Date()));
afterAll(() => world.close());

test("a client is refused with a wrong secret, or with none where it has one", async () => {
  const { config } = await relyingParty(world, { id: "careless" }, None());
  const party = await relyingParty(world);
  const way = await party.begin();
  const code = (await party.open(way, seated.cookie)).searchParams.get("code") ?? "";
  const ask = (headers: Record<string, string>, more: Record<string, string> = {}) =>
    post({ grant_type: "authorization_code", code, redirect_uri: callback, ...more }, headers);
  const wrong = await ask({ authorization: `Basic ${btoa("treasury:wrong")}` });
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    expect.objectContaining({ error: "invalid_client" }),
  ]);
  expect(wrong.headers.get("www-authenticate")).toMatch(/^Basic/);
  expect((await ask({}, { client_id: config.clientMetadata().client_id })).status).toBe(401);
  expect((await ask({}, { client_id: "nobody" })).status).toBe(401);
});

test("a public client signs in by PKCE alone", async () => {
  const app = await relyingParty(world, { id: "phone-app", auth: "none" }, None());
  expect((await signIn(app, seated.cookie)).claims()).toMatchObject({ aud: "phone-app" });
  const way = await app.begin();
  const code = (await app.open(way, seated.cookie)).searchParams.get("code") ?? "";
  const bare = { grant_type: "authorization_code", code, redirect_uri: callback, client_id: "phone-app" };
  expect(await (await post(bare)).json()).toMatchObject({ error: "invalid_grant" });
});

test("a client with a key proves itself by assertions, each good once, and by no other algorithm", async () => {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = await exportJWK(pair.publicKey);
  const key = { kty: "EC", crv: "P-256", x, y, alg: "ES256", use: "sig", kid: "k1" } as const;
  const skew = () => Math.floor(world.clock.now().getTime() / 1000);
  const claims = () => ({
    ...{ iss: "keyed", sub: "keyed", aud: origin, jti: world.ports.random.uuid() },
    ...{ iat: skew(), exp: skew() + 60 },
  });
  const signed = await new SignJWT(claims())
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .sign(pair.privateKey);
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const hmac = await new SignJWT(claims())
    .setProtectedHeader({ alg: "HS256", kid: "k1" })
    .sign(new TextEncoder().encode(JSON.stringify(key).padEnd(32)));
  const none = `${encoded({ alg: "none", kid: "k1" })}.${encoded(claims())}.`;

  const privateKey = await crypto.subtle.importKey(
    "pkcs8",
    pair.privateKey.export({ format: "der", type: "pkcs8" }),
    { name: "ECDSA", namedCurve: "P-256" },
    false,
    ["sign"],
  );
  const keyed = await relyingParty(
    world,
    { id: "keyed", auth: "private_key_jwt", keys: [key] },
    PrivateKeyJwt({ key: privateKey, kid: "k1" }),
  );
  expect((await signIn(keyed, seated.cookie)).claims()).toMatchObject({ aud: "keyed" });

  const way = await keyed.begin();
  const code = (await keyed.open(way, seated.cookie)).searchParams.get("code") ?? "";
  const bring = (assertion: string) =>
    post({
      ...{ grant_type: "authorization_code", code, redirect_uri: callback },
      code_verifier: way.checks.pkceCodeVerifier,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    });
  for (const forged of [none, hmac]) {
    expect(await (await bring(forged)).json()).toMatchObject({ error: "invalid_client" });
  }
  expect((await bring(signed)).status).toBe(200);
  expect(await (await bring(signed)).json()).toMatchObject({ error: "invalid_client" });
});

test.each([
  ["no form", { "content-type": "application/json" }, "{}", "invalid_request"],
  [
    "a parameter twice",
    {},
    "grant_type=authorization_code&grant_type=x&client_id=phone-app",
    "invalid_request",
  ],
  ["seven thousand letters", {}, `code=${"a".repeat(7_000)}`, "invalid_request"],
  ["a hundred thousand letters", {}, `code=${"a".repeat(100_000)}`, "invalid_request"],
  ["another grant", {}, "grant_type=password&client_id=phone-app&username=a", "unsupported_grant_type"],
  ["no code", {}, "grant_type=authorization_code&client_id=phone-app", "invalid_request"],
  ["a secret in the body", {}, "grant_type=authorization_code&client_id=a&client_secret=b", "invalid_client"],
])(
  "the token endpoint refuses %s, is stored nowhere and answers no page of another host",
  async (_, given, body, error) => {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://evil.example",
      ...given,
    };
    const answer = await appOver(world).request(`${origin}/api/openid/token`, {
      method: "POST",
      headers,
      body,
    });
    expect(await answer.json()).toMatchObject({ error });
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  },
);

function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  return Promise.resolve(
    appOver(world).request(`${origin}/api/openid/token`, { method: "POST", headers, body }),
  );
}
