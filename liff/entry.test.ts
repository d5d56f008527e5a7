import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../tests/support/app.ts";
import { asSuperuser, bareCitizen } from "../tests/support/citizens.ts";
import { testWorld, type TestWorld } from "../tests/support/ports.ts";
import type { Citizen } from "../server/kernel/actor.ts";

let world: TestWorld;
let sql: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let citizen: Citizen;
let visitor: TestBrowser;
let locked: TestBrowser;
let unlocked: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  sql = asSuperuser(world);
  open = testApp(world);
  citizen = await bareCitizen(world, sql);
  const nobody = { ...citizen, lineUserId: `U${"c".repeat(32)}`, unlocked: false };
  visitor = open(await citizenCookie(world, nobody));
  locked = open(await citizenCookie(world, { ...citizen, unlocked: false }));
  unlocked = open(await citizenCookie(world, citizen));
});
afterAll(async () => {
  await sql.end();
  await world.close();
});

const behind = [
  "/home",
  "/scan",
  "/history",
  "/code/0192f0c4-8a30-7000-8000-000000000001",
  "/companions",
  "/companions/new",
  "/account",
  "/account/devices",
].map((path) => `/liff${path}`);

const to = (response: Response) => [response.status, response.headers.get("location")];

test.each([...behind, "/liff", "/liff?liff.state=%2Fscan%3Ffor%3D7", "/liff/register", "/liff/no-such-page"])(
  "without a session %s answers with the entry page, at the same address",
  async (path) => {
    const response = await open().get(path);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('data-entry="waiting"');
    expect(page).toContain('src="/assets/sign-in-line.js"');
    expect(page).toContain(`href="/liff/browser?next=${encodeURIComponent(path)}"`);
    expect(response.headers.getSetCookie()).toEqual([]);
  },
);

test("the entry page may load LINE's SDK; the pages behind it may not", async () => {
  const policy = async (browser: TestBrowser) =>
    (await browser.get("/liff/history")).headers.get("content-security-policy") ?? "";
  expect(await policy(open())).toContain("https://api.line.me");
  expect(await policy(unlocked)).not.toContain("line.me");
});

test("an address cannot write into the entry page", async () => {
  const response = await open().get(`/liff/home?x="><script>alert(1)</script>`);
  expect(await response.text()).not.toContain("<script>alert");
});

test("the door itself, with its last stroke or without, leads a signed-in person to the first page", async () => {
  for (const path of ["/liff", "/liff/"]) expect(to(await unlocked.get(path))).toEqual([303, "/liff/home"]);
});

test("a post without a session changes nothing and leads to the first page", async () => {
  expect(to(await open().post("/liff/account/devices/end"))).toEqual([303, "/liff/home"]);
});

test.each([
  ["https://pratu.example/liff/companions/new?x=1", "/liff/companions/new?x=1"],
  ["https://evil.example/console", "/liff/home"],
  ["no address", "/liff/home"],
])("a post without a session sent from %s leads back to %s", async (referer, back) => {
  expect(to(await open().post("/liff/account/devices/end", {}, { referer }))).toEqual([303, back]);
});

test("somebody without a session who begins a petition is led in, and back to the service they chose", async () => {
  const start = "/liff/e-service/banpratu/road-damage/start";
  expect(to(await open().post(start))).toEqual([303, start]);
  const page = await (await open().get(start)).text();
  expect(page).toContain(`href="/liff/password?next=${encodeURIComponent(start)}"`);
});

test("whoever is not signed in chooses language and size for this browser, and comes back to the page", async () => {
  const chosen = await open().post("/liff/look", { language: "en", next: "/liff/e-service" });
  expect(to(chosen)).toEqual([303, "/liff/e-service"]);
  const cookie = chosen.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const page = await (await open(cookie).get("/liff/e-service")).text();
  expect(page).toContain('<html lang="en"');
  expect(await (await open().get("/liff/e-service")).text()).toContain('<html lang="th"');
});

test("a post from another site is forbidden, with a session or without", async () => {
  const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  for (const browser of [open(), visitor, unlocked])
    expect((await browser.post("/liff/look", { language: "en" }, foreign)).status).toBe(403);
});

test.each(behind)("%s asks a LINE user without an account to register, and comes back", async (path) => {
  expect(to(await visitor.get(path))).toEqual([303, `/liff/register${nextTo(path)}`]);
});

test.each(behind)(
  "%s asks a citizen whose session is not unlocked for the PIN, and comes back",
  async (path) => {
    expect(to(await locked.get(path))).toEqual([303, `/liff/unlock${nextTo(path)}`]);
  },
);

test("the PIN holds for fifteen minutes of use, and falls back to signed in after", async () => {
  const browser = open(await citizenCookie(world, citizen));
  for (let times = 0; times < 2; times++) {
    world.clock.pass(15 * 60 - 1);
    expect((await browser.get("/liff/history")).status).toBe(200);
  }
  world.clock.pass(15 * 60);
  expect(to(await browser.get("/liff/history"))).toEqual([303, `/liff/unlock${nextTo("/liff/history")}`]);
});

test.each([
  ["/scan?for=7", "/liff/scan?for=7"],
  ["scan", "/liff/scan"],
  ["/", "/liff/home"],
  ["//evil.example", "/liff/home"],
  ["/../console", "/liff/home"],
  ["https://evil.example", "/liff/home"],
])("signed in, LINE's state %j leads to %s", async (state, path) => {
  const response = await unlocked.get(`/liff?liff.state=${encodeURIComponent(state)}`);
  expect(to(response)).toEqual([303, path]);
});

function nextTo(path: string): string {
  return path === "/liff/home" ? "" : `?next=${encodeURIComponent(path)}`;
}

test("without scripts a lost phone still has a way: by user code, said on the very page", async () => {
  const page = await (await open().get("/liff/token/lost")).text();
  const inner = /<noscript>([\s\S]*?)<\/noscript>/.exec(page)?.[1] ?? "";
  expect(inner).toContain('href="/seat/sign-in?next=%2Fseat%2Flost"');
  expect(await (await open().get("/liff/home")).text()).not.toContain("/seat/sign-in");
});
