import { createHash, randomBytes } from "node:crypto";
import { get } from "node:http";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { login, startBench, type Bench } from "../test-bench.ts";

/** Asks the front as a browser on `host` would. */
function ask(bench: Bench, host: string, path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(
      {
        host: "127.0.0.1",
        port: bench.simulator.port,
        path,
        headers: { host: `${host}:${bench.simulator.port}` },
      },
      (answer) => {
        answer.toArray().then((parts) => {
          resolve({
            status: answer.statusCode ?? 0,
            text: Buffer.concat(parts as Buffer[]).toString("utf8"),
          });
        }, reject);
      },
    ).on("error", reject);
  });
}

async function liffToken(bench: Bench, phone: string): Promise<string> {
  const { text } = await ask(bench, `${phone}.localhost`, "/simulator/liff/token");
  return (JSON.parse(text) as { idToken: string }).idToken;
}

function certs(bench: Bench) {
  return createRemoteJWKSet(new URL(`${bench.api}/oauth2/v2.1/certs`));
}

function verify(bench: Bench, form: Record<string, string>): Promise<Response> {
  return fetch(`${bench.api}/oauth2/v2.1/verify`, { method: "POST", body: new URLSearchParams(form) });
}

test("each phone's host gets an ES256 ID token of its own user that the published key verifies", async () => {
  const bench = await startBench();
  for (const phone of ["phone1", "phone2"]) {
    const { payload } = await jwtVerify(await liffToken(bench, phone), certs(bench), {
      algorithms: ["ES256"],
      issuer: "https://access.line.me",
      audience: login.id,
    });
    expect(payload.sub).toBe(bench.simulator.openPhone(phone).userId);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  }
});

test("no other host gets a token", async () => {
  const bench = await startBench();
  expect((await ask(bench, "localhost", "/simulator/liff/token")).status).toBe(404);
});

test("users and the signing key are the same after a restart", async () => {
  const first = await startBench();
  const before = await liffToken(first, "phone1");
  await first.simulator.close();
  const second = await startBench({ dataFolder: first.folder });
  expect(second.simulator.phones()).toEqual(first.simulator.phones());
  await jwtVerify(before, certs(second), { audience: login.id });
});

test("verify takes a LIFF token for its channel, and refuses another channel and an expired one as LINE does", async () => {
  const bench = await startBench();
  const id_token = await liffToken(bench, "phone1");
  expect(await (await verify(bench, { id_token, client_id: login.id })).json()).toMatchObject({
    name: "มาลี",
  });
  const other = await verify(bench, { id_token, client_id: "1" });
  expect(await other.json()).toEqual({
    error: "invalid_request",
    error_description: "Invalid IdToken Audience.",
  });
  bench.clock.ahead += 3_601_000;
  const late = await verify(bench, { id_token, client_id: login.id });
  expect([late.status, await late.json()]).toEqual([
    400,
    { error: "invalid_request", error_description: "IdToken expired." },
  ]);
});

const redirect_uri = "http://localhost:8787/liff/line-login/back";
const verifier = randomBytes(32).toString("base64url");

function authorizeUrl(bench: Bench, more: Record<string, string> = {}): URL {
  const url = new URL(`${bench.api}/oauth2/v2.1/authorize`);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: login.id,
    redirect_uri,
    state: "a-state",
    nonce: "a-nonce",
    scope: "openid profile",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  }).toString();
  return url;
}

async function backTo(bench: Bench, loginAs: string): Promise<URL> {
  const response = await fetch(authorizeUrl(bench, { login_as: loginAs }), { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

function exchange(bench: Bench, code: string, more: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri,
    client_id: login.id,
    client_secret: login.secret,
    code_verifier: verifier,
    ...more,
  });
  return fetch(`${bench.api}/oauth2/v2.1/token`, { method: "POST", body });
}

test("LINE Login gives the chosen user's HS256 token with the nonce that was sent, and the profile", async () => {
  const bench = await startBench();
  const back = await backTo(bench, "phone2");
  expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([redirect_uri, "a-state"]);
  const tokens = (await (await exchange(bench, back.searchParams.get("code") ?? "")).json()) as Record<
    string,
    string
  >;
  const { payload, protectedHeader } = await jwtVerify(
    tokens["id_token"] ?? "",
    new TextEncoder().encode(login.secret),
  );
  const { userId } = bench.simulator.openPhone("phone2");
  expect(protectedHeader.alg).toBe("HS256");
  expect(payload).toMatchObject({ sub: userId, nonce: "a-nonce", aud: login.id });
  const asked = { id_token: tokens["id_token"] ?? "", client_id: login.id };
  expect((await verify(bench, { ...asked, nonce: "a-nonce" })).status).toBe(200);
  expect((await verify(bench, { ...asked, nonce: "another" })).status).toBe(400);
  const headers = { authorization: `Bearer ${tokens["access_token"] ?? ""}` };
  expect(await (await fetch(`${bench.api}/v2/profile`, { headers })).json()).toMatchObject({ userId });
  const access = await fetch(`${bench.api}/oauth2/v2.1/verify?access_token=${tokens["access_token"] ?? ""}`);
  expect(await access.json()).toMatchObject({ client_id: login.id });
});

test("a code works once, for its redirect address, with its verifier and the channel's secret", async () => {
  const bench = await startBench();
  const code = async () => (await backTo(bench, "phone1")).searchParams.get("code") ?? "";
  const used = await code();
  expect((await exchange(bench, used)).status).toBe(200);
  expect((await exchange(bench, used)).status).toBe(400);
  expect((await exchange(bench, await code(), { code_verifier: "another" })).status).toBe(400);
  expect((await exchange(bench, await code(), { redirect_uri: "http://localhost/else" })).status).toBe(400);
  expect((await exchange(bench, await code(), { client_secret: "guessed" })).status).toBe(400);
});

test("somebody who cancels comes back with access_denied and the state", async () => {
  const back = await backTo(await startBench(), "nobody");
  expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: "access_denied", state: "a-state" });
});

test("the page offers every phone; a request without state or of another channel is refused on the page", async () => {
  const bench = await startBench();
  bench.simulator.openPhone("phone2");
  const page = await (await fetch(authorizeUrl(bench))).text();
  expect(page).toContain("login_as=phone1");
  expect(page).toContain("login_as=phone2");
  const wrong = [{ state: "" }, { client_id: "1" }, { scope: "profile" }, { code_challenge_method: "plain" }];
  for (const more of wrong)
    expect((await fetch(authorizeUrl(bench, more as Record<string, string>))).status).toBe(400);
});
