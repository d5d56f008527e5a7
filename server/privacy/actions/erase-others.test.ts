import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { registered, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { findPetition, openContent } from "../../petitions/store/petition.ts";
import { eraseMe } from "./erase-me.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

test("nobody else loses anything, also where erasing is asked for twice at once", async () => {
  const { ports } = world;
  const me = somebody();
  const [mine, other] = [await registered(ports, me), await registered(ports)];
  const { serviceId } = await town.serviceOf();
  const theirs = await town.filed(other, serviceId);
  const both = await Promise.all([eraseMe(ports, mine, me.pin), eraseMe(ports, mine, me.pin)]);
  expect(both.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  const kept = await ports.db.as({ kind: "system", job: "test" }, (tx) =>
    findPetition(tx, town.agencyId, theirs.id),
  );
  expect(kept && openContent(ports, kept).answers).toEqual({ place: "หน้าตลาด" });
  const accounts = await all<{ personId: string }[]>`select person_id as "personId" from account`;
  expect(accounts.map(({ personId }) => personId)).toEqual([other.personId]);
});
