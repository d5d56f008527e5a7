import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../tests/support/companions.ts";
import { hangQr, haemodialysis, openFacility, type HungQr } from "../../tests/support/facilities.ts";
import { newVisitor, registered, somebody } from "../../tests/support/people.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let bench: CompanionBench;
let open: (cookie?: string) => TestBrowser;
let screen: HungQr;
let me: Citizen;
let mine: TestBrowser;

beforeAll(async () => {
  bench = await startCompanionBench();
  open = testApp(bench.world);
  const agencyId = await openFacility(bench.ports);
  screen = await hangQr(bench.ports, agencyId, "screen");
  me = await registered(bench.ports);
  mine = open(await citizenCookie(bench.world, me));
});
afterAll(() => bench.close());

const browserOf = async (citizen: Citizen) => open(await citizenCookie(bench.world, citizen));
const whereTo = (response: Response) => response.headers.get("location") ?? "";

/** Scans as the phone's own camera would, and lands on the confirmation. */
async function scan(browser: TestBrowser, token = screen.token()): Promise<string> {
  const arrived = await browser.get(`/q/${token}`);
  expect(arrived.status).toBe(303);
  return whereTo(arrived);
}

async function codeOf(browser: TestBrowser, path: string): Promise<string> {
  const page = await (await browser.get(path)).text();
  return /aria-label="รหัสเข้ารับบริการ ([^"]+)"/.exec(page)?.[1]?.replace(/[^P0-9]/g, "") ?? "";
}

test("the phone's own camera, not signed in, finds place, service and two ways on", async () => {
  const page = await (await open().get(`/Q/${screen.token()}`)).text();
  expect(page).toContain("โรงพยาบาลสมมติ");
  expect(page).toContain("เข้ารับบริการรักษาทั่วไป");
  expect(page).toMatch(/href="https:\/\/liff\.line\.me\/2000000002-AbcdEfgh\/ask\/[\w.-]+">.*เปิดใน LINE/s);
  expect(page).toMatch(/href="\/liff\/browser\?next=%2Fliff%2Fask%2F[\w.-]+"/);
});

test("signed in, the same link goes straight to the confirmation", async () => {
  const page = await (await mine.get(await scan(mine))).text();
  expect(page).toContain("โรงพยาบาลสมมติ");
  expect(page).toContain("ยืนยันการขอรับรหัส");
});

test("one tap gives the code; pressing twice, reloading and asking again give the same", async () => {
  const ask = await scan(mine);
  const [first, second] = [await mine.post(ask), await mine.post(ask)];
  expect(first.status).toBe(303);
  expect(whereTo(second)).toBe(whereTo(first));
  const code = await codeOf(mine, whereTo(first));
  expect(code).toMatch(/^PP\d{10}$/);
  expect(await codeOf(mine, whereTo(first))).toBe(code);
  expect(whereTo(await mine.post(await scan(mine)))).toBe(whereTo(first));
});

test("twenty posts of one request at once lead to one code", async () => {
  const citizen = await registered(bench.ports);
  const browser = await browserOf(citizen);
  const ask = await scan(browser);
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser.post(ask)));
  expect(new Set(answers.map(whereTo)).size).toBe(1);
  expect(await bench.superuser`select from service_code where person_id = ${citizen.personId}`).toHaveLength(
    1,
  );
});

test("the code's page shows code and QR, place and service, until when, and whom to call", async () => {
  const page = await (await mine.get(whereTo(await mine.post(await scan(mine))))).text();
  for (const words of ["โรงพยาบาลสมมติ", "ใช้ได้ถึง 21 พ.ย. 2569 23:59 น.", "tel:020000001", "QR ของรหัสนี้"]) {
    expect(page).toContain(words);
  }
});

