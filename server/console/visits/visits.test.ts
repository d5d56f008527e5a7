import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { generalCare, haemodialysis, openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";

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
  expect(await (await clerk.get(`${path}/cancel?version=1`)).text()).toContain("ชูใจ เลิศล้ำ");
  const gone = await clerk.post(`${path}/cancel`, { version: "1" });
  expect(gone.headers.get("location")).toBe(`${path}?done=draft_cancelled`);
  const again = await clerk.post(`${path}/cancel`, { version: "2" });
  expect(again.headers.get("location")).toBe(`${path}?refused=visit_not_draft`);
  expect(await (await clerk.get(path)).text()).not.toContain("/console/counter/");
});

test("a code is used and closed from the visit's page", async () => {
  const { path } = await visit("confirm");
  const code = await codePath(path);
  await clerk.post(code, { move: "use" });
  const closed = await clerk.post(code, { move: "close" });
  expect(closed.headers.get("location")).toBe(`${path}?done=closed`);
  expect(await (await clerk.get(path)).text()).toMatch(/EP\d{10}/);
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
