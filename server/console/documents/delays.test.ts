import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { watchPetitions } from "../../petitions/actions/watch-petitions.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let officer: StaffInside;
let stranger: StaffInside;
let open: (cookie?: string) => TestBrowser;
let petition: KeptPetition;

const at = "/console/documents/delays";
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const reason = "รอผลตรวจสถานที่จากผู้ตรวจ";
const newDay = { newDayDay: "1", newDayMonth: "12", newDayYear: "๒๕๖๙" };

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  // A Monday; two days on the petition is overdue.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  open = testApp(world);
  town = await openTown(world.ports);
  const elsewhere = await openTown(world.ports);
  const { serviceId } = await town.serviceOf(plainService({ promised: { days: 1, unit: "working" } }));
  petition = await town.filed(await townsman(world.ports), serviceId);
  world.clock.set(new Date("2026-11-25T09:00:00+07:00"));
  await watchPetitions(world.ports, { kind: "system", job: "test" });
  officer = await cameIn(world.ports, open, town.agencyId, "supervisor");
  stranger = await cameIn(world.ports, open, elsewhere.agencyId, "supervisor");
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

test("the list names the letter that waits, and its page asks for a whole day", async () => {
  const list = await text(officer.browser.get(at));
  expect(list).toContain(petition.number);
  expect(list).toContain(`${at}/${petition.id}`);
  const page = await text(officer.browser.get(`${at}/${petition.id}`));
  expect(page).toContain(petition.number);
  expect(page).not.toContain("ไม่ทราบ");
});

test.each([
  ["a short reason", { ...newDay, reason: "ช้า" }, "reason"],
  ["a day that is past", { ...newDay, newDayYear: "2568", reason }, "newDayDay"],
  ["no day", { newDayDay: "", newDayMonth: "", newDayYear: "", reason }, "newDayDay"],
  ["a day there is none of", { newDayDay: "31", newDayMonth: "2", newDayYear: "2570", reason }, "newDayDay"],
])("%s is refused at its field, and what was typed stays", async (_, fields, field) => {
  const refused = await officer.browser.post(`${at}/${petition.id}`, fields);
  expect(refused.status).toBe(422);
  const page = await text(refused);
  expect(page).toContain(`href="#${field}"`);
  expect(page).toContain(`value="${fields.reason}"`);
});

test("another agency finds neither the letter nor a way to send it", async () => {
  expect(await text(stranger.browser.get(at))).not.toContain(petition.number);
  expect((await stranger.browser.get(`${at}/${petition.id}`)).status).toBe(404);
  expect((await stranger.browser.post(`${at}/${petition.id}`, { ...newDay, reason })).status).toBe(404);
});

test("sent with its reason it is a document once, told, and waits no more", async () => {
  const sent = await officer.browser.post(`${at}/${petition.id}`, { ...newDay, reason });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `${at}?done=1`]);
  const list = await text(officer.browser.get(`${at}?done=1`));
  expect(list).not.toContain(petition.number);
  expect((await officer.browser.post(`${at}/${petition.id}`, { ...newDay, reason })).status).toBe(404);
  const documents = await all`select 1 from issued_document where petition_id = ${petition.id}`;
  expect(documents).toHaveLength(1);
  const told =
    await all`select 1 from petition_event where petition_id = ${petition.id} and kind = 'delay_told'`;
  expect(told).toHaveLength(1);
});
