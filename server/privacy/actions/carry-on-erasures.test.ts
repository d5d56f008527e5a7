import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, registered, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import { carryOnErasures } from "./carry-on-erasures.ts";
import { eraseMe } from "./erase-me.ts";

const system = { kind: "system", job: "test" } as const;
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

/** So many people who asked to be erased at that moment, each held by a petition like that one, which runs. */
async function layHeld(many: number, { id, personId }: KeptPetition, askedAt: Date): Promise<void> {
  await all`
    with made as (
      insert into person (id, citizen_index, data_key, sealed, assurance, created_at)
      select gen_random_uuid(), sha256(convert_to('held' || n, 'UTF8')), data_key, sealed, assurance, created_at
      from person, generate_series(1, ${many}) n where id = ${personId}
      returning id
    ), asked as (
      insert into erasure (person_id, asked_at) select id, ${askedAt} from made
    )
    insert into petition select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'person_id', made.id,
      'number', 'H' || row_number() over (), 'request_key', made.id))).*
    from petition p, made where p.id = ${id}`;
}

async function complete(petition: KeptPetition): Promise<void> {
  for (const more of [{ step: "received" }, { step: "completed", outcome: "done" }] as const)
    await world.ports.db.as(town.officer, async (tx) => {
      const found = await findPetition(tx, town.agencyId, petition.id);
      if (!found) throw new Error("no petition");
      await granted(
        takeStep(world.ports, tx, town.officer, { petition: found, seen: found.version, ...more }),
      );
    });
}

/** The petition of somebody who asked to be erased, over since; `before` they ask, something may be done about it. */
async function erased(before?: (petition: KeptPetition) => Promise<void>): Promise<KeptPetition> {
  const me = somebody();
  const citizen = await registered(world.ports, me);
  const petition = await town.filed(citizen, (await town.serviceOf()).serviceId);
  await before?.(petition);
  world.clock.pass(1);
  await granted(eraseMe(world.ports, citizen, me.pin));
  await complete(petition);
  return petition;
}

const shreddedAt = async ({ id }: KeptPetition) =>
  (await all<{ at: Date | null }[]>`select shredded_at as at from petition where id = ${id}`)[0]?.at;

test("one that fails holds no other up", async () => {
  const [bad, good] = [await erased(), await erased()];
  world.clock.pass(60 * 24 * 3600);
  await all.unsafe(`create function refuse() returns trigger language plpgsql as $$ begin raise 'bad row'; end $$;
    create trigger refuse before update on petition for each row when (old.id = '${bad.id}') execute function refuse()`);
  expect(
    await carryOnErasures({ ...world.ports, log: { ...world.ports.log, error: () => {} } }, system),
  ).toBe(1);
  expect([await shreddedAt(bad), await shreddedAt(good)]).toEqual([null, world.clock.now()]);
  await all.unsafe("drop trigger refuse on petition; drop function refuse()");
  expect(await carryOnErasures(world.ports, system)).toBe(1);
  expect(await shreddedAt(bad)).toEqual(world.clock.now());
});

test("however many are held for years, those who asked after them are carried on too", async () => {
  const petition = await erased((running) => layHeld(230, running, world.clock.now()));
  world.clock.pass(60 * 24 * 3600);
  expect(await carryOnErasures(world.ports, system)).toBe(1);
  expect(await shreddedAt(petition)).not.toBeNull();
  expect(await all`select 1 from erasure where ended_at is null`).toHaveLength(230);
});
