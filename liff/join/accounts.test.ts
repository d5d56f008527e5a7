import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lineUser, notice, person } from "../../db/schema/index.ts";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { newVisitor, registered } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import {
  acceptTerms,
  citizenCookieName,
  join,
  joiner,
  joinFields,
  newestOtp,
  proveNewestEmail,
  realAddress,
  type Joiner,
} from "../../tests/support/web-joiner.ts";
import { cookieGiven } from "../../tests/support/app.ts";
import { termsVersions } from "../../server/identity/terms.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let me: Joiner;
const tester: SystemActor = { kind: "system", job: "test" };

beforeAll(async () => {
  const sms = { send: () => Promise.resolve({ kind: "sent" } as const), available: true };
  world = await testWorld({ sms, pinHash: lightPinHash });
  open = testApp(world);
});
beforeEach(() => {
  world.clock.pass(25 * 60 * 60);
  me = joiner();
});
afterAll(() => world.close());

const people = () => world.ports.db.as(tester, async (tx) => (await tx.select().from(person)).length);
const told = (kind: string) =>
  world.ports.db.as(tester, async (tx) =>
    (await tx.select().from(notice)).filter((each) => each.kind === kind),
  );
const welcomed = async (cookie: string) =>
  (await (await open(cookie).get("/liff/welcome")).text()).includes("ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์");
const signIn = (login: string, password: string) => open().post("/liff/password", { login, password });

test("a number that registered in LINE is joined by its own phone: the same person, now with a password", async () => {
  await registered(world.ports, me);
  const before = await people();
  const { cookie } = await join(world, open, me);
  expect(await welcomed(cookie)).toBe(true);
  expect(await people()).toBe(before);
  expect((await signIn(me.citizenId, me.password)).status).toBe(303);
  const media = (await told("account_password_changed")).map(({ medium }) => medium);
  expect(media.sort()).toEqual(["line", "mail"]);
});

test("knowing a number and its names takes nothing over: another phone changes nothing, and the owner is told", async () => {
  await registered(world.ports, me);
  const stranger = { ...joiner(), citizenId: me.citizenId, firstName: me.firstName, lastName: me.lastName };
  const { sent, answer, cookie } = await join(world, open, stranger);
  expect(sent.headers.get("location")).toBe("/liff/join/otp");
  expect([answer.status, cookie]).toEqual([422, ""]);
  expect(await answer.text()).toContain("ยังลงทะเบียนทางนี้ไม่ได้");
  expect((await signIn(me.citizenId, stranger.password)).status).toBe(422);
  expect(await told("registration_elsewhere")).toHaveLength(1);
});

test("the phone on file with other names than those known takes nothing over", async () => {
  await registered(world.ports, me);
  const { answer } = await join(world, open, { ...me, firstName: "อื่น" });
  expect(answer.status).toBe(422);
  expect((await signIn(me.citizenId, me.password)).status).toBe(422);
});

test("until the OTP a known number, phone and e-mail are answered as unknown ones are", async () => {
  const { cookie: mine } = await join(world, open, me);
  await proveNewestEmail(world, open);
  expect(await welcomed(mine)).toBe(true);
  const known = joiner({ citizenId: me.citizenId, email: me.email });
  const answers = [];
  for (const who of [known, joiner()]) {
    const cookie = await acceptTerms(open);
    const sent = await open(cookie).post("/liff/join/form", await joinFields(world, who));
    const page = await (await open(cookie).get("/liff/join/otp")).text();
    answers.push([sent.status, sent.headers.get("location"), page.replace(/[A-Z]{4}|\d/g, "#").length]);
  }
  expect(answers[0]).toEqual(answers[1]);
});

test("whoever proves the phone of an account with a password and a proven e-mail is led to signing in", async () => {
  await join(world, open, me);
  await proveNewestEmail(world, open);
  world.clock.pass(61);
  const { answer } = await join(world, open, { ...me, password: "คนละรหัสกับที่ตั้งไว้ 77" });
  expect([answer.status, (await answer.text()).includes("คุณลงทะเบียนไว้แล้ว")]).toEqual([422, true]);
  expect((await signIn(me.citizenId, me.password)).status).toBe(303);
});

test("of two who join with one number at once one gets the account, and the other nothing", async () => {
  const ways = [];
  for (const who of [me, joiner({ citizenId: me.citizenId })]) {
    const cookie = await acceptTerms(open);
    await open(cookie).post("/liff/join/form", await joinFields(world, who));
    ways.push({ cookie, otp: await newestOtp(world) });
    world.clock.pass(1);
  }
  const ends = await Promise.all(ways.map(({ cookie, otp }) => open(cookie).post("/liff/join/otp", { otp })));
  expect(ends.map(({ status }) => status).sort()).toEqual([303, 422]);
});

