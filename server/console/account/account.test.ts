import { TOTP, Secret } from "otpauth";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cookieGiven, staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import {
  cameIn,
  firstStep,
  goodPassword,
  secondStep,
  type StaffInside,
} from "../../../tests/support/staff.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let all: postgres.Sql;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  open = testApp(world);
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  agencyId = await openFacility(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`delete from limit_count`);

const account = "/console/account";
const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const saidIn = async (answer: Response, sentence: string) => (await answer.text()).includes(sentence);

/** A second open session of somebody, as an earlier one that was not ended. */
async function secondSession(staff: StaffInside): Promise<{ id: string; browser: TestBrowser }> {
  world.clock.pass(60);
  const half = await firstStep(open, staff.username);
  const cookie = await secondStep(open, half, staff.code());
  await all`update staff_session set ended_at = null, ended_elsewhere = false where staff_id = ${staff.staffId}`;
  const [row] = await all<{ id: string }[]>`select id from staff_session
    where staff_id = ${staff.staffId} order by signed_in_at desc limit 1`;
  return { id: row!.id, browser: open(cookie) };
}

test("shows who one is with the address masked, the machine in hand, and no secret", async () => {
  const staff = await cameIn(world.ports, open, agencyId, "report_reader");
  const page = await (await staff.browser.get(account)).text();
  expect(page).toContain("มานี ชูใจ");
  expect(page).toContain("ผู้ดูรายงาน");
  expect(page).toContain(`m•••@clinic.example`);
  expect(page).toContain("เครื่องนี้");
  expect(page).not.toContain(staff.person.email);
  expect(page).not.toContain(staff.person.citizenId);
});

test("every level has its account in the menu, and whoever came by a link is told there is none", async () => {
  for (const level of ["clerk", "facility_admin", "report_reader"] as const) {
    const staff = await cameIn(world.ports, open, agencyId, level);
    expect(await (await staff.browser.get(account)).text()).toContain(`href="${account}"`);
  }
  const link = open(await staffCookie(world, open(), agencyId));
  expect(await saidIn(await link.get(account), "เข้ามาด้วยลิงก์")).toBe(true);
  for (const path of ["/password", "/authenticator", "/passkeys/add"]) {
    expect((await link.get(`${account}${path}`)).status).toBe(404);
  }
  expect(where(await open().get(account))).toEqual([303, "/console/sign-in"]);
});

test("a second machine ends the first: told at the new one, and at the old one's next request", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  const half = await firstStep(open, staff.username);
  const answer = await open(half).post("/console/second-step", { code: staff.code() });
  expect(where(answer)).toEqual([303, "/console?elsewhere=1"]);
  const whole = open(cookieGiven(answer, "__Host-staff"));
  expect(where(await whole.get("/console?elsewhere=1"))).toEqual([303, "/console/counter?elsewhere=1"]);
  expect(await saidIn(await whole.get("/console/counter?elsewhere=1"), "ระบบออกจากเครื่องเดิมแล้ว")).toBe(true);
  expect(await saidIn(await whole.get("/console/counter"), "ระบบออกจากเครื่องเดิมแล้ว")).toBe(false);
  expect(where(await staff.browser.get("/console/counter"))).toEqual([303, "/console/sign-in"]);
  expect(await saidIn(await staff.browser.get("/console/sign-in"), "ระบบออกจากเครื่องเดิมแล้ว")).toBe(true);
  const posted = await staff.browser.post("/console/slips", { count: "10" });
  expect([posted.status, await saidIn(posted, "ระบบออกจากเครื่องเดิมแล้ว")]).toEqual([403, true]);
  expect(await saidIn(await open().get("/console/sign-in"), "ระบบออกจากเครื่องเดิมแล้ว")).toBe(false);
});

test("a session that nobody used for an hour is no other machine: nobody is told of it, and it is not listed", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(61 * 60);
  const answer = await open(await firstStep(open, staff.username)).post("/console/second-step", {
    code: staff.code(),
  });
  expect(where(answer)).toEqual([303, "/console"]);
  const told = await all`select 1 from notice
    where refs ->> 'staffId' = ${staff.staffId} and kind = 'staff_session_elsewhere'`;
  expect(told).toHaveLength(0);
  await all`update staff_session set ended_at = null where staff_id = ${staff.staffId}`;
  const whole = open(cookieGiven(answer, "__Host-staff"));
  expect(await saidIn(await whole.get(account), "ออกจากระบบทุกเครื่องอื่น")).toBe(false);
});

test("who signed out, or was signed out otherwise, is told of no other machine", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  await staff.browser.post("/console/sign-out");
  expect(await saidIn(await staff.browser.get("/console/sign-in"), "เครื่องเดิม")).toBe(false);
});

test("a session is ended by its owner, one or all others, and out with its next request", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const other = await secondSession(staff);
  expect((await other.browser.get(account)).status).toBe(200);
  expect(where(await staff.browser.post(`${account}/sessions/${other.id}/end`))).toEqual([
    303,
    `${account}?told=session_ended`,
  ]);
  expect(where(await other.browser.get(account))).toEqual([303, "/console/sign-in"]);
  const third = await secondSession(staff);
  expect((await third.browser.post(`${account}/sessions/end-others`)).status).toBe(303);
  expect((await staff.browser.get(account)).status).toBe(303);
  expect((await third.browser.get(account)).status).toBe(200);
});

