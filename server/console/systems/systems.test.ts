import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { cameIn } from "../../../tests/support/staff.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { StaffLevel } from "../../kernel/actor.ts";

let world: TestWorld;
let open: ReturnType<typeof testApp>;
let admin: TestBrowser;
let stranger: TestBrowser;
let agencyId: string;

beforeAll(async () => {
  world = await testWorld();
  open = testApp(world);
  agencyId = await openFacility(world.ports);
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" });
  admin = open(await staffCookie(world, open(), agencyId));
  stranger = open(await staffCookie(world, open(), other));
});
afterAll(() => world.close());

/** Posts a form in which a field may stand several times. */
async function send(path: string, fields: readonly (readonly [string, string])[], browser = admin) {
  return browser.post(path, new URLSearchParams(fields.map(([name, value]) => [name, value])));
}

const keyForm = [
  ["name", "HIS ห้องบัตร"],
  ["scopes", "codes:read"],
  ["scopes", "codes:write"],
  ["days", "90"],
] as const;

const keyIn = (html: string) => /pratu_[A-Za-z0-9_-]{43}/.exec(html)?.[0] ?? "";
const answers = async (key: string) =>
  (await open().get("/api/v1/about", { authorization: `Bearer ${key}` })).status;
const list = async () => (await admin.get("/console/systems")).text();

/** The id of a key, by the links after its beginning in the list. */
async function idOf(key: string): Promise<string> {
  const [, after = ""] = (await list()).split(key.slice(0, 12));
  return /keys\/([0-9a-f-]{36})\//.exec(after)?.[1] ?? "";
}

test("a key is shown once, opens the API, is nowhere afterwards, and the same form shows it no more", async () => {
  const requestKey = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const made = await send("/console/systems/keys", [...keyForm, ["requestKey", requestKey]]);
  const key = keyIn(await made.text());
  expect([made.status, made.headers.get("cache-control"), await answers(key)]).toEqual([
    200,
    "no-store",
    200,
  ]);
  const again = await send("/console/systems/keys", [...keyForm, ["requestKey", requestKey]]);
  const html = await again.text();
  expect([again.status, keyIn(html), html.includes("แสดงไปแล้ว")]).toEqual([422, "", true]);
  const shown = await list();
  expect([shown.includes("HIS ห้องบัตร"), shown.includes(key.slice(0, 12)), shown.includes(key)]).toEqual([
    true,
    true,
    false,
  ]);
});

test("what is missing in the form is named at its field, and what was typed stays", async () => {
  const page = await send("/console/systems/keys", [
    ["name", ""],
    ["scopes", "codes:read"],
    ["days", "90"],
  ]);
  const html = await page.text();
  expect([page.status, html.includes('href="#name"')]).toEqual([422, true]);
  expect(html).toMatch(/value="codes:read"[^>]*checked/);
});

test("a replaced key goes on beside the new one for the hours chosen, and not longer", async () => {
  const old = keyIn(await (await send("/console/systems/keys", keyForm)).text());
  const id = await idOf(old);
  const fresh = keyIn(await (await send(`/console/systems/keys/${id}/rotate`, [["hours", "1"]])).text());
  expect([await answers(old), await answers(fresh), old === fresh]).toEqual([200, 200, false]);
  const twice = await send(`/console/systems/keys/${id}/rotate`, [["hours", "1"]]);
  expect(twice.status).toBe(422);
  world.clock.pass(3601);
  expect([await answers(old), await answers(fresh)]).toEqual([401, 200]);
});

test("a key that ends within two weeks is shown as one to replace", async () => {
  const began = world.clock.now();
  const soon = async () => (await list()).includes("ใกล้หมดอายุ");
  await send("/console/systems/keys", keyForm);
  world.clock.pass(75 * 86_400);
  admin = open(await staffCookie(world, open(), agencyId));
  expect(await soon()).toBe(false);
  world.clock.pass(2 * 86_400);
  admin = open(await staffCookie(world, open(), agencyId));
  expect(await soon()).toBe(true);
  world.clock.set(began);
  admin = open(await staffCookie(world, open(), agencyId));
});

test("a key that is ended opens nothing from that moment; ending asks first", async () => {
  const key = keyIn(await (await send("/console/systems/keys", keyForm)).text());
  const id = await idOf(key);
  expect((await admin.get(`/console/systems/keys/${id}/revoke`)).status).toBe(200);
  expect(await answers(key)).toBe(200);
  const gone = await send(`/console/systems/keys/${id}/revoke`, []);
  expect([gone.headers.get("location"), await answers(key)]).toEqual(["/console/systems?done=revoked", 401]);
  expect((await admin.get(`/console/systems/keys/${id}/revoke`)).status).toBe(404);
});

