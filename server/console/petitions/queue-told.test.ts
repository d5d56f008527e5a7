import { afterAll, beforeAll, expect, test } from "vitest";
import type postgres from "postgres";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let open: (cookie?: string) => TestBrowser;
let officer: StaffInside;
let supervisor: StaffInside;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  supervisor = await cameIn(world.ports, open, town.agencyId, "supervisor");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
  const { serviceId } = await town.serviceOf();
  petition = await town.filed(await townsman(world.ports), serviceId);
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

const queue = async (who: StaffInside, search = "") =>
  (await who.browser.get(`/console/petitions${search}`)).text();

test.each(["1", "000001", "๑", "2569-000001", "2569000001"])(
  "the running number %s finds this year's petition",
  async (number) => {
    const found = await officer.browser.post("/console/petitions/find", { number });
    expect(found.headers.get("location")).toBe(`/console/petitions/${petition.id}`);
  },
);

test("a running number that was not given out is not found, and one of another year neither", async () => {
  for (const number of ["2", "2568-000001"]) {
    const answer = await officer.browser.post("/console/petitions/find", { number });
    expect(await answer.text()).toContain("ไม่พบคำร้องเลขนี้");
  }
});

test("who works in no unit is shown no unit of theirs, and reads why where they look for it", async () => {
  const view = 'href="/console/petitions?view=unit';
  expect(await queue(officer)).toContain(view);
  expect(await queue(supervisor)).not.toContain(view);
  expect(await queue(supervisor, "?view=unit")).toContain("คุณยังไม่ได้อยู่ในหน่วยงานภายใน");
});

test("a day that cannot be read is named, one long ago is read", async () => {
  const wrong = await queue(officer, "?view=all&from=1/1/2500&until=32/1/2569");
  expect(wrong).toContain("ถึงวันที่: อ่านวันที่ไม่ได้");
  expect(wrong).not.toContain("ยื่นตั้งแต่วันที่: อ่าน");
  expect(wrong).toContain("1 ม.ค. 2500");
});

test("refused, the bulk form keeps the officer and the view its name", async () => {
  const chosen = { what: "assign", to: officer.staffId, query: "view=all&order=newest" };
  const bulk = await (await supervisor.browser.post("/console/petitions/bulk", chosen)).text();
  expect(bulk).toMatch(new RegExp(`<option value="${officer.staffId}" selected`));
  const viewName = "ก".repeat(41);
  const saved = await supervisor.browser.post("/console/petitions/views", { viewName, query: "view=all" });
  expect(saved.status).toBe(422);
  expect(await saved.text()).toContain(`value="${viewName}"`);
});

test("the menu says whose account it is", async () => {
  expect(await queue(officer)).toContain("<strong>มานี ชูใจ</strong><span>เจ้าหน้าที่</span>");
});

test("what is typed as the session ends is not lost: it stands in the answer, can be sent again, and the way in leads back", async () => {
  const path = `/console/petitions/${petition.id}`;
  const message = "ช่างจะไปวันจันทร์ <b>เช้า</b>";
  const requestKey = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const refused = await open().post(`${path}/messages`, { message, requestKey });
  expect(refused.status).toBe(403);
  expect(refused.headers.get("set-cookie")).toContain(encodeURIComponent(path));
  const page = await refused.text();
  expect(page).toContain("ช่างจะไปวันจันทร์ &lt;b&gt;เช้า&lt;/b&gt;");
  expect(page).toContain(`<form method="post" action="${path}/messages">`);
  expect(page).toContain(`name="requestKey" value="${requestKey}"`);
  const again = await officer.browser.post(`${path}/messages`, { message, requestKey });
  expect(again.status).toBe(303);
});

test("no page shows a password that was posted without a session", async () => {
  const password = "ลมหนาวพัด ผ่านทุ่งนา";
  const answer = await open().post("/console/account/password", { current: "ก ข", password });
  expect(answer.status).toBe(403);
  const page = await answer.text();
  expect(page).not.toContain(password);
  expect(page).not.toContain("ก ข");
});
