import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../tests/support/companions.ts";
import { hangQr, openFacility, type HungQr } from "../../tests/support/facilities.ts";
import { newVisitor, registered, somebody } from "../../tests/support/people.ts";
import type { Citizen, Visitor } from "../../server/kernel/actor.ts";
import { takeHandOver } from "../../server/visits/actions/take-hand-over.ts";

let bench: CompanionBench;
let screen: HungQr;
let agencyId: string;

beforeAll(async () => {
  bench = await startCompanionBench();
  agencyId = await openFacility(bench.ports);
  screen = await hangQr(bench.ports, agencyId, "screen");
});
afterAll(() => bench.close());

const handOverHref = 'href="/liff/hand-over/new/';
const whereTo = (response: Response) => response.headers.get("location") ?? "";

async function browserOf(who: Citizen | Visitor): Promise<TestBrowser> {
  return testApp(bench.world)(await citizenCookie(bench.world, who));
}

/** Scans, and follows the calm link of the page that comes, wherever that is. */
async function offered(browser: TestBrowser): Promise<string> {
  let path = whereTo(await browser.get(`/q/${screen.token()}`));
  for (let hops = 0; hops < 4; hops += 1) {
    const answer = await browser.get(path);
    if (answer.status !== 303) {
      return /href="(\/liff\/hand-over\/new\/[\w.-]+)"/.exec(await answer.text())?.[1] ?? "";
    }
    path = whereTo(answer);
  }
  throw new Error("scanning leads round in circles");
}

const shownNumber = async (browser: TestBrowser) =>
  /aria-label="เลขส่งต่อ ([\d ,]+)"/
    .exec(await (await browser.get("/liff/hand-over")).text())?.[1]
    ?.replace(/\D/g, "");

test("before the PIN and after it, the page a scan leads to has the way to the counter", async () => {
  const citizen = await registered(bench.ports);
  for (const who of [citizen, { ...citizen, unlocked: false }]) {
    const browser = await browserOf(who);
    const path = await offered(browser);
    const page = await (await browser.get(path)).text();
    expect(page).toContain("โรงพยาบาลสมมติ");
    expect(page).toContain("ขอเลขส่งต่อ");
  }
});

test("somebody who registers finds it at every step from the consent on, and says that a draft is handed over", async () => {
  const browser = await browserOf(await newVisitor(bench.ports));
  const path = whereTo(await browser.get(`/q/${screen.token()}`));
  const consent = whereTo(await browser.get(whereTo(await browser.get(path))));
  const consentText = await (await browser.get(consent)).text();
  expect(consentText).toContain(handOverHref);
  const version = /name="version" value="([^"]+)"/.exec(consentText)?.[1] ?? "";
  const number = whereTo(await browser.post(consent, { version, answer: "given" }));
  const link = /href="(\/liff\/hand-over\/new\/[\w.-]+)"/.exec(await (await browser.get(number)).text())?.[1];
  expect(await (await browser.get(link ?? "")).text()).toContain("สิ่งที่กรอกไว้แล้ว");
});

test("wherever the phone stops after a scan, the way to the counter stands there", async () => {
  const visitor = await browserOf(await newVisitor(bench.ports));
  const ticket = whereTo(await visitor.get(`/q/${screen.token()}`));
  const query = `?next=${encodeURIComponent(ticket)}`;
  for (const page of ["/liff/register/declined", "/liff/register/elsewhere"]) {
    expect(await (await visitor.get(`${page}${query}`)).text()).toContain(handOverHref);
    expect(await (await visitor.get(page)).text()).not.toContain(handOverHref);
  }
  const locked = await browserOf({ ...(await registered(bench.ports)), unlocked: false });
  for (const page of ["/liff/unlock", "/liff/recover"]) {
    expect(await (await locked.get(`${page}${query}`)).text()).toContain(handOverHref);
  }
});

test("a code that was refused for a missing yes can still be asked for at the counter", async () => {
  const browser = await browserOf(await registered(bench.ports));
  const path = whereTo(await browser.get(`/q/${screen.token()}`));
  await browser.get(path);
  const refused = await browser.post(path, { for: bench.ports.random.uuid() });
  expect([refused.status, (await refused.text()).includes(handOverHref)]).toEqual([422, true]);
});

test("one tap gives six digits and until when; the page follows what staff do with them", async () => {
  const browser = await browserOf(await registered(bench.ports));
  const path = await offered(browser);
  expect(whereTo(await browser.post(path))).toBe("/liff/hand-over");
  const page = await (await browser.get("/liff/hand-over")).text();
  expect(page).toContain("ใช้ได้ถึง");
  expect(page).toContain('data-state="waiting"');
  const numberText = (await shownNumber(browser)) ?? "";
  expect(numberText).toMatch(/^\d{6}$/);
  const clerk = {
    kind: "staff",
    staffId: bench.ports.random.uuid(),
    agencyId,
    level: "clerk",
  } as const;
  expect((await takeHandOver(bench.ports, clerk, { numberText })).ok).toBe(true);
  expect(await (await browser.get("/liff/hand-over/state")).json()).toEqual({ state: "taken" });
  expect(await (await browser.get("/liff/hand-over")).text()).toContain("เจ้าหน้าที่รับเลขแล้ว");
});

test("a number is taken back, and the page says what to do instead", async () => {
  const browser = await browserOf(await registered(bench.ports));
  await browser.post(await offered(browser));
  expect(whereTo(await browser.post("/liff/hand-over/withdraw"))).toBe("/liff/hand-over");
  const page = await (await browser.get("/liff/hand-over")).text();
  expect(page).toContain("ตอนนี้ไม่มีเลขส่งต่อที่ใช้ได้");
  expect(await (await browser.get("/liff/hand-over/state")).json()).toEqual({ state: "over" });
});

test("a citizen chooses for whom; somebody who did not say yes is refused with the way on", async () => {
  const asker = await registered(bench.ports);
  const typist = somebody();
  const yes = await bench.agreed(asker, typist);
  const browser = await browserOf(asker);
  const path = await offered(browser);
  expect(await (await browser.get(path)).text()).toContain(`value="${yes}"`);
  expect(whereTo(await browser.post(path, { for: yes }))).toBe("/liff/hand-over");
  const refused = await browser.post(path, { for: bench.ports.random.uuid() });
  expect([refused.status, (await refused.text()).includes("ไม่มีความยินยอม")]).toEqual([422, true]);
});

test("a scan of somebody else, a forged one and one too late give no number", async () => {
  const [one, two] = [
    await browserOf(await registered(bench.ports)),
    await browserOf(await registered(bench.ports)),
  ];
  const path = await offered(one);
  expect((await two.post(path)).status).toBe(422);
  expect((await two.post("/liff/hand-over/new/forged.ticket")).status).toBe(422);
  bench.world.clock.pass(10 * 60);
  const late = await one.post(path);
  expect([late.status, (await late.text()).includes("สแกนไว้เกิน 10 นาทีแล้ว")]).toEqual([422, true]);
});
