import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { generalCare, haemodialysis, openFacility } from "../../../tests/support/facilities.ts";
import { layPerson, layVisit } from "../../../tests/support/lay-visits.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { claimsAPage } from "../../visits/actions/see-claims.ts";
import { historyRowsAPage } from "../../visits/actions/see-person-history.ts";

let world: TestWorld;
let clerk: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  const open = testApp(world);
  clerk = open(await staffCookie(world, open(), await openFacility(world.ports)));
  stranger = open(await staffCookie(world, open(), await openFacility(world.ports, { hcode: "99902" })));
});
afterAll(() => world.close());

let made = 0;
/** A visit at the counter by card; answers its page in the list of visits. */
async function visit(
  then: "draft" | "confirm",
  service = generalCare,
): Promise<{ path: string; pid: string }> {
  made += 1;
  const pid = completeCitizenId(`1${String(20_000_000_000 + made)}`);
  const correlationId = world.ports.random.uuid();
  await clerk.post("/console/counter/person", {
    way: "card",
    pid,
    fname: "ชูใจ",
    lname: "เลิศล้ำ",
    birthDate: "25080320",
    correlationId,
  });
  const saved = await clerk.post("/console/counter", {
    way: "card",
    citizenId: pid,
    correlationId,
    mobile: "0997775858",
    time: "09:30",
    services: service,
    then,
  });
  const [id] = /[0-9a-f-]{36}/.exec(saved.headers.get("location") ?? "") ?? [""];
  return { path: `/console/visits/${id}`, pid };
}

const codePath = async (path: string) => {
  const [found] = new RegExp(`${path}/codes/[0-9a-f-]{36}`).exec(await (await clerk.get(path)).text()) ?? [
    "",
  ];
  return found;
};

test("a search by number finds the visit, and no address carries the number", async () => {
  const { path, pid } = await visit("confirm");
  const searched = await clerk.post("/console/visits", {
    number: pid,
    from: "",
    until: "",
    service: "",
    status: "",
  });
  const address = searched.headers.get("location") ?? "";
  expect([searched.status, address.includes(pid)]).toEqual([303, false]);
  expect(await (await clerk.get(address)).text()).toContain(path);
  expect(await (await stranger.get(address)).text()).not.toContain(path);
});

test("a draft is shown once more, then cancelled, and found no way back", async () => {
  const { path } = await visit("draft", haemodialysis);
  const shown = await (await clerk.get(`${path}/cancel?version=1`)).text();
  expect(shown).toContain("ชูใจ เลิศล้ำ");
  expect(shown).toContain("บริการฟอกเลือดด้วยเครื่องไตเทียม (HD)");
  const gone = await clerk.post(`${path}/cancel`, { version: "1" });
  expect(gone.headers.get("location")).toBe(`${path}?done=draft_cancelled`);
  const again = await clerk.post(`${path}/cancel`, { version: "2" });
  expect(again.headers.get("location")).toBe(`${path}?refused=visit_not_draft`);
  const kept = await (await clerk.get(path)).text();
  expect(kept).not.toContain("/console/counter/");
  expect(kept).toContain("บริการฟอกเลือดด้วยเครื่องไตเทียม (HD)");
  expect(kept).not.toContain("<table");
});

test("a code is used and closed from the visit's page", async () => {
  const { path } = await visit("confirm");
  const code = await codePath(path);
  await clerk.post(code, { move: "use" });
  const closed = await clerk.post(code, { move: "close" });
  expect(closed.headers.get("location")).toBe(`${path}?done=closed`);
  expect(await (await clerk.get(path)).text()).toMatch(/EP \d{4} \d{3} \d{3}/);
});

test("a code is cancelled with a reason, and not without", async () => {
  const { path } = await visit("confirm");
  const code = await codePath(path);
  const refused = await clerk.post(`${code}/cancel`, { reason: "" });
  expect([refused.status, (await refused.text()).includes('href="#reason"')]).toEqual([422, true]);
  const cancelled = await clerk.post(`${code}/cancel`, { reason: "บันทึกซ้ำ" });
  expect(cancelled.headers.get("location")).toBe(`${path}?done=cancelled`);
});