test("a ticket survives registration and belongs to who opened it first", async () => {
  const visitor = await newVisitor(bench.ports);
  const newcomer = await browserOf({ ...visitor, kind: "citizen", personId: "", unlocked: false });
  const path = await scan(newcomer);
  const led = await newcomer.get(path);
  expect(whereTo(led)).toBe(`/liff/register?next=${encodeURIComponent(path)}`);
  const late = await mine.get(path);
  expect([late.status, (await late.text()).includes("มีผู้อื่นใช้การสแกนครั้งนี้ไปแล้ว")]).toEqual([422, true]);
});

test("a session without its PIN is led there and back, and issues nothing", async () => {
  const citizen = { ...(await registered(bench.ports)), unlocked: false };
  const browser = await browserOf(citizen);
  const path = await scan(browser);
  expect(whereTo(await browser.get(path))).toBe(`/liff/unlock?next=${encodeURIComponent(path)}`);
  expect(whereTo(await browser.post(path))).toMatch(/^\/liff\/unlock/);
  expect(await bench.superuser`select from service_code where person_id = ${citizen.personId}`).toHaveLength(
    0,
  );
});

test("a scan of ten minutes ago is refused with the way to a new one", async () => {
  const path = await scan(mine);
  bench.world.clock.pass(10 * 60);
  const browser = await browserOf(me);
  for (const response of [await browser.get(path), await browser.post(path)]) {
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("สแกนไว้เกิน 10 นาทีแล้ว");
    expect(page).toContain('href="/liff/scan"');
  }
  mine = browser;
});

test("a refused QR says why on its own page; the scanner's script gets the same sentence", async () => {
  const token = screen.token();
  bench.world.clock.pass(90);
  const page = await open().get(`/q/${token}`);
  expect([page.status, (await page.text()).includes("จอเปลี่ยน QR ทุก 30 วินาที")]).toEqual([422, true]);
  const answer = await mine.post("/liff/scan", { token }, { accept: "application/json" });
  expect([answer.status, await answer.json()]).toEqual([
    422,
    {
      title: "QR นี้หมดเวลาแล้ว เพราะจอเปลี่ยน QR ทุก 30 วินาที",
      next: "กรุณาสแกน QR บนจอที่เคาน์เตอร์อีกครั้ง",
    },
  ]);
});

test("the scanner's script is told where to go, a form is sent there", async () => {
  const answer = await mine.post("/liff/scan", { token: screen.token() }, { accept: "application/json" });
  expect((await answer.json()) as { to: string }).toMatchObject({
    to: expect.stringMatching(/^\/liff\/ask\//) as string,
  });
  expect(whereTo(await mine.post("/liff/scan", { token: screen.token() }))).toMatch(/^\/liff\/ask\//);
});

test("the short code is typed with spaces and Thai digits; a wrong one stays in its field", async () => {
  const thai = [...screen.shortCode()].map((digit) => String.fromCharCode(0x0e50 + Number(digit))).join(" ");
  expect(whereTo(await mine.post("/liff/scan", { shortCode: thai }))).toMatch(/^\/liff\/ask\//);
  const refused = await mine.post("/liff/scan", { shortCode: "12345678O" });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toContain('value="12345678O"');
  expect(page).toContain("หมายถึงเลข 0 หรือไม่");
});

test("asks for somebody who said yes, and only for services they said yes to", async () => {
  const mother = somebody({ firstName: "สมศรี" });
  const delegationId = await bench.agreed(me, mother);
  bench.world.clock.pass(90);
  const narrow = await bench.agreed(me, somebody(), { services: [haemodialysis] });
  const path = await scan(mine);
  const page = await (await mine.get(`${path}?for=${delegationId}`)).text();
  expect(page).toContain(`value="${delegationId}"`);
  expect(page).not.toContain(narrow);
  const asked = await mine.post(path, { for: delegationId });
  expect(whereTo(asked)).toMatch(new RegExp(`\\?for=${delegationId}$`));
  const refused = await mine.post(path, { for: narrow });
  expect([refused.status, (await refused.text()).includes("ไม่ได้ยินยอมสำหรับบริการนี้")]).toEqual([422, true]);
});
