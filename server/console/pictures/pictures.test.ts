import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { pictureWorld, type PictureWorld } from "../../../tests/support/kept-pictures.ts";
import { layPerson, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import { cameIn } from "../../../tests/support/staff.ts";
import { confirmVisit } from "../../visits/actions/confirm-visit.ts";

let at: PictureWorld;
let registrar: TestBrowser;
let clerk: TestBrowser;
let person: LaidPerson;
let asked: Record<string, string>;

beforeAll(async () => {
  at = await pictureWorld();
  const { ports } = at.world;
  const open = testApp(at.world);
  registrar = (await cameIn(ports, open, at.registrar.agencyId, "registrar")).browser;
  clerk = (await cameIn(ports, open, at.clerk.agencyId, "facility_admin")).browser;
  person = await layPerson(ports);
  const saved = await at.drafted(person, await at.kept(person));
  const { codes } = await granted(confirmVisit(ports, at.clerk, saved));
  asked = { day: "21/11/2569", hcode: "99901", code: codes[0]?.code ?? "", reason: "ตรวจสอบการเบิกจ่าย" };
}, 30_000);
afterAll(() => at.close());

const looks = async () =>
  (await at.all`select purpose from look where person_id = ${person.id} and what = 'picture'`).length;

test("a registrar opens the picture: it stands in the page, under who opened it, and has no address", async () => {
  const page = await registrar.post("/console/pictures", asked);
  const text = await page.text();
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self';");
  expect(/src="data:image\/jpeg;base64,\/9j\//.test(text)).toBe(true);
  for (const said of ["นายทะเบียน", "ตรวจสอบการเบิกจ่าย", "watermark"]) expect(text).toContain(said);
  for (const secret of [person.citizenId, "สมหญิง"]) expect(text).not.toContain(secret);
  expect(await looks()).toBe(1);
});

test("wrong fields come back together, nothing is opened and nobody looked at", async () => {
  const before = await looks();
  const page = await registrar.post("/console/pictures", { ...asked, day: "x", hcode: "1", reason: "ดู" });
  const text = await page.text();
  expect(page.status).toBe(422);
  for (const id of ["#day", "#hcode", "#reason"]) expect(text).toContain(`href="${id}"`);
  const none = await registrar.post("/console/pictures", { ...asked, code: "PP9999999999" });
  expect([none.status, (await none.text()).includes("ไม่พบรูปของรหัสนี้")]).toEqual([422, true]);
  expect(await looks()).toBe(before);
});

test("whoever lacks the right meets no such page, and the facility's own page says only that it is kept", async () => {
  expect((await clerk.get("/console/pictures")).status).toBe(404);
  expect((await clerk.post("/console/pictures", asked)).status).toBe(404);
  const [visit] = await at.all`select id from visit where person_id = ${person.id}`;
  const text = await (await clerk.get(`/console/visits/${String(visit?.["id"])}`)).text();
  expect([text.includes("เก็บรูปไว้แล้ว"), text.includes("/pictures/")]).toEqual([true, false]);
});
