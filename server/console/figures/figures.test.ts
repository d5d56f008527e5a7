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
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn } from "../../../tests/support/staff.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { seePetitionFigures } from "../../petitions/actions/see-petition-figures.ts";
import { tallyPetitions } from "../../petitions/actions/tally-petitions.ts";
import { takeStep, type StepInput } from "../../petitions/desk/take-step.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import type { StepActor } from "../../petitions/step-actor.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let open: (cookie?: string) => TestBrowser;
let executive: TestBrowser;
let serviceId: string;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  open = testApp(world);
  citizen = await townsman(world.ports);
  ({ serviceId } = await town.serviceOf());
  // A Monday, in office hours: received at once.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  const inTime = await town.filed(citizen, serviceId);
  const late = await town.filed(citizen, serviceId);
  await town.filed(citizen, serviceId);
  const withdrawn = await town.filed(citizen, serviceId);
  await step(citizen, withdrawn, { step: "withdrawn" });
  world.clock.set(new Date("2026-11-25T15:00:00+07:00"));
  await ended(inTime);
  await all`insert into satisfaction (agency_id, petition_id, person_id, service_id, stars, said_at)
    values (${town.agencyId}, ${inTime.id}, ${citizen.personId}, ${serviceId}, 4, ${world.clock.now()})`;
  world.clock.set(new Date("2026-12-17T10:00:00+07:00"));
  await ended(late);
  await tallyPetitions(world.ports, system);
  executive = (await cameIn(world.ports, open, town.agencyId, "executive")).browser;
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

async function step(actor: StepActor, petition: KeptPetition, more: Omit<StepInput, "petition" | "seen">) {
  world.clock.pass(1);
  await world.ports.db.as(actor, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    await granted(takeStep(world.ports, tx, actor, { petition: found, seen: found.version, ...more }));
  });
}

async function ended(petition: KeptPetition): Promise<void> {
  await step(town.officer, petition, { step: "received" });
  await step(town.officer, petition, { step: "completed", outcome: "done" });
}

const figures = (more = {}) =>
  seePetitionFigures(world.ports, town.executive, { period: "twelve_months", serviceId: null, ...more });

test("what came in, what is done, what is open and overdue, and how long it took in working days", async () => {
  const { total } = await figures();
  expect(total).toMatchObject({
    filed: 4,
    completed: 3,
    finished: 2,
    open: 1,
    overdue: 1,
    inTime: 1,
    late: 1,
  });
  // 23 → 25 November is two working days; 23 November → 17 December sixteen: 7 and 10 December are holidays.
  expect(total).toMatchObject({ median: 2, ninth: 16, stars: 4, ratings: 1 });
});

test("a month counts what was filed in it and what was completed in it", async () => {
  const { trend } = await figures();
  expect(trend.slice(-2)).toMatchObject([
    { month: "2026-11", filed: 4, completed: 2 },
    { month: "2026-12", filed: 0, completed: 1 },
  ]);
});

test("figures of one service are of that service, and of another agency's there are none", async () => {
  const other = await town.serviceOf();
  expect((await figures({ serviceId: other.serviceId })).total).toMatchObject({ filed: 0, open: 0 });
  expect((await figures({ serviceId })).total.filed).toBe(4);
  const elsewhere = await openTown(world.ports);
  await tallyPetitions(world.ports, system);
  const seen = await seePetitionFigures(world.ports, elsewhere.executive, {
    period: "twelve_months",
    serviceId,
  });
  expect(seen.total).toMatchObject({ filed: 0, completed: 0, open: 0 });
  expect(seen.byService).toEqual([]);
});

test("a month that was counted is counted again only when its time has come", async () => {
  await tallyPetitions(world.ports, system);
  expect(await tallyPetitions(world.ports, system)).toBe(0);
  world.clock.pass(61);
  expect(await tallyPetitions(world.ports, system)).toBeGreaterThan(0);
});

