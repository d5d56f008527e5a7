import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../tests/support/companions.ts";
import { generalCare, hangQr, openFacility, type HungQr } from "../../tests/support/facilities.ts";
import { granted, registered, somebody } from "../../tests/support/people.ts";
import { staffAt } from "../../tests/support/two-facilities.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { askCode } from "../../server/visits/actions/ask-code.ts";
import { cancelCodeHere } from "../../server/visits/actions/cancel-code-here.ts";
import { takeScan } from "../../server/visits/actions/take-scan.ts";

let bench: CompanionBench;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let screen: HungQr;
let me: Citizen;
let mine: TestBrowser;
const whoIAm = somebody({ firstName: "มานี", lastName: "มีตา" });

beforeAll(async () => {
  bench = await startCompanionBench();
  open = testApp(bench.world);
  agencyId = await openFacility(bench.ports);
  screen = await hangQr(bench.ports, agencyId, "screen");
  me = await registered(bench.ports, whoIAm);
  mine = open(await citizenCookie(bench.world, me));
});
afterAll(() => bench.close());

async function ask(citizen: Citizen, delegationId: string | null = null): Promise<string> {
  const { ticket } = await granted(takeScan(bench.ports, { kind: "gate" }, { token: screen.token() }));
  return (await granted(askCode(bench.ports, citizen, { ticket, delegationId }))).codeId;
}

let written = 9_000_000_000;

