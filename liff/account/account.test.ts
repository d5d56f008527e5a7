import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../tests/support/companions.ts";
import { newVisitor, registered, somebody, type Typist } from "../../tests/support/people.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { formatCitizenId, parseCitizenId } from "../../server/kernel/citizen-id.ts";

let bench: CompanionBench;
let open: (cookie?: string) => TestBrowser;
let me: Typist;
let citizen: Citizen;
let mine: TestBrowser;
beforeAll(async () => {
  bench = await startCompanionBench();
  open = testApp(bench.world);
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.world.clock.pass(25 * 60 * 60);
  me = somebody({ firstName: "มานี", lastName: "รักเรียน" });
  citizen = await registered(bench.ports, me);
  mine = open(await citizenCookie(bench.world, citizen));
});

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const whereTo = async (answer: Promise<Response>) => (await answer).headers.get("location");

function wholeNumber(): string {
  const id = parseCitizenId(me.citizenId);
  return id.ok ? formatCitizenId(id.value) : "";
}

test("the account shows name, masked number and phone, and the rung with what to do", async () => {
  const page = await textOf(mine.get("/liff/account"));
  expect(page).toContain("มานี รักเรียน");
  expect(page).toMatch(/\d-xxxx-xxxxx-\d\d-\d/);
  expect(page).toMatch(/08x-xxx-\d{4}/);
  expect(page).toContain("ขั้นที่ 3 จาก 5");
  expect(page).not.toContain(wholeNumber());
});

test("the whole number is on its own page, and that it was shown is on record", async () => {
  expect(await textOf(mine.get("/liff/account/number"))).toContain(wholeNumber());
  const [shown] = await bench.superuser`
    select count(*)::int from audit_entry where person_id = ${citizen.personId} and action = 'person.number_shown'`;
  expect(shown).toEqual({ count: 1 });
});

test("withdrawing consent signs every device out, and coming back asks for the yes again", async () => {
  const other = open(await citizenCookie(bench.world, citizen));
  expect(await textOf(mine.get("/liff/account/consent"))).toContain("คุณยอมรับเมื่อ");
  expect(await textOf(mine.get("/liff/account/consent/withdraw"))).toContain("กลับมาได้ทุกเมื่อ");
  bench.world.clock.pass(1);
  const withdrawn = await mine.post("/liff/account/consent/withdraw");
  expect(withdrawn.headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await withdrawn.text()).toContain("ถอนความยินยอมแล้ว");
  for (const browser of [mine, other]) {
    expect(await textOf(browser.get("/liff/account"))).not.toContain("มานี");
  }
  const back = open(await citizenCookie(bench.world, citizen));
  expect(await textOf(back.get("/liff/account"))).toContain("ให้ความยินยอมอีกครั้ง");
  const [, version] =
    /name="version" value="([^"]+)"/.exec(await textOf(back.get("/liff/account/consent"))) ?? [];
  bench.world.clock.pass(1);
  const given = back.post("/liff/account/consent", { version: version ?? "" });
  expect(await whereTo(given)).toBe("/liff/account?done=consent_given");
  expect(await textOf(back.get("/liff/account"))).not.toContain("ให้ความยินยอมอีกครั้ง");
});

test("another device is ended by its button; one that is not theirs is not found", async () => {
  const other = open(await citizenCookie(bench.world, citizen));
  const page = await textOf(mine.get("/liff/account/devices"));
  const [, id] = /\/liff\/account\/devices\/([0-9a-f-]{36})\/end/.exec(page) ?? [];
  const stranger = open(await citizenCookie(bench.world, await registered(bench.ports)));
  expect((await stranger.post(`/liff/account/devices/${id ?? ""}/end`)).status).toBe(404);
  const ended = mine.post(`/liff/account/devices/${id ?? ""}/end`);
  expect(await whereTo(ended)).toBe("/liff/account/devices?done=device_ended");
  expect(await textOf(mine.get("/liff/account"))).toContain("มานี");
  expect((await mine.post("/liff/account/devices/not-an-id/end")).status).toBe(404);
  await mine.post("/liff/account/devices/end-others");
  expect(await textOf(other.get("/liff/account"))).not.toContain("มานี");
});

test("a refused PIN form gives back nothing that was typed", async () => {
  const refused = await mine.post("/liff/account/pin", {
    oldPin: "200001",
    newPin: "852047",
    againPin: "852047",
  });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain("รหัสผ่านไม่ถูกต้อง เหลืออีก 9 ครั้ง");
  for (const typed of ["200001", "852047"]) expect(page).not.toContain(typed);
  const changed = mine.post("/liff/account/pin", { oldPin: me.pin, newPin: "852047", againPin: "852047" });
  expect(await whereTo(changed)).toBe("/liff/account?done=pin_changed");
});

test("another phone is proven step by step, and a change that is over begins anew", async () => {
  const { phone } = somebody();
  const started = mine.post("/liff/account/phone", { phone, proof: me.pin });
  const page = (await whereTo(started)) ?? "";
  const changeId = page.split("/").at(-1) ?? "";
  expect(await textOf(mine.get(page))).toContain("ยืนยันหมายเลขใหม่");
  const early = await mine.post(page, { otp: "000000" });
  expect(early.status).toBe(422);
  await mine.post(page, { otp: await bench.digits(changeId, "phone_new") });
  expect(await textOf(mine.get(page))).toContain("ยืนยันหมายเลขเดิม");
  const done = mine.post(page, { otp: await bench.digits(changeId, "phone_old") });
  expect(await whereTo(done)).toBe("/liff/account?done=phone_changed");
  expect(await whereTo(mine.get(page))).toBe("/liff/account/phone?done=over");
  expect(await textOf(mine.get("/liff/account/phone?done=over"))).toContain("หมดเวลา");
});

test("a refused phone keeps the number and never the PIN", async () => {
  const refused = await mine.post("/liff/account/phone", { phone: "021234567", proof: me.pin });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('value="021234567"');
  expect(page).not.toContain(me.pin);
});

test("language and text size are kept for citizen and visitor, and lead only to pages of ours", async () => {
  const visitor = await newVisitor(bench.ports);
  const fresh = open(
    await citizenCookie(bench.world, { ...visitor, kind: "citizen", personId: "", unlocked: false }),
  );
  for (const browser of [mine, fresh]) {
    await browser.post("/liff/look", { language: "en", next: "/liff/home" });
    await browser.post("/liff/look", { largeText: "1" });
    const kept = await textOf(browser.get(browser === mine ? "/liff/account" : "/liff/register/consent"));
    expect(kept).toContain('<html lang="en" class="citizen large-text">');
  }
  const elsewhere = mine.post("/liff/look", { language: "th", next: "https://evil.example/liff/" });
  expect(await whereTo(elsewhere)).toBe("/liff/home");
  await mine.post("/liff/look", { language: "xx", largeText: "huge" });
  expect(await textOf(mine.get("/liff/account"))).toContain('<html lang="th" class="citizen large-text">');
});