test("the page tells every figure in words and in a table", async () => {
  const page = await (await executive.get("/console/figures?period=twelve_months")).text();
  for (const said of ["ภาพรวมคำร้อง", "กองช่าง", "7 วันทำการ", "4.0 จาก 5", "จาก 1 คน", "50%"])
    expect(page).toContain(said);
  expect(page).toContain('role="img"');
});

test("a period nobody knows is the usual one, and an odd service all of them", async () => {
  const answer = await executive.get("/console/figures?period=century&service=%27%3B--");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("12 เดือนล่าสุด");
});

test("the file has a line for each month, service and unit, names nobody, and that it was taken is on record", async () => {
  const answer = await executive.get("/console/figures/file?kind=csv&period=twelve_months");
  expect(answer.headers.get("content-type")).toContain("text/csv");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toBe('"2569-12","แจ้งไฟฟ้าสาธารณะเสีย","กองช่าง","0","1","0","1","16","16","0","0",""');
  const [row] = await all`select count(*)::int from audit_entry where action = 'petition_figures.taken'`;
  expect(row).toEqual({ count: 1 });
});

test("what a citizen opened again is told before it is closed anew", async () => {
  const closed = await town.filed(citizen, serviceId);
  await ended(closed);
  const before = (await figures()).total;
  await step(citizen, closed, { step: "reopened" });
  expect((await figures()).total.openAgain).toBe(before.openAgain + 1);
  expect(await (await executive.get("/console/figures")).text()).toContain("เปิดใหม่อยู่ตอนนี้ 1 เรื่อง");
});

test("a service that never had a version in use is none of the figures", async () => {
  await all`insert into service (agency_id, id, category_id, slug, position, made_at)
    select agency_id, ${world.ports.random.uuid()}, category_id, 'never-opened', 99, made_at
    from service where id = ${serviceId}`;
  expect(await (await executive.get("/console/figures")).text()).not.toContain("never-opened");
});

test("an officer has no such page", async () => {
  const officer = (await cameIn(world.ports, open, town.agencyId, "officer")).browser;
  expect((await officer.get("/console/figures")).status).toBe(404);
  expect((await officer.get("/console/figures/file")).status).toBe(404);
});

test("a service that promises calendar days has its days counted so, and the page says it beside them", async () => {
  const promised = { days: 30, unit: "calendar" } as const;
  const ofCalendar = await town.serviceOf({ ...plainService(), promised });
  world.clock.set(new Date("2027-01-04T09:00:00+07:00"));
  const filed = await town.filed(citizen, ofCalendar.serviceId);
  world.clock.set(new Date("2027-02-12T10:00:00+07:00"));
  await ended(filed);
  await tallyPetitions(world.ports, system);
  const only = { serviceId: ofCalendar.serviceId };
  const { byService, byUnit, total } = await figures(only);
  expect(byService).toMatchObject([{ median: 39, ninth: 39, unit: "calendar", late: 1, promised }]);
  expect(total.unit).toBe("working");
  expect(total.median).toBeLessThan(30);
  const [ofUnit] = byUnit.filter(({ finished }) => finished > 0);
  expect(ofUnit).toMatchObject({ unit: "working", median: total.median });
  const { browser } = await cameIn(world.ports, open, town.agencyId, "executive");
  const page = await (await browser.get(`/console/figures?service=${ofCalendar.serviceId}`)).text();
  expect(page).toContain("9 ใน 10 เสร็จภายใน 39 วัน (นับวันหยุดด้วย) · กำหนดไว้ 30 วัน (นับวันหยุดด้วย)");
  expect(page).toContain(`${total.median} วันทำการ`);
  const [line, bar] = [/days-promised" x1="([\d.]+)"/, /series-1" x="0" y="3" width="([\d.]+)"/].map(
    (shape) => Number(shape.exec(page)?.[1]),
  );
  expect(line).toBeLessThan(bar ?? 0);
});