test("an endpoint is added, paused, let go on, its secret replaced, and ended", async () => {
  const address = "https://his.example.go.th/pratu";
  const made = await send("/console/systems/webhooks", [
    ["url", address],
    ["events", "service_code.issued"],
  ]);
  const [secret] = /whsec_[A-Za-z0-9+/=]+/.exec(await made.text()) ?? [];
  expect([made.status, typeof secret]).toEqual([200, "string"]);
  const [path = ""] = /\/console\/systems\/webhooks\/[0-9a-f-]{36}/.exec(await list()) ?? [];
  expect((await send(`${path}/pause`, [])).headers.get("location")).toBe(path);
  const paused = await (await admin.get(path)).text();
  expect([paused.includes("หยุดพักตั้งแต่"), paused.includes(secret ?? "?")]).toEqual([true, false]);
  await send(`${path}/resume`, []);
  expect(await (await admin.get(path)).text()).not.toContain("หยุดพักตั้งแต่");
  const [fresh] =
    /whsec_[A-Za-z0-9+/=]+/.exec(await (await send(`${path}/rotate`, [["hours", "24"]])).text()) ?? [];
  expect([typeof fresh, fresh === secret]).toEqual(["string", false]);
  const none = await send(`${path}/events`, []);
  expect([none.status, (await none.text()).includes('href="#events"')]).toEqual([422, true]);
  const chosen = await send(`${path}/events`, [["events", "service_code.closed"]]);
  const after = await (await admin.get(chosen.headers.get("location") ?? "")).text();
  expect([after.includes("เปลี่ยนเหตุการณ์แล้ว"), after.includes("<dd>ปิดสิทธิ</dd>")]).toEqual([true, true]);
  expect((await send(`${path}/end`, [])).headers.get("location")).toBe("/console/systems?done=ended");
  expect((await admin.get(path)).status).toBe(404);
});

test.each([
  ["http://his.example.go.th/", "https://"],
  ["https://10.0.0.1/", "เครือข่ายภายใน"],
  ["ที่นี่", "พิมพ์ที่อยู่เต็ม"],
])("the address %s is refused in words: %s", async (address, words) => {
  const page = await send("/console/systems/webhooks", [
    ["url", address],
    ["events", "service_code.issued"],
  ]);
  const html = await page.text();
  expect([page.status, html.includes('href="#url"'), html.includes(words)]).toEqual([422, true, true]);
});

const none = "00000000-0000-4000-8000-000000000000";

test("another facility's keys and endpoints are answered as those that are not there", async () => {
  await send("/console/systems/keys", keyForm);
  await send("/console/systems/webhooks", [
    ["url", "https://his.example.go.th/"],
    ["events", "service_code.used"],
  ]);
  const html = await list();
  const [, keyId = ""] = /keys\/([0-9a-f-]{36})\/revoke/.exec(html) ?? [];
  const [, hookId = ""] = /webhooks\/([0-9a-f-]{36})/.exec(html) ?? [];
  const pages = [
    "keys/:k/rotate",
    "keys/:k/revoke",
    "webhooks/:w",
    "webhooks/:w/rotate",
    "webhooks/:w/end",
    "webhooks/:w/events",
  ];
  const posts = [
    ...pages.filter((each) => each !== "webhooks/:w"),
    ...["pause", "resume", "replay"].map((each) => `webhooks/:w/${each}`),
  ];
  for (const [key, hook] of [
    [keyId, hookId],
    [none, none],
    ["x", "x"],
  ] as const) {
    const at = (path: string) => `/console/systems/${path.replace(":k", key).replace(":w", hook)}`;
    for (const path of pages) expect([path, (await stranger.get(at(path))).status]).toEqual([path, 404]);
    for (const path of posts)
      expect([path, (await send(at(path), [], stranger)).status]).toEqual([path, 404]);
  }
  expect(await (await stranger.get("/console/systems")).text()).not.toContain("HIS ห้องบัตร");
});

test.each(["clerk", "report_reader"] as const satisfies readonly StaffLevel[])(
  "%s finds no such pages",
  async (level) => {
    const { browser } = await cameIn(world.ports, open, agencyId, level);
    for (const path of ["", "/try", "/keys/new", "/webhooks/new"]) {
      expect((await browser.get(`/console/systems${path}`)).status).toBe(404);
    }
    const made = await send("/console/systems/keys", keyForm, browser);
    expect([made.status, keyIn(await made.text())]).toEqual([404, ""]);
  },
);