test("another facility finds neither visit nor code", async () => {
  const { path } = await visit("confirm");
  const code = await codePath(path);
  for (const address of [path, `${path}/cancel`, `${code}/cancel`]) {
    expect((await stranger.get(address)).status).toBe(404);
  }
  expect((await stranger.post(code, { move: "use" })).status).toBe(404);
  expect((await stranger.post(`${code}/cancel`, { reason: "x" })).status).toBe(404);
});

test("a person's history is found by number, and elsewhere only with a reason", async () => {
  const { path, pid } = await visit("confirm");
  const here = await (await clerk.post("/console/history", { citizenId: pid })).text();
  expect([here.includes(path), here.includes('name="reason"')]).toEqual([true, true]);
  const short = await clerk.post("/console/history", { citizenId: pid, elsewhere: "1", reason: "สั้น" });
  expect([short.status, (await short.text()).includes('href="#reason"')]).toEqual([422, true]);
  const away = await clerk.post("/console/history", {
    citizenId: pid,
    elsewhere: "1",
    reason: "ตรวจสอบการรับบริการซ้ำ",
  });
  expect(await away.text()).toContain("ไม่พบประวัติที่หน่วยอื่น");
});

test("pages go on and back by key, in the order and with the filters that were chosen", async () => {
  const { agencyId, person } = await busyFacility();
  const reader = testApp(world)(await staffCookie(world, testApp(world)(), agencyId));
  const search = `from=2026-11-01&until=2026-11-20&service=${generalCare}`;
  const first = await (await reader.get(`/console/visits?${search}&order=earliest`)).text();
  expect([link(first, "ก่อนหน้า"), first.includes('aria-sort="ascending"')]).toEqual([null, true]);
  const next = link(first, "ถัดไป") ?? "";
  expect(next).toMatch(new RegExp(`${search}&order=earliest&after=`));
  const second = await (await reader.get(next)).text();
  expect(link(second, "ถัดไป")).toBe(null);
  const back = await (await reader.get(link(second, "ก่อนหน้า") ?? "")).text();
  expect(visitsIn(back)).toEqual(visitsIn(first));
  expect(new Set([...visitsIn(first), ...visitsIn(second)]).size).toBe(claimsAPage + 5);
  const history = await (await reader.post("/console/history", { citizenId: person.citizenId })).text();
  const place = /name="after" value="([^"]+)"/.exec(history)?.[1] ?? "";
  const more = await (
    await reader.post("/console/history", { citizenId: person.citizenId, after: place })
  ).text();
  expect([visitsIn(history).length, visitsIn(more).length]).toEqual([historyRowsAPage, 5]);
  const before = /name="before" value="([^"]+)"/.exec(more)?.[1] ?? "";
  const again = await reader.post("/console/history", { citizenId: person.citizenId, before });
  expect(visitsIn(await again.text())).toEqual(visitsIn(history));
});

/** A facility where one person came once more often than a page holds. */
async function busyFacility() {
  const agencyId = await openFacility(world.ports, { hcode: "99903" });
  const person = await layPerson(world.ports);
  const sql = postgres(world.database.superuserUrl, { max: 1 });
  for (let made = 0; made < claimsAPage + 5; made += 1) {
    const at = new Date(Date.UTC(2026, 10, 1 + (made % 20), 3));
    await layVisit(world.ports, sql, { agencyId, person, at, codeStatus: "cancelled" });
  }
  await sql.end();
  return { agencyId, person };
}

function visitsIn(page: string): readonly string[] {
  return [...page.matchAll(/href="\/console\/visits\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "");
}

/** Where the link of that text leads; null: the page has none. */
function link(page: string, text: string): string | null {
  const [, href] = new RegExp(`href="([^"]+)"[^>]*><span>${text}</span>`).exec(page) ?? [];
  return href?.replaceAll("&amp;", "&") ?? null;
}
