import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { ok, refuse } from "../../server/kernel/result.ts";
import type { LineSignIn, SignInRefusal } from "../../server/ports.ts";

const refusals: Record<string, SignInRefusal["kind"]> = {
  old: "token_expired",
  forged: "token_invalid",
  unreachable: "provider_down",
};

/** LINE, as far as an ID token goes: each text is one case. */
const lineSignIn: LineSignIn = {
  verifyIdToken: (idToken) => {
    const kind = refusals[idToken];
    const lineUserId = `U${"a".repeat(32)}`;
    return Promise.resolve(kind ? refuse({ kind }) : ok({ channel: "c", lineUserId, displayName: null }));
  },
  authorizeUrl: () => "https://access.line.me/",
  exchangeCode: () => Promise.resolve(refuse({ kind: "token_invalid" })),
};

const cookie = "__Host-citizen";
let world: TestWorld;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await testWorld({ lineSignIn });
  open = testApp(world);
});
afterEach(() => world.clock.pass(60));
afterAll(() => world.close());

const signIn = (browser: TestBrowser) => browser.postJson("/liff/session", { idToken: "good" });

test("a good ID token opens a session in a cookie that only this host and no script reads", async () => {
  const response = await signIn(open());
  expect(response.status).toBe(204);
  const given = response.headers.getSetCookie();
  expect(given).toHaveLength(1);
  expect(given[0]).toMatch(/^__Host-citizen=[A-Za-z0-9_-]{43}; /);
  const flags = given[0]?.split("; ").slice(1).sort();
  expect(flags).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Lax", "Secure"]);
});

test("after signing in the same address shows its page, or leads to registration", async () => {
  const signedIn = open(cookieGiven(await signIn(open()), cookie));
  const response = await signedIn.get("/liff/history");
  expect([response.status, response.headers.get("location")]).toEqual([
    303,
    `/liff/register?next=${encodeURIComponent("/liff/history")}`,
  ]);
});

test.each([
  ["too old", "old", 401, "token_expired"],
  ["forged", "forged", 401, "token_invalid"],
  ["not to be checked now", "unreachable", 503, "provider_down"],
  ["endless", "a".repeat(8_001), 401, "token_invalid"],
  ["missing", undefined, 401, "token_invalid"],
  ["no text", { kid: "x" }, 401, "token_invalid"],
])("an ID token that is %s opens nothing", async (_, idToken, status, kind) => {
  const response = await open().postJson("/liff/session", { idToken });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ kind });
  expect(response.headers.getSetCookie()).toEqual([]);
});

test.each([null, [[]], "good", 7])("a body of %j opens nothing", async (body) => {
  const response = await open().postJson("/liff/session", body);
  expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
});

test("a body that is no JSON opens nothing", async () => {
  const response = await open().post("/liff/session", { idToken: "good" });
  expect([response.status, response.headers.getSetCookie()]).toEqual([401, []]);
});

test.each([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a sister of this site", { origin: "http://evil.localhost:9999", "sec-fetch-site": "same-site" }],
  ["nowhere", { origin: "null", "sec-fetch-site": "none" }],
])("a sign-in posted from %s is forbidden", async (_, headers) => {
  const response = await open().postJson("/liff/session", { idToken: "good" }, headers);
  expect(response.status).toBe(403);
  expect(response.headers.getSetCookie()).toEqual([]);
});

test("signing in again ends the session this browser had", async () => {
  const before = cookieGiven(await signIn(open()), cookie);
  const after = cookieGiven(await signIn(open(before)), cookie);
  expect(after).not.toBe(before);
  expect((await open(after).get("/liff/history")).status).toBe(303);
  expect((await open(before).get("/liff/history")).status).toBe(200);
});

test("signing out ends the session, not only the cookie", async () => {
  const held = cookieGiven(await signIn(open()), cookie);
  const out = await open(held).post("/liff/sign-out");
  expect([out.status, out.headers.get("location")]).toEqual([303, "/liff/signed-out"]);
  expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-citizen=; Max-Age=0; /);
  expect(await (await open(held).get("/liff/history")).text()).toContain('data-entry="waiting"');
  expect((await open().get("/liff/signed-out")).status).toBe(200);
});

test("a session ends twelve hours after signing in", async () => {
  const held = cookieGiven(await signIn(open()), cookie);
  world.clock.pass(12 * 60 * 60 - 1);
  expect((await open(held).get("/liff/history")).status).toBe(303);
  world.clock.pass(1);
  expect(await (await open(held).get("/liff/history")).text()).toContain('data-entry="waiting"');
});

test("a made-up cookie is no session", async () => {
  for (const value of ["", "x", "A".repeat(43), `${"A".repeat(43)}'`, "é".repeat(43)]) {
    const response = await open(`${cookie}=${encodeURIComponent(value)}`).get("/liff/history");
    expect(await response.text()).toContain('data-entry="waiting"');
  }
});

test("past sixty sign-ins a minute from one address the next is asked to wait, and the minute after is free", async () => {
  for (let n = 0; n < 60; n++) await open().postJson("/liff/session", { idToken: "forged" });
  const refused = await signIn(open());
  expect(refused.status).toBe(429);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect((await open().get("/liff/browser/return?code=c&state=s")).status).toBe(429);
  world.clock.pass(60);
  expect((await signIn(open())).status).toBe(204);
});

test("past thirty sign-ins of one LINE user in ten minutes, from any address, the next waits", async () => {
  world.clock.pass(600);
  for (let n = 0; n < 30; n++) expect((await signIn(open())).status).toBe(204);
  const refused = await signIn(open());
  expect([refused.status, refused.headers.getSetCookie()]).toEqual([429, []]);
  world.clock.pass(600);
  expect((await signIn(open())).status).toBe(204);
});