/** Codes of earlier days, one a day at ten in the morning, written as they were left. */
async function past(citizen: Citizen, days: number): Promise<void> {
  const { random } = bench.ports;
  for (let back = 1; back <= days; back += 1) {
    const at = new Date(Date.parse("2026-11-21T10:00:00+07:00") - back * 86_400_000);
    const day = at.toISOString().slice(0, 10);
    const [visit, code] = [random.uuid(), random.uuid()];
    await bench.superuser.begin(async (sql) => {
      await sql`insert into service_code (person_id, id, visit_id, agency_id, service_type, day, code, status,
          asked_by, request_key, issued_at, expires_at)
        values (${citizen.personId}, ${code}, ${visit}, ${agencyId}, ${generalCare}, ${day},
          ${`PP${(written += 1)}`}, 'expired', ${citizen.personId}, ${code}, ${at}, ${at})`;
      await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at, confirmed_at)
        values (${citizen.personId}, ${visit}, ${agencyId}, ${day}, 'confirmed', 'line_qr',
          ${citizen.personId}, ${at}, ${at})`;
    });
  }
}

const codesIn = (page: string) =>
  [...page.replace(/<[^>]+>/g, "").matchAll(/PP\s\d{4}\s\d{3}\s\d{3}/g)].map(([code]) => code);

test("home names the citizen, masks the number, and lists today's codes", async () => {
  await ask(me);
  const page = await (await mine.get("/liff/home")).text();
  expect(page).toContain("มานี");
  expect(page).toMatch(/1-xxxx-xxxxx-\d{2}-\d/);
  expect(page).not.toContain(whoIAm.citizenId);
  expect(codesIn(page)).toHaveLength(1);
  expect(page).toContain("พร้อมใช้");
});

test("a code is cancelled after a question, told in the chat, audited, and cannot be shown as good", async () => {
  const citizen = await registered(bench.ports);
  const browser = open(await citizenCookie(bench.world, citizen));
  const codeId = await ask(citizen);
  expect(await (await browser.get(`/liff/code/${codeId}/cancel`)).text()).toContain("ยืนยันการยกเลิก");
  const cancelled = await browser.post(`/liff/code/${codeId}/cancel`);
  expect(cancelled.headers.get("location")).toBe(`/liff/code/${codeId}?cancelled=1`);
  const page = await (await browser.get(`/liff/code/${codeId}?cancelled=1`)).text();
  expect(page).toContain("ยกเลิกรหัสแล้ว");
  expect(page).not.toContain("QR ของรหัสนี้");
  const { superuser } = bench;
  expect(await superuser`select kind from notice where refs->>'codeId' = ${codeId} order by kind`).toEqual([
    { kind: "code_cancelled" },
    { kind: "code_issued" },
  ]);
  expect(
    await superuser`select actor_id from audit_entry
      where subject_id = ${codeId} and action = 'service_code.cancelled'`,
  ).toEqual([{ actor_id: citizen.personId }]);
});

test("cancelling twice at once tells once, and asking again gives another code", async () => {
  const citizen = await registered(bench.ports);
  const browser = open(await citizenCookie(bench.world, citizen));
  const codeId = await ask(citizen);
  const path = `/liff/code/${codeId}/cancel`;
  await Promise.all([browser.post(path), browser.post(path), browser.post(path)]);
  expect(
    await bench.superuser`select from notice where kind = 'code_cancelled' and refs->>'codeId' = ${codeId}`,
  ).toHaveLength(1);
  expect(await ask(citizen)).not.toBe(codeId);
});

test("a code the counter has used is not cancelled, and the page says why", async () => {
  const citizen = await registered(bench.ports);
  const browser = open(await citizenCookie(bench.world, citizen));
  const codeId = await ask(citizen);
  await bench.superuser`update service_code set status = 'used' where id = ${codeId}`;
  const refused = await browser.post(`/liff/code/${codeId}/cancel`);
  expect([refused.status, (await refused.text()).includes("เคาน์เตอร์ใช้รหัสนี้แล้ว")]).toEqual([422, true]);
  expect(await (await browser.get(`/liff/code/${codeId}`)).text()).not.toContain("/cancel");
});

test("after midnight in Bangkok the code shows as expired though nobody swept it", async () => {
  const citizen = await registered(bench.ports);
  const codeId = await ask(citizen);
  const now = bench.world.clock.now();
  bench.world.clock.set(new Date("2026-11-22T00:00:01+07:00"));
  const browser = open(await citizenCookie(bench.world, citizen));
  const page = await (await browser.get(`/liff/code/${codeId}`)).text();
  expect(page).toContain("หมดอายุ");
  expect(page).not.toContain("QR ของรหัสนี้");
  expect(codesIn(await (await browser.get("/liff/home")).text())).toHaveLength(0);
  bench.world.clock.set(now);
});

test("somebody else's code is not found: not seen, not cancelled, under no delegation of others", async () => {
  const [other, third] = [await registered(bench.ports), await registered(bench.ports)];
  const codeId = await ask(other);
  const foreign = await bench.agreed(third, somebody());
  for (const path of [
    `/liff/code/${codeId}`,
    `/liff/code/${codeId}?for=${foreign}`,
    `/liff/code/${codeId}/cancel`,
    `/liff/for/${foreign}`,
    `/liff/history?for=${foreign}`,
    "/liff/code/1",
    "/liff/code/1?for=2",
    "/liff/for/x",
  ]) {
    expect([path, (await mine.get(path)).status]).toEqual([path, 404]);
  }
  expect((await mine.post(`/liff/code/${codeId}/cancel`)).status).toBe(404);
  const [row] = await bench.superuser`select status from service_code where id = ${codeId}`;
  expect(row).toEqual({ status: "issued" });
});

test("a code that the facility cancelled shows why on its page", async () => {
  const citizen = await registered(bench.ports);
  const codeId = await ask(citizen);
  const admin = staffAt(bench.ports, agencyId, "facility_admin");
  await granted(cancelCodeHere(bench.ports, admin, { codeId, reason: "บันทึกผิดคน" }));
  const browser = open(await citizenCookie(bench.world, citizen));
  expect(await (await browser.get(`/liff/code/${codeId}`)).text()).toContain("บันทึกผิดคน");
});

test("the history goes back page by page, each code once, the latest first", async () => {
  const citizen = await registered(bench.ports);
  await past(citizen, 45);
  const browser = open(await citizenCookie(bench.world, citizen));
  const seen: string[] = [];
  let path: string | null = "/liff/history";
  for (let pages = 0; path !== null; pages += 1) {
    expect(pages).toBeLessThan(4);
    const page: string = await (await browser.get(path)).text();
    seen.push(...codesIn(page));
    path = /href="(\/liff\/history\?after=[^"]+)"/.exec(page)?.[1] ?? null;
  }
  expect(seen).toHaveLength(45);
  expect(new Set(seen).size).toBe(45);
  expect(seen).toEqual([...seen].sort());
});

test("the history of one month holds that month only", async () => {
  const citizen = await registered(bench.ports);
  await past(citizen, 30);
  const browser = open(await citizenCookie(bench.world, citizen));
  const page = await (await browser.get("/liff/history?month=2026-10")).text();
  expect(codesIn(page)).toHaveLength(10);
  expect(page).toContain("ตุลาคม 2569");
  expect(page).not.toMatch(/\d+ พ\.ย\. 2569/);
});

test("a companion's page shows them, who asks, and their codes; cancelling tells both", async () => {
  const delegationId = await bench.agreed(me, somebody());
  const codeId = await ask(me, delegationId);
  const page = await (await mine.get(`/liff/for/${delegationId}`)).text();
  expect(codesIn(page)).toHaveLength(1);
  expect(page).toContain("มานี");
  expect((await mine.get(`/liff/code/${codeId}`)).status).toBe(404);
  expect((await mine.get(`/liff/code/${codeId}?for=${delegationId}`)).status).toBe(200);
  expect(codesIn(await (await mine.get(`/liff/history?for=${delegationId}`)).text())).toHaveLength(1);
  const cancelled = await mine.post(`/liff/code/${codeId}/cancel?for=${delegationId}`);
  expect(cancelled.status).toBe(303);
  const told = await bench.superuser`select line_user_id from notice
    where kind = 'code_cancelled' and refs->>'codeId' = ${codeId}`;
  expect(told.map((notice) => notice["line_user_id"] as string)).toContain(me.lineUserId);
});
