import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { ok, refuse } from "../../server/kernel/result.ts";
import type { LineSignIn } from "../../server/ports.ts";

type Grant = Parameters<LineSignIn["exchangeCode"]>[0];
const granted: Grant[] = [];

/** LINE Login: the code says how the exchange ends; what was sent to it is kept for looking at. */
const lineSignIn: LineSignIn = {
  verifyIdToken: () => Promise.resolve(refuse({ kind: "token_invalid" })),
  authorizeUrl: (request) => `https://access.line.me/authorize?${new URLSearchParams(request).toString()}`,
  exchangeCode: (grant) => {
    granted.push(grant);
    if (grant.code === "good")
      return Promise.resolve(ok({ channel: "c", lineUserId: `U${"b".repeat(32)}`, displayName: null }));
    return Promise.resolve(refuse({ kind: grant.code === "down" ? "provider_down" : "token_invalid" }));
  },
};

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await testWorld({ lineSignIn });
  open = testApp(world);
});
beforeEach(() => void (granted.length = 0));
afterAll(() => world.close());

async function begin(next = "/liff/history", headers: Record<string, string> = {}) {
  const response = await open().get(`/liff/browser?next=${encodeURIComponent(next)}`, headers);
  const sent = new URL(response.headers.get("location") ?? "");
  const asked = Object.fromEntries(sent.searchParams);
  return { response, asked, cookie: cookieGiven(response, "__Host-login"), state: asked["state"] ?? "" };
}

const comeBack = (cookie: string, query: Record<string, string>) =>
  open(cookie).get(`/liff/browser/return?${new URLSearchParams(query).toString()}`);

test("the way to LINE carries fresh state, nonce and challenge, and only this browser keeps them", async () => {
  const [one, two] = [await begin(), await begin()];
  expect(one.response.status).toBe(302);
  for (const secret of ["state", "nonce", "challenge"]) {
    expect(one.asked[secret]).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(one.asked[secret]).not.toBe(two.asked[secret]);
  }
  const flags = one.response.headers.getSetCookie()[0]?.split("; ").slice(1).sort();
  expect(flags).toEqual(["HttpOnly", "Max-Age=600", "Path=/", "SameSite=Lax", "Secure"]);
});

test("coming back with the state signs in and goes on to where it began", async () => {
  const { cookie, state, asked } = await begin("/liff/scan?for=7");
  const response = await comeBack(cookie, { code: "good", state });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/liff/scan?for=7"]);
  expect(cookieGiven(response, "__Host-citizen")).toMatch(/=[A-Za-z0-9_-]{43}$/);
  const { verifier, nonce, redirectUri } = granted[0] as Grant;
  expect(createHash("sha256").update(verifier).digest("base64url")).toBe(asked["challenge"]);
  expect([nonce, redirectUri]).toEqual([asked["nonce"], "http://localhost:8787/liff/browser/return"]);
  expect(redirectUri).toBe(asked["redirectUri"]);
});

test("an attempt is used up by coming back", async () => {
  const { cookie, state } = await begin();
  const response = await comeBack(cookie, { code: "good", state });
  const emptied = response.headers.getSetCookie().find((each) => each.startsWith("__Host-login="));
  expect(emptied).toMatch(/^__Host-login=; Max-Age=0; /);
});

test("another's state, no state, or a browser that began nothing never reaches LINE's exchange", async () => {
  const [mine, other] = [await begin(), await begin()];
  const tries = [
    comeBack(mine.cookie, { code: "good", state: other.state }),
    comeBack(mine.cookie, { code: "good", state: `${mine.state}A` }),
    comeBack(mine.cookie, { code: "good", state: "" }),
    comeBack(mine.cookie, { code: "good" }),
    comeBack("", { code: "good", state: mine.state }),
    comeBack("__Host-login=e30", { code: "good", state: "undefined" }),
    comeBack("__Host-login=!!", { code: "good", state: "x" }),
  ];
  for (const response of await Promise.all(tries)) {
    expect(response.status).toBe(400);
    expect(cookieGiven(response, "__Host-citizen")).toBe("");
    expect(await response.text()).toContain("ยังไม่ได้ลงชื่อเข้าใช้");
  }
  expect(granted).toEqual([]);
});

test.each([
  ["was cancelled", { error: "access_denied" }, 400, "ยังไม่ได้ลงชื่อเข้าใช้"],
  ["brought a code LINE does not take", { code: "spent" }, 400, "ยังไม่ได้ลงชื่อเข้าใช้"],
  ["met a LINE that does not answer", { code: "down" }, 503, "LINE ไม่ตอบ"],
])("a sign-in that %s says so and offers the same way again", async (_, query, status, sentence) => {
  const { cookie, state } = await begin("/liff/history");
  const response = await comeBack(cookie, { state, ...query });
  expect(response.status).toBe(status);
  expect(cookieGiven(response, "__Host-citizen")).toBe("");
  const page = await response.text();
  expect(page).toContain(sentence);
  expect(page).toContain('href="/liff/browser?next=%2Fliff%2Fhistory"');
});

test("a way on that is not ours is forgotten, in the request and in the cookie", async () => {
  const asked = await begin("https://evil.example/liff/home");
  const response = await comeBack(asked.cookie, { code: "good", state: asked.state });
  expect(response.headers.get("location")).toBe("/liff/home");

  const kept = { state: "s", nonce: "n", verifier: "v", next: "//evil.example" };
  const cookie = `__Host-login=${Buffer.from(JSON.stringify(kept)).toString("base64url")}`;
  expect((await comeBack(cookie, { code: "good", state: "s" })).headers.get("location")).toBe("/liff/home");
});

test("LINE sends people back to the host they came from, and to no other than ours", async () => {
  const from = async (host: string) => (await begin("/liff/home", { host })).asked["redirectUri"];
  expect(await from("phone1.localhost:8787")).toBe("http://phone1.localhost:8787/liff/browser/return");
  expect(await from("evil.example")).toBe("http://localhost:8787/liff/browser/return");
  expect(await from("localhost:8787.evil.example")).toBe("http://localhost:8787/liff/browser/return");
});
