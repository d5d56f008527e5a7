import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { startWalk, type Shown, type Walker } from "../../tests/support/page-walk.ts";
import { newVisitor, registered, somebody, type Typist } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { otpDigits } from "../../server/identity/otp.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let world: TestWorld;
let superuser: postgres.Sql;
let smsWorks: boolean;
let me: Typist;
let citizen: Citizen;
let mine: Walker;
beforeAll(async () => {
  const sms = {
    send: () => Promise.resolve({ kind: "sent" } as const),
    get available() {
      return smsWorks;
    },
  };
  const cardRegistry = { check: () => Promise.resolve("normal" as const) };
  world = await testWorld({ sms, cardRegistry, pinHash: lightPinHash });
  superuser = postgres(world.database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});
beforeEach(async () => {
  smsWorks = true;
  world.clock.pass(25 * 60 * 60);
  me = somebody();
  citizen = await registered(world.ports, me);
  mine = await startWalk(world, { ...citizen, unlocked: false });
});

async function lastOtp(): Promise<string> {
  const [row] = await superuser<
    { id: string }[]
  >`select id from otp where line_user_id = ${citizen.lineUserId}
    and purpose = 'recovery' order by created_at desc limit 1`;
  return otpDigits(world.ports.keys.otp, row?.id ?? "");
}

const card = () => ({ citizenId: me.citizenId, laserCode: me.laserCode });
const stepOf = ({ html }: Shown) => /action="\/liff\/recover\/([a-z_]+)[?"]/.exec(html)?.[1];

test("card, OTP and a new PIN twice set it, unlock the session and lead on", async () => {
  const query = `?next=${encodeURIComponent("/liff/history")}`;
  const before = mine.cookie();
  const pages = [
    await mine.open(`/liff/recover${query}`),
    await mine.send(`/liff/recover/card${query}`, card()),
    await mine.send(`/liff/recover/otp${query}`, { otp: await lastOtp() }),
    await mine.send(`/liff/recover/pin${query}`, { pin: "602839" }),
  ];
  expect(pages.map(stepOf)).toEqual(["card", "otp", "pin", "pin_again"]);
  const done = await mine.send(`/liff/recover/pin_again${query}`, { pin: "602839" });
  expect(done.html).toContain("ตั้งรหัสผ่าน 6 หลักใหม่แล้ว");
  expect(done.html).toContain('href="/liff/history"');
  expect(mine.cookie()).not.toBe(before);
  expect((await mine.open("/liff/history")).at).toBe("/liff/history");
});

test("the page of the OTP names the phone on file, masked, and its reference", async () => {
  const { html } = await mine.send("/liff/recover/card", card());
  expect(html.replaceAll("\u2060", "")).toContain(`${me.phone.slice(0, 2)}x-xxx-${me.phone.slice(-4)}`);
  expect(html).toMatch(/รหัสอ้างอิง <strong class="kept">[A-Z]{4}</);
  expect(html.includes(me.phone.slice(2, 6))).toBe(false);
});

test("a card that is not this account's is refused on its own page, and what was typed is still there", async () => {
  await mine.send("/liff/recover/card", card());
  const again = await mine.open("/liff/recover?again=1");
  expect(stepOf(again)).toBe("card");
  const wrong = { citizenId: somebody().citizenId, laserCode: me.laserCode };
  const refused = await mine.send("/liff/recover/card", wrong);
  expect([refused.status, stepOf(refused)]).toEqual([422, "card"]);
  expect(refused.html).toContain("ไม่ตรงกับบัญชีนี้");
  expect(refused.html).toContain(`value="${wrong.citizenId}"`);
});

test("both fields are judged at once, each at its place", async () => {
  const { html } = await mine.send("/liff/recover/card", { citizenId: "12", laserCode: "" });
  expect(html).toContain('href="#citizenId"');
  expect(html).toContain('href="#laserCode"');
});

test("another OTP waits its minute, then replaces the first and says so", async () => {
  await mine.send("/liff/recover/card", card());
  const first = await lastOtp();
  const early = await mine.send("/liff/recover/resend");
  expect([early.status, early.html]).toEqual([422, expect.stringContaining("ขอใหม่ได้หลัง")]);
  world.clock.pass(60);
  expect((await mine.send("/liff/recover/resend")).html).toContain("ส่งรหัสใหม่แล้ว");
  expect(await lastOtp()).not.toBe(first);
});

test("an OTP that has expired is not asked for any more: the way on is another one", async () => {
  await mine.send("/liff/recover/card", card());
  world.clock.pass(300);
  const { html } = await mine.open("/liff/recover");
  expect(html).toContain("หมดอายุแล้ว");
  expect(html).not.toContain('name="otp"');
});

test("after a quarter of an hour the walk starts over and says why", async () => {
  await mine.send("/liff/recover/card", card());
  await mine.send("/liff/recover/otp", { otp: await lastOtp() });
  world.clock.pass(15 * 60 + 1);
  const stale = await mine.send("/liff/recover/pin", { pin: "602839" });
  expect([stale.status, stepOf(stale)]).toEqual([422, "card"]);
  expect(stale.html).toContain("พักไว้นานเกินไป");
});

test("a PIN that is not repeated is chosen anew, and none ever comes back in a page", async () => {
  await mine.send("/liff/recover/card", card());
  await mine.send("/liff/recover/otp", { otp: await lastOtp() });
  await mine.send("/liff/recover/pin", { pin: "602839" });
  const differs = await mine.send("/liff/recover/pin_again", { pin: "602830" });
  expect([differs.status, stepOf(differs)]).toEqual([422, "pin"]);
  expect(differs.html).toContain("สองครั้งไม่เหมือนกัน");
  expect(differs.html.includes("602830")).toBe(false);
});

test("steps are not skipped by posting, and who has no account is led to registration", async () => {
  expect(stepOf(await mine.send("/liff/recover/pin_again", { pin: "602839" }))).toBe("card");
  const visitor = await startWalk(world, await newVisitor(world.ports));
  expect((await visitor.open("/liff/recover")).at).toMatch(/^\/liff\/register/);
  expect((await visitor.send("/liff/recover/pin", { pin: "602839" })).at).toMatch(/^\/liff\/register/);
});

test("without a gateway the first page says so", async () => {
  smsWorks = false;
  expect((await mine.open("/liff/recover")).html).toContain("ขณะนี้ส่ง SMS ไม่ได้");
});