test("one phone tries three numbers in a day and no more", async () => {
  for (let n = 0; n < 3; n++) {
    await join(world, open, joiner({ phone: me.phone }));
    world.clock.pass(61);
  }
  const { answer } = await join(world, open, joiner({ phone: me.phone }));
  expect([answer.status, cookieGiven(answer, citizenCookieName)]).toEqual([429, ""]);
});

test("an account of the web sees nothing that others wrote of the person until it is checked", async () => {
  const { cookie } = await join(world, open, me);
  for (const path of [
    "/liff/history",
    "/liff/companions",
    "/liff/scan",
    "/liff/account/looks",
    "/liff/privacy",
  ]) {
    const response = await open(cookie).get(path);
    expect([path, response.headers.get("location")]).toEqual([path, "/liff/welcome?told=not_checked"]);
  }
  expect((await open(cookie).get("/liff/home")).headers.get("location")).toBe("/liff/welcome");
  await world.ports.db.as({ kind: "gate" }, (tx) => tx.update(person).set({ assurance: "photo_checked" }));
  expect((await open(cookie).get("/liff/history")).status).toBe(200);
});

test("nothing for LINE is ever queued to a browser without it", async () => {
  const { cookie } = await join(world, open, me);
  await open(cookie).post("/liff/account/devices/end-others");
  await registered(world.ports, joiner());
  const all = await world.ports.db.as(tester, (tx) => tx.select().from(notice));
  expect(all.filter(({ medium, channel }) => medium === "line" && channel === "web")).toEqual([]);
  const users = await world.ports.db.as(tester, (tx) => tx.select().from(lineUser));
  expect(users.some(({ channel, personId }) => channel === "web" && personId !== null)).toBe(true);
});

test("who registered in LINE is asked only for what is missing, and keeps number, name and phone", async () => {
  const citizen = await registered(world.ports, me);
  const cookie = await citizenCookie(world, { ...citizen, unlocked: true });
  expect((await open(cookie).get("/liff/e-service")).status).toBe(200);
  expect((await open(cookie).get("/liff/welcome")).headers.get("location")).toMatch(/^\/liff\/join/);
  const accepted = { version: termsVersions[0].version, accepted: "yes" };
  const way = (await open(cookie).post("/liff/join/terms", accepted)).headers.get("location") ?? "";
  const page = await (await open(cookie).get(way)).text();
  expect(page).toContain("ข้อมูลที่เรามีแล้ว");
  expect(page).not.toContain('name="citizenId"');
  const { prefix, email, password } = me;
  const rest = { prefix, email, password, again: password, ...(await realAddress(world)) };
  const done = await open(cookie).post("/liff/join/form", { terms: accepted.version, ...rest });
  expect([done.status, done.headers.get("location")]).toEqual([303, "/liff/welcome"]);
  expect(await welcomed(cookie)).toBe(true);
  expect((await signIn(me.phone, password)).headers.get("location")).toBe("/liff/welcome");
});

test("what somebody joined with is not changed by joining again: a session left open moves no e-mail", async () => {
  const { cookie } = await join(world, open, me);
  const before = await told("account_email_proof");
  expect((await open(cookie).get("/liff/join/form?terms=x")).headers.get("location")).toBe("/liff/join");
  const version = termsVersions[0].version;
  const other = { prefix: "นาย", email: "other@example.com", ...(await realAddress(world)) };
  const posted = await open(cookie).post("/liff/join/form", { terms: version, ...other });
  expect(posted.headers.get("location")).toBe("/liff/welcome");
  expect(await told("account_email_proof")).toHaveLength(before.length);
  const page = await (await open(cookie).get("/liff/account/contact")).text();
  expect([page.includes(me.email), page.includes("other@example.com")]).toEqual([true, false]);
});

test("a LINE user nobody knows may link an account or register, and joins by neither the web's form nor its OTP", async () => {
  const visitor = await newVisitor(world.ports);
  const cookie = await citizenCookie(world, visitor);
  const page = await (await open(cookie).get("/liff/join")).text();
  expect(page).toContain("/liff/register?next=%2Fliff%2Fjoin");
  expect(page).toContain("/liff/password");
  for (const path of ["/liff/join/form", "/liff/join/otp", "/liff/join/terms"]) {
    const posted = await open(cookie).post(path, { version: termsVersions[0].version, accepted: "yes" });
    expect([path, posted.headers.get("location")]).toEqual([path, "/liff/join"]);
  }
});
