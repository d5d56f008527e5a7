import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, openOffice, type StaffInside } from "../../../tests/support/staff.ts";
import { wordsIn } from "../../words/words.ts";

const words = wordsIn("th").agencies;
let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let centre: StaffInside;
let registrar: StaffInside;
let elsewhere: StaffInside;
let clerk: StaffInside;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  open = testApp(world);
  const { ports } = world;
  centre = await cameIn(ports, open, await openOffice(ports, null), "national_admin");
  registrar = await cameIn(ports, open, await openOffice(ports, 4), "registrar");
  elsewhere = await cameIn(ports, open, await openOffice(ports, 5), "registrar");
  clerk = await cameIn(ports, open, await openFacility(ports, { region: 4 }));
});
afterAll(() => world.close());

const list = "/console/access/people";
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const where = (answer: Response) => [answer.status, answer.headers.get("location")];

test("a registrar sees the people of a facility under their office, by its code", async () => {
  const page = await textOf(registrar.browser.get(`${list}?hcode=99901`));
  expect(page).toContain(clerk.username);
  expect(await textOf(registrar.browser.get(list))).toContain(words.access.under.empty);
  const wrong = await registrar.browser.get(`${list}?hcode=9990`);
  expect([wrong.status, (await wrong.text()).includes(words.access.under.hcodeShape)]).toEqual([422, true]);
});

test("another office's registrar sees nobody there, and ends nobody's right", async () => {
  expect(await textOf(elsewhere.browser.get(`${list}?hcode=99901`))).not.toContain(clerk.username);
  expect((await elsewhere.browser.get(`${list}/${clerk.staffId}/end`)).status).toBe(404);
  expect((await elsewhere.browser.post(`${list}/${clerk.staffId}/end`, { reason: "left" })).status).toBe(404);
  expect((await centre.browser.post(`${list}/${clerk.staffId}/end`, { reason: "left" })).status).toBe(404);
  expect((await clerk.browser.get("/console/counter")).status).toBe(200);
});

test("a registrar takes a right back, and who had it is out with the next request", async () => {
  const end = `${list}/${clerk.staffId}/end`;
  expect(await textOf(registrar.browser.get(end))).toContain(words.people.endBody);
  expect((await registrar.browser.post(end, { reason: "idle" })).status).toBe(422);
  expect(where(await registrar.browser.post(end, { reason: "taken_back" }))).toEqual([
    303,
    `${list}?done=ended`,
  ]);
  expect(where(await clerk.browser.get("/console/counter"))).toEqual([303, "/console/sign-in"]);
});

test("the centre sees the registrars of the regions, and one who is removed is out at once", async () => {
  expect(await textOf(centre.browser.get(list))).toContain(registrar.username);
  expect((await registrar.browser.get("/console/access")).status).toBe(200);
  const end = `${list}/${registrar.staffId}/end`;
  expect((await centre.browser.post(end, { reason: "left" })).status).toBe(303);
  expect(where(await registrar.browser.get("/console/access"))).toEqual([303, "/console/sign-in"]);
  expect((await centre.browser.post(`${list}/${centre.staffId}/end`, { reason: "left" })).status).toBe(422);
});

test("nobody of a facility opens the offices' list", async () => {
  const admin = await cameIn(
    world.ports,
    open,
    await openFacility(world.ports, { hcode: "99905" }),
    "facility_admin",
  );
  expect((await admin.browser.get(list)).status).toBe(404);
  expect((await admin.browser.post(`${list}/${centre.staffId}/end`, { reason: "left" })).status).toBe(404);
});
