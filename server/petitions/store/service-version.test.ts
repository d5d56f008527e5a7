import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { granted } from "../../../tests/support/people.ts";
import { beginVersion } from "../actions/begin-version.ts";

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await testWorld();
  town = await openTown(world.ports);
});
afterAll(() => world.close());

const asStaff = (statement: ReturnType<typeof sql>) =>
  world.ports.db.as(town.localAdmin, (tx) => tx.execute(statement));
const asSystem = (statement: ReturnType<typeof sql>) =>
  world.ports.db.as({ kind: "system", job: "test" }, (tx) => tx.execute(statement));
const refused = { cause: { code: "23514" } };

test.each([
  ["its definition", sql`definition = definition || '{"testDays": 1}'`],
  ["its examples", sql`examples = '[{}]'`],
  ["its notes", sql`notes = '{"th": "x", "en": null}'`],
  ["its number", sql`version = 9`],
  ["the day it was put in use", sql`published_at = made_at - interval '1 day'`],
  ["back to a draft", sql`state = 'draft'`],
])("a version in use is never rewritten: %s", async (_, change) => {
  const { serviceId } = await town.serviceOf();
  const statement = sql`update service_version set ${change} where service_id = ${serviceId}`;
  await expect(asStaff(statement)).rejects.toMatchObject(refused);
  await expect(asSystem(statement)).rejects.toMatchObject(refused);
});

test("a version in use is never dropped, nor one that was; a draft is", async () => {
  const { serviceId } = await town.serviceOf();
  const drop = (version: number) =>
    asStaff(sql`delete from service_version where service_id = ${serviceId} and version = ${version}`);
  await expect(drop(1)).rejects.toMatchObject(refused);
  await granted(beginVersion(world.ports, town.localAdmin, { serviceId }));
  await drop(2);
  await asStaff(sql`update service_version set state = 'retired' where service_id = ${serviceId}`);
  await expect(drop(1)).rejects.toMatchObject(refused);
  await expect(
    asStaff(sql`update service_version set state = 'published' where service_id = ${serviceId}`),
  ).rejects.toMatchObject(refused);
});

test("staff put no version in use past its draft", async () => {
  const { serviceId } = await town.serviceOf();
  const statement = sql`insert into service_version (agency_id, service_id, version, state, definition, made_at)
    select agency_id, service_id, 2, 'retired', definition, made_at from service_version
    where service_id = ${serviceId}`;
  await expect(asStaff(statement)).rejects.toMatchObject(refused);
});
