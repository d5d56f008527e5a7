import { afterAll, beforeAll, expect, test } from "vitest";
import postgres from "postgres";
import { openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff, StaffLevel } from "../../kernel/actor.ts";
import { addDays, bangkokDay } from "../../kernel/thai-date.ts";
import { codesOf } from "../day-tally.ts";
import type { AskingWay } from "../visit.ts";
import { seeDashboard } from "./see-dashboard.ts";
import { seeRegion } from "./see-region.ts";
import { tallyDays } from "./tally-days.ts";

let world: TestWorld;
let all: postgres.Sql;
let here: string;
let elsewhere: string;
let office: string;

const sweeper = { kind: "system", job: "test" } as const;
const staffAt = (agencyId: string, level: StaffLevel = "clerk"): Staff => ({
  kind: "staff",
  staffId: world.ports.random.uuid(),
  agencyId,
  level,
});
const today = () => bangkokDay(world.clock.now());

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  here = await openFacility(world.ports);
  elsewhere = await openFacility(world.ports, { hcode: "99902" });
  office = world.ports.random.uuid();
  await all`insert into agency (id, kind, name_th, name_en, created_at)
    values (${office}, 'regional_office', 'สำนักงานเขต', 'Regional office', ${world.clock.now()})`;
  await all`update agency set registrar_id = ${office} where id = ${here}`;
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let made = 0;
/** A visit with one code, straight into the tables. */
async function lay(agencyId: string, way: AskingWay, status: string, at: Date): Promise<void> {
  made += 1;
  const [personId, visitId] = [world.ports.random.uuid(), world.ports.random.uuid()];
  const day = bangkokDay(at);
  await all.begin(async (sql) => {
    await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at)
      values (${personId}, ${visitId}, ${agencyId}, ${day}, 'confirmed', ${way}, ${personId}, ${at})`;
    await sql`insert into service_code (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
        request_key, issued_at, expires_at)
      values (${personId}, ${world.ports.random.uuid()}, ${visitId}, ${agencyId}, 'PG0060001', ${day},
        ${`PP${String(made).padStart(10, "0")}`}, ${status}, ${personId}, ${String(made)}, ${at}, ${at})`;
  });
}

test("a facility sees its own day by hour and way, without cancelled codes and without anybody else's", async () => {
  const nine = new Date("2026-11-21T09:30:00+07:00");
  await lay(here, "card", "issued", nine);
  await lay(here, "card", "used", new Date("2026-11-21T09:59:00+07:00"));
  await lay(here, "line_qr", "issued", new Date("2026-11-21T00:00:00+07:00"));
  await lay(here, "card", "cancelled", nine);
  await lay(elsewhere, "api", "issued", nine);
  const { today: figures, hours } = await seeDashboard(world.ports, staffAt(here));
  expect(figures).toMatchObject({ ways: { card: 2, line_qr: 1 }, cancelled: 1, drafts: 0 });
  expect(hours).toEqual([
    { hour: 0, way: "line_qr", codes: 1 },
    { hour: 9, way: "card", codes: 2 },
  ]);
});

test("days before stand in the trend once they were counted, and are counted again within the hour", async () => {
  const yesterday = addDays(today(), -1);
  await lay(here, "slip", "issued", new Date(`${yesterday}T11:00:00+07:00`));
  await tallyDays(world.ports, sweeper);
  const trend = () =>
    seeDashboard(world.ports, staffAt(here)).then((seen) => seen.trend.slice(-2).map(({ codes }) => codes));
  expect(await trend()).toEqual([1, 3]);
  await lay(here, "slip", "issued", new Date(`${yesterday}T12:00:00+07:00`));
  world.clock.pass(30);
  expect(await tallyDays(world.ports, sweeper)).toBe(0);
  world.clock.pass(60 * 60);
  await tallyDays(world.ports, sweeper);
  expect(await trend()).toEqual([2, 3]);
});

test("an office sees the facilities under it and no other; so does the centre above it", async () => {
  const seen = await seeRegion(world.ports, staffAt(office, "registrar"));
  expect(seen.facilities.map(({ agencyId }) => agencyId)).toEqual([here]);
  expect(seen.facilities[0]?.today && codesOf(seen.facilities[0].today)).toBe(3);
  const centre = world.ports.random.uuid();
  await all`update agency set registrar_id = ${centre} where id = ${office}`;
  const above = await seeRegion(world.ports, staffAt(centre, "national_admin"));
  expect(above.trend.at(-1)?.codes).toBe(3);
  const other = await seeRegion(world.ports, staffAt(world.ports.random.uuid(), "registrar"));
  expect([other.facilities, other.trend.at(-1)?.codes]).toEqual([[], 0]);
});
