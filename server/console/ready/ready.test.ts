import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { wordsIn } from "../../words/words.ts";
import { sayings } from "../client/ready/checks.ts";

let world: TestWorld;
let clerk: TestBrowser;
let nobody: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  const open = testApp(world);
  nobody = open();
  clerk = open(await staffCookie(world, open(), await openFacility(world.ports)));
});
afterAll(() => world.close());

test.each(["th", "en"] as const)(
  "whatever the page's script says of a check has a sentence in %s",
  (language) => {
    expect(Object.keys(wordsIn(language).ready.say).sort()).toEqual([...sayings].sort());
  },
);

test("the checklist names every step, and may ask the card program and nothing else outside", async () => {
  const page = await clerk.get("/console/ready");
  const text = await page.text();
  for (const step of ["ขอสิทธิเข้าใช้แล้ว", "PIN", "Start Service", "PC/SC", "นาฬิกา", "ลองอ่านบัตร"]) {
    expect(text).toContain(step);
  }
  expect(page.headers.get("content-security-policy")).toContain("connect-src 'self' http://localhost:8189;");
});

test("the system's time is told to whoever is in, and to nobody else", async () => {
  const told = await clerk.get("/console/ready/now");
  expect(await told.json()).toEqual({ now: world.clock.now().getTime() });
  expect((await nobody.get("/console/ready/now")).status).toBe(401);
});
