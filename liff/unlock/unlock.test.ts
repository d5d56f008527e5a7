import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, cookieGiven, testApp } from "../../tests/support/app.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { startWalk, type Walker } from "../../tests/support/page-walk.ts";
import { newVisitor, registered, somebody, type Typist } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let world: TestWorld;
let me: Typist;
let citizen: Citizen;
let mine: Walker;
beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.pass(25 * 60 * 60);
  me = somebody();
  citizen = { ...(await registered(world.ports, me)), unlocked: false };
  mine = await startWalk(world, citizen);
});

const next = `?next=${encodeURIComponent("/liff/history")}`;
const wrong = () => mine.send("/liff/unlock", { pin: "200001" });

test("a page behind the PIN asks for it, and is shown after it under a new cookie", async () => {
  const asked = await mine.open("/liff/history");
  expect(asked.at).toBe(`/liff/unlock${next}`);
  const before = mine.cookie();
  expect((await mine.send(`/liff/unlock${next}`, { pin: me.pin })).at).toBe("/liff/history");
  expect(mine.cookie()).not.toBe(before);
});

test("the cookie from before the PIN is worth nothing after it", async () => {
  const before = mine.cookie();
  await mine.send("/liff/unlock", { pin: me.pin });
  const old = await testApp(world)(before).get("/liff/home");
  expect(await old.text()).toContain('data-entry="waiting"');
});

test("the PIN opens for fifteen minutes of use, and never past the twelve hours", async () => {
  await mine.send("/liff/unlock", { pin: me.pin });
  world.clock.pass(14 * 60);
  expect((await mine.open("/liff/home")).at).toBe("/liff/home");
  world.clock.pass(14 * 60);
  expect((await mine.open("/liff/home")).at).toBe("/liff/home");
  world.clock.pass(15 * 60);
  expect((await mine.open("/liff/home")).at).toMatch(/^\/liff\/unlock/);
  await mine.send("/liff/unlock", { pin: me.pin });
  for (let past = 0; past < 12 * 60; past += 14) {
    world.clock.pass(14 * 60);
    await mine.open("/liff/home");
  }
  expect((await mine.open("/liff/home")).html).toContain('data-entry="waiting"');
});

test("a wrong PIN is refused in words, and never comes back in the page", async () => {
  const page = await wrong();
  expect(page.status).toBe(422);
  expect(page.html).toContain("เหลืออีก 9 ครั้ง");
  expect(page.html.includes("200001")).toBe(false);
  expect((await mine.send("/liff/unlock", { pin: "12" })).html).toContain("ตอนนี้มี 2 หลัก");
});

test("the fifth wrong one says from when another may be tried", async () => {
  for (let tried = 0; tried < 5; tried += 1) await wrong();
  const waits = await mine.send("/liff/unlock", { pin: me.pin });
  expect([waits.status, waits.html]).toEqual([
    422,
    expect.stringMatching(/ลองใหม่ได้หลัง \d+\s\S{4,6}\s\d{4}\s\d\d:\d\d\sน\./),
  ]);
  const seen = await mine.open("/liff/unlock");
  expect([seen.status, seen.html]).toEqual([200, expect.stringContaining("ลองใหม่ได้หลัง")]);
});

test("a disabled PIN is not asked for any more: the page leads to a new one, and so does coming back", async () => {
  for (let tried = 0; tried < 10; tried += 1) {
    await wrong();
    world.clock.pass(3_600);
  }
  for (const page of [await mine.send("/liff/unlock", { pin: me.pin }), await mine.open("/liff/unlock")]) {
    expect(page.html).toContain("รหัสผ่านนี้ถูกปิด");
    expect(page.html).not.toContain('name="pin"');
    expect(page.html).toContain('href="/liff/recover"');
  }
});

test("who has no account is led to registration, and who is unlocked already goes on", async () => {
  const visitor = await startWalk(world, await newVisitor(world.ports));
  expect((await visitor.open("/liff/unlock")).at).toMatch(/^\/liff\/register/);
  expect((await visitor.send("/liff/unlock", { pin: me.pin })).at).toMatch(/^\/liff\/register/);
  await mine.send("/liff/unlock", { pin: me.pin });
  expect((await mine.open(`/liff/unlock${next}`)).at).toBe("/liff/history");
});

test("a way on that is not ours is dropped", async () => {
  const away = `?next=${encodeURIComponent("https://evil.example/liff/home")}`;
  expect((await mine.send(`/liff/unlock${away}`, { pin: me.pin })).at).toBe("/liff/home");
});

test("a PIN posted from another site is forbidden, and counts as no try", async () => {
  const answer = await testApp(world)(await citizenCookie(world, citizen)).post(
    "/liff/unlock",
    { pin: me.pin },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  );
  expect([answer.status, cookieGiven(answer, "__Host-citizen")]).toEqual([403, ""]);
  expect((await wrong()).html).toContain("เหลืออีก 9 ครั้ง");
});
