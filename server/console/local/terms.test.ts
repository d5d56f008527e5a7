import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { citizenCookieName, join, joiner, joinFields, newestOtp } from "../../../tests/support/web-joiner.ts";
import { termsVersions } from "../../identity/terms.ts";
import { termsLength } from "../../petitions/agency-terms.ts";

let world: TestWorld;
let town: Town;
let elsewhere: Town;
let admin: StaffInside;
let service: string;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
  [town, elsewhere] = [await openTown(world.ports), await openTown(world.ports)];
  admin = await cameIn(world.ports, open, town.agencyId, "local_admin");
  service = (await town.serviceOf()).slug;
}, 60_000);
afterAll(() => world.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const set = (textTh: string, textEn = "") => admin.browser.post("/console/local/terms", { textTh, textEn });
const start = () => `/liff/e-service/${town.slug}/${service}/start`;
const next = () => `?next=${encodeURIComponent(start())}`;

/** Joins by the terms page of the town's own service; the cookie of whoever joined. */
async function joined(own: string | null): Promise<TestBrowser> {
  const who = joiner();
  const fields = { version: termsVersions[0].version, accepted: "yes", ...(own === null ? {} : { own }) };
  const begun = await open().post(`/liff/join/terms${next()}`, fields);
  const before = cookieGiven(begun, citizenCookieName);
  await open(before).post("/liff/join/form", await joinFields(world, who));
  const done = await open(before).post("/liff/join/otp", { otp: await newestOtp(world) });
  return open(cookieGiven(done, citizenCookieName));
}
const begins = async (citizen: TestBrowser) => (await citizen.post(start())).headers.get("location") ?? "";

test("without terms of its own an agency asks for nothing more", async () => {
  const citizen = await joined(null);
  expect(await begins(citizen)).toMatch(/^\/liff\/drafts\//);
  expect(await text(admin.browser.get("/console/local"))).toContain("ยังไม่มีข้อตกลงของหน่วยงาน");
});

test("what is set is shown at joining, accepted with it, and asked for no second time", async () => {
  const saved = await set("ข้อหนึ่ง\nข้อสอง", "First");
  expect(saved.headers.get("location")).toBe("/console/local?done=terms");
  expect(await text(admin.browser.get("/console/local"))).toContain("ใช้อยู่: ฉบับที่ 1");
  const page = await text(open().get(`/liff/join${next()}`));
  for (const shown of ["<p>ข้อหนึ่ง</p>", "<p>ข้อสอง</p>", 'name="own" value="1"']) expect(page).toContain(shown);
  expect(await text(open().get("/liff/join"))).not.toContain("ข้อหนึ่ง");
  const unread = await open().post(`/liff/join/terms${next()}`, {
    ...{ version: termsVersions[0].version, accepted: "yes" },
  });
  expect(unread.status).toBe(422);
  expect(await begins(await joined("1"))).toMatch(/^\/liff\/drafts\//);
});

test("who joined elsewhere, and whoever accepted another text, is asked once before the next petition", async () => {
  const { cookie } = await join(world, open, joiner());
  const citizen = open(cookie);
  const ask = `/liff/terms/${town.slug}${next()}`;
  for (const version of ["1", "2"]) {
    if (version === "2") await set("ข้อใหม่");
    expect(await begins(citizen)).toBe(ask);
    expect(await text(citizen.get(ask))).toContain(version === "1" ? "ข้อหนึ่ง" : "ข้อใหม่");
    const unticked = await citizen.post(ask, { version });
    expect([unticked.status, await begins(citizen)]).toEqual([422, ask]);
    const yes = await citizen.post(ask, { version, accepted: "yes" });
    expect([yes.status, yes.headers.get("location")]).toEqual([303, start()]);
    expect(await begins(citizen)).toMatch(/^\/liff\/drafts\//);
  }
  const old = await citizen.post(ask, { version: "1", accepted: "yes" });
  expect(old.status).toBe(303);
});

test("a text that is not in force cannot be accepted, and the same text again is no new version", async () => {
  const { cookie } = await join(world, open, joiner());
  const ask = `/liff/terms/${town.slug}${next()}`;
  const old = await open(cookie).post(ask, { version: "1", accepted: "yes" });
  expect(old.status).toBe(422);
  expect(await text(old)).toContain("ข้อตกลงเพิ่งปรับปรุง");
  await set("ข้อใหม่ ");
  expect(await text(admin.browser.get("/console/local"))).toContain("ใช้อยู่: ฉบับที่ 2");
});

test("a text that is too long, and English alone, are refused and stay as they were typed", async () => {
  const english = await set("", "English alone");
  expect(english.status).toBe(422);
  expect(await text(english)).toContain("English alone");
  const long = await set("ก".repeat(termsLength + 1));
  expect([long.status, (await text(long)).includes("ยาวได้ไม่เกิน 8,000")]).toEqual([422, true]);
});

test("terms that are taken back are asked for no more, and another agency's are its own", async () => {
  const { cookie } = await join(world, open, joiner());
  expect(await text(open().get(`/liff/terms/${elsewhere.slug}`))).not.toContain("ข้อใหม่");
  expect((await set("")).status).toBe(303);
  expect(await begins(open(cookie))).toMatch(/^\/liff\/drafts\//);
});
