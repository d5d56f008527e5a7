import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, newVisitor, registered } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { join, joiner, type Joiner } from "../../../tests/support/web-joiner.ts";
import { erasedCitizenId } from "../../identity/store/erase.ts";
import { findErasure } from "../../identity/store/erasure.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { openDraft } from "../../petitions/actions/open-draft.ts";
import { takeStep, type StepInput } from "../../petitions/desk/take-step.ts";
import { findPetition, openContent, type KeptPetition } from "../../petitions/store/petition.ts";
import { carryOnErasures } from "./carry-on-erasures.ts";
import { eraseMe } from "./erase-me.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let town: Town;
let me: Joiner;
let citizen: Citizen;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  me = joiner();
  citizen = await registered(world.ports, me);
});

const days = (many: number) => world.clock.pass(many * 24 * 3600);
const sweep = () => carryOnErasures(world.ports, system);
const filed = async () => town.filed(citizen, (await town.serviceOf()).serviceId);

type Step = Omit<StepInput, "petition" | "seen">;
const ends: readonly Step[] = [{ step: "received" }, { step: "completed", outcome: "done" }];

async function done({ id }: KeptPetition): Promise<void> {
  for (const step of ends)
    await world.ports.db.as(town.officer, async (tx) => {
      const petition = await findPetition(tx, town.agencyId, id);
      if (!petition) throw new Error("no petition");
      await granted(takeStep(world.ports, tx, town.officer, { petition, seen: petition.version, ...step }));
    });
}

/** Joins with the same number by the web: an account that nobody has checked. Answers the cookie. */
async function joinedAgain(): Promise<string> {
  const { cookie } = await join(world, open, me);
  expect(await rowsOf("account")).toBe(1);
  return cookie;
}

const rowsOf = async (table: string) => {
  const [row] = await all<{ many: number }[]>`
    select count(*)::int as many from ${all(table)} where person_id = ${citizen.personId}`;
  return row?.many;
};
const number = () =>
  world.ports.db.as(
    system,
    async (tx) => (await findPerson(world.ports, tx, citizen.personId))?.citizenId ?? null,
  );
const answersOf = async ({ id }: KeptPetition) => {
  const found = await world.ports.db.as(system, (tx) => findPetition(tx, town.agencyId, id));
  return found && openContent(world.ports, found).answers;
};
const whole = { place: "หน้าตลาด" };

test("who joins again by the web keeps what they bring; what was there before still goes in its time", async () => {
  const [before, held] = [await filed(), await filed()];
  await granted(eraseMe(world.ports, citizen, me.pin));
  await done(before);
  days(1);
  await joinedAgain();
  days(1);
  const since = await filed();
  await done(since);
  const { slug } = await town.serviceOf();
  await granted(openDraft(world.ports, citizen, { slug: town.slug, service: slug }));
  const kept = { contact: await rowsOf("contact"), drafts: await rowsOf("petition_draft") };
  expect(kept).toEqual({ contact: 1, drafts: 1 });
  days(60);
  expect(await sweep()).toBe(0);
  expect({ contact: await rowsOf("contact"), drafts: await rowsOf("petition_draft") }).toEqual(kept);
  expect([await answersOf(before), await answersOf(held), await answersOf(since)]).toEqual([
    {},
    whole,
    whole,
  ]);
});

test("no name is sealed away under an account that is open, and its owner comes in as before", async () => {
  const before = await filed();
  await granted(eraseMe(world.ports, citizen, me.pin));
  await done(before);
  days(1);
  const cookie = await joinedAgain();
  days(60);
  expect(await sweep()).toBe(0);
  expect(await answersOf(before)).toEqual({});
  expect(await number()).toBe(me.citizenId);
  expect(await rowsOf("contact")).toBe(1);
  expect(cookie).not.toBe("");
  const signedIn = await open().post("/liff/password", { login: me.citizenId, password: me.password });
  expect(signedIn.status).toBe(303);
});

test("when somebody has checked the account, the erasing has ended; erased anew, everything goes", async () => {
  const before = await filed();
  await granted(eraseMe(world.ports, citizen, me.pin));
  await joinedAgain();
  await all`update person set assurance = 'photo_checked' where id = ${citizen.personId}`;
  expect(await sweep()).toBe(1);
  expect(await world.ports.db.as(system, (tx) => findErasure(tx, citizen.personId))).toBeNull();
  await done(before);
  days(60);
  expect(await sweep()).toBe(0);
  expect(await answersOf(before)).toEqual(whole);
  const back = await registered(world.ports, me, await newVisitor(world.ports));
  expect(await granted(eraseMe(world.ports, back, me.pin))).toEqual({ allGone: true });
  expect(await number()).toBe(erasedCitizenId);
});
