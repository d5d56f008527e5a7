import { afterAll, beforeAll, expect, test } from "vitest";
import postgres from "postgres";
import { openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { ensurePerson, type KeptPerson } from "./person.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { PersonName } from "../../kernel/person-name.ts";
import { listLookedAt } from "./looked-at.ts";

let world: TestWorld;
let all: postgres.Sql;
let clerk: Staff;

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  const agencyId = await openFacility(world.ports);
  clerk = { kind: "staff", staffId: world.ports.random.uuid(), agencyId, level: "clerk" };
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let made = 0;
async function person(): Promise<KeptPerson> {
  made += 1;
  const citizenId = completeCitizenId(`1${String(60_000_000_000 + made)}`);
  const facts = { citizenId, firstName: "มานี" as PersonName, lastName: null, birth: null };
  const { ports, clock } = world;
  return ports.db.as({ kind: "gate" }, (tx) =>
    ensurePerson(ports, tx, {
      id: ports.random.uuid(),
      facts,
      assurance: "phone",
      now: clock.now(),
    }),
  );
}

const visitAt = (agencyId: string, personId: string) => all`
  insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at, version)
  values (${personId}, ${world.ports.random.uuid()}, ${agencyId}, '2026-11-21', 'confirmed', 'card', ${personId},
    ${world.clock.now()}, 1)`;

const looksOf = (personId: string) =>
  all<{ what: string; purpose: string }[]>`select what, purpose from look where person_id = ${personId}`.then(
    (rows) => [...rows],
  );

const lookAt = (personIds: readonly string[], citizenId?: KeptPerson["citizenId"]) =>
  world.ports.db.as(clerk, (tx) =>
    listLookedAt(world.ports, tx, clerk, {
      what: "visit_list",
      purpose: "find",
      personIds,
      ...(citizenId ? { citizenId } : {}),
    }),
  );

test("a person with a visit here is answered, and the look is written for them", async () => {
  const visitor = await person();
  await visitAt(clerk.agencyId, visitor.id);
  const seen = await lookAt([visitor.id]);
  expect(seen.get(visitor.id)?.citizenId).toBe(visitor.citizenId);
  expect(await looksOf(visitor.id)).toEqual([{ what: "visit_list", purpose: "find" }]);
});

test("somebody who was never here is not answered by id, and by their number is", async () => {
  const stranger = await person();
  expect((await lookAt([stranger.id])).size).toBe(0);
  expect(await looksOf(stranger.id)).toEqual([]);
  expect([...(await lookAt([], stranger.citizenId)).keys()]).toEqual([stranger.id]);
  expect(await looksOf(stranger.id)).toHaveLength(1);
});

test("the transaction goes on under the role of staff", async () => {
  const role = await world.ports.db.as(clerk, async (tx) => {
    await listLookedAt(world.ports, tx, clerk, {
      what: "visit",
      purpose: "x",
      personIds: [world.ports.random.uuid()],
    });
    const [row] = await tx.execute<{ role: string }>("select current_user::text as role");
    return row?.role;
  });
  expect(role).toBe("pratu_staff");
});

test("staff cannot read people any other way, nor look in another agency's name", async () => {
  await expect(world.ports.db.as(clerk, (tx) => tx.execute("select * from person"))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
  const elsewhere = { ...clerk, agencyId: world.ports.random.uuid() };
  await expect(
    world.ports.db.as(clerk, (tx) =>
      listLookedAt(world.ports, tx, elsewhere, {
        what: "visit",
        purpose: "x",
        personIds: [world.ports.random.uuid()],
      }),
    ),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});