test("somebody else's session is not theirs to end, nor one that is over", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const other = await cameIn(world.ports, open, agencyId);
  const [row] = await all<{ id: string }[]>`select id from staff_session
    where staff_id = ${staff.staffId} and ended_at is null`;
  for (const wrong of [row!.id, "00000000-0000-7000-8000-000000000000", "x"]) {
    expect((await other.browser.post(`${account}/sessions/${wrong}/end`)).status).toBe(422);
  }
  expect((await staff.browser.get(account)).status).toBe(200);
});

test("the password is changed with the old one, others are put out and links are dead", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const other = await secondSession(staff);
  const next = "ดวงดาวเหนือภูเขาหิมะ";
  const change = (old: string, password: string) =>
    other.browser.post(`${account}/password`, { old, password });
  expect(await saidIn(await change("not my password", next), "เหลืออีก 14 ครั้ง")).toBe(true);
  expect(await saidIn(await change(goodPassword, "สั้น"), "เพิ่มอีก")).toBe(true);
  expect(await saidIn(await change(goodPassword, `${staff.username}${staff.username}`), "เดาได้ง่าย")).toBe(
    true,
  );
  expect(await saidIn(await change(goodPassword, goodPassword), "เหมือนรหัสผ่านเดิม")).toBe(true);
  expect(where(await change(goodPassword, next))).toEqual([303, `${account}?told=password_changed`]);
  expect((await staff.browser.get(account)).status).toBe(303);
  expect((await other.browser.get(account)).status).toBe(200);
  expect(await firstStep(open, staff.username)).toBe("");
  expect(await firstStep(open, staff.username, next)).not.toBe("");
  const told = await all`select refs ->> 'what' as what from notice
    where refs ->> 'staffId' = ${staff.staffId} and kind = 'staff_sign_in_changed'`;
  expect(told).toEqual([{ what: "password" }]);
});

test("of two changes of a password at the same moment one is kept, and is the one that was said to be", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const wanted = ["ดวงดาวเหนือภูเขาหิมะ", "สายน้ำไหลลงทะเลกว้าง"];
  const answers = await Promise.all(
    wanted.map((password) => staff.browser.post(`${account}/password`, { old: goodPassword, password })),
  );
  const kept = wanted.filter((_, at) => answers[at]?.status === 303);
  expect(kept).toHaveLength(1);
  expect(await firstStep(open, staff.username, kept[0])).not.toBe("");
});

test("wrong old passwords lock the account as they do at the door", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  let last = "";
  for (let at = 0; at < 15; at += 1) {
    const answer = await staff.browser.post(`${account}/password`, { old: "not my password", password: "x" });
    last = await answer.text();
    world.clock.pass(500);
    await all`update staff_session set last_used_at = ${world.clock.now().toISOString()}`;
  }
  expect(last).toContain("เหลืออีก 0 ครั้ง");
  const locked = await staff.browser.post(`${account}/password`, { old: goodPassword, password: "x" });
  expect(await saidIn(locked, "ล็อกบัญชีแล้ว")).toBe(true);
});

test("another authenticator takes the old one's place by its own first code, and not before", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const path = `${account}/authenticator`;
  expect(where(await staff.browser.get(`${path}/new`))).toEqual([303, path]);
  expect(await saidIn(await staff.browser.post(path, { proof: "000000" }), "เหลืออีก 14 ครั้ง")).toBe(true);
  world.clock.pass(60);
  const code = staff.code();
  expect(where(await staff.browser.post(path, { proof: code }))).toEqual([303, `${path}/new`]);
  expect((await staff.browser.post(path, { proof: code })).status).toBe(422);
  const page = await (await staff.browser.get(`${path}/new`)).text();
  const [, secret = ""] = /<code class="totp-secret"[^>]*>([A-Z2-7 ]+)</.exec(page) ?? [];
  const fresh = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  const freshCode = () => fresh.generate({ timestamp: world.clock.now().getTime() });
  expect((await staff.browser.post(`${path}/new`, { code: "000000" })).status).toBe(422);
  world.clock.pass(60);
  const still = await secondStep(open, await firstStep(open, staff.username), staff.code());
  expect(still).not.toBe("");
  await all`update staff_session set ended_at = null where staff_id = ${staff.staffId}`;
  expect(where(await staff.browser.post(`${path}/new`, { code: freshCode() }))).toEqual([
    303,
    `${account}?told=authenticator_kept`,
  ]);
  world.clock.pass(60);
  expect(await secondStep(open, await firstStep(open, staff.username), staff.code())).toBe("");
  expect(await secondStep(open, await firstStep(open, staff.username), freshCode())).not.toBe("");
});

test("a new authenticator waits ten minutes, and only in the session that began it", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  await staff.browser.post(`${account}/authenticator`, { proof: staff.code() });
  const other = await secondSession(staff);
  expect((await other.browser.get(`${account}/authenticator/new`)).status).toBe(303);
  world.clock.pass(10 * 60);
  expect((await staff.browser.get(`${account}/authenticator/new`)).status).toBe(303);
  const late = await staff.browser.post(`${account}/authenticator/new`, { code: "123456" });
  expect(await saidIn(late, "หมดเวลา")).toBe(true);
});
