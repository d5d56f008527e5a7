import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { layVisit } from "../../../tests/support/lay-visits.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import {
  granted,
  newVisitor,
  refusal,
  registered,
  somebody,
  type Typist,
} from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { findErasure } from "../../identity/store/erasure.ts";
import { erasedCitizenId } from "../../identity/store/erase.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Actor, Citizen } from "../../kernel/actor.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { seeDeskPetition } from "../../petitions/actions/see-desk-petition.ts";
import { takeStep, type StepInput } from "../../petitions/desk/take-step.ts";
import { insertMessage, listMessages } from "../../petitions/store/petition-message.ts";
import { listEvents } from "../../petitions/store/petition-event.ts";
import { findPetition, openContent, type KeptPetition } from "../../petitions/store/petition.ts";
import type { StepActor } from "../../petitions/step-actor.ts";
import { shreddedText } from "../../petitions/shredded.ts";
import type { Tx } from "../../ports.ts";
import { carryOnErasures } from "./carry-on-erasures.ts";
import { eraseMe } from "./erase-me.ts";
import { seeErasure } from "./see-erasure.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let me: Typist;
let citizen: Citizen;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  me = somebody();
  citizen = await registered(world.ports, me);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => world.ports.db.as(actor, work);
const days = (count: number) => world.clock.pass(count * 24 * 3600);

async function filed(): Promise<KeptPetition> {
  const { serviceId } = await town.serviceOf();
  return town.filed(citizen, serviceId);
}

async function step(actor: StepActor, petition: KeptPetition, more: Omit<StepInput, "petition" | "seen">) {
  world.clock.pass(1);
  return as(actor, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    return granted(takeStep(world.ports, tx, actor, { petition: found, seen: found.version, ...more }));
  });
}

const ended = async (petition: KeptPetition, outcome: "done" | "granted") => {
  await step(town.officer, petition, { step: "received" });
  return step(town.officer, petition, { step: "completed", outcome, words: { text: "ซ่อมแล้วที่บ้านคุณสมใจ" } });
};
const erase = (pin = me.pin) => eraseMe(world.ports, citizen, pin);
const kept = (petition: KeptPetition) => as(system, (tx) => findPetition(tx, town.agencyId, petition.id));
const rowsOf = async (table: string) => {
  const [row] = await all<{ count: number }[]>`
    select count(*)::int from ${all(table)} where person_id = ${citizen.personId}`;
  return row?.count;
};

test("somebody whom nothing holds is gone at once: every way in, the number, the name and the key", async () => {
  const [before] =
    await all`select data_key, citizen_index, sealed from person where id = ${citizen.personId}`;
  expect(await granted(erase())).toEqual({ allGone: true });
  for (const table of ["account", "phone", "line_user", "contact", "citizen_password"])
    expect(await rowsOf(table)).toBe(0);
  const sessions = await all`select 1 from session where line_user_id = ${citizen.lineUserId}`;
  expect(sessions).toHaveLength(0);
  const person = await as(system, (tx) => findPerson(world.ports, tx, citizen.personId));
  expect(person).toMatchObject({ citizenId: erasedCitizenId, birth: null });
  const [after] =
    await all`select data_key, citizen_index, sealed from person where id = ${citizen.personId}`;
  expect(after?.["data_key"]).not.toEqual(before?.["data_key"]);
  expect(after?.["citizen_index"]).not.toEqual(before?.["citizen_index"]);
  const place = { table: "person", rowId: citizen.personId };
  expect(() =>
    world.ports.vault.open(after?.["data_key"] as Uint8Array, place, before?.["sealed"] as Uint8Array),
  ).toThrow();
});

test("erasing asks for the PIN, and a wrong one erases nothing", async () => {
  expect(await refusal(erase("135790"))).toMatchObject({ kind: "pin_wrong" });
  expect(await refusal(eraseMe(world.ports, { ...citizen, unlocked: false }, me.pin))).toEqual({
    kind: "session_locked",
  });
  expect(await rowsOf("account")).toBe(1);
});

test("asked twice, the second has nothing left to prove itself by", async () => {
  await granted(erase());
  expect(await refusal(erase())).toEqual({ kind: "no_password" });
});

test("a running petition goes on with what it needs; officers read that its petitioner asked to be erased", async () => {
  const petition = await filed();
  const seen = await seeErasure(world.ports, citizen);
  expect(seen).toMatchObject({
    held: [{ id: petition.id, why: "running", until: null }],
    free: 0,
    keepsContact: true,
  });
  expect(await granted(erase())).toEqual({ allGone: false });
  expect(openContent(world.ports, (await kept(petition)) ?? petition).answers).toEqual({ place: "หน้าตลาด" });
  const erased = await as(town.officer, (tx) => findErasure(tx, citizen.personId));
  expect(erased?.endedAt).toBeNull();
  const other = await openTown(world.ports);
  expect(await as(other.officer, (tx) => findErasure(tx, citizen.personId))).toBeNull();
  const page = await seeDeskPetition(world.ports, town.officer, { petitionId: petition.id, purpose: "test" });
  expect(page.ok && page.value.isErased).toBe(true);
  const done = await ended(petition, "done");
  expect(done.status).toBe("completed");
});

test("when the last petition is over and its closure no longer tested, the rest goes", async () => {
  const petition = await filed();
  await as(citizen, (tx) =>
    insertMessage(
      world.ports,
      tx,
      petition,
      {
        ...{ id: world.ports.random.uuid(), doer: "citizen", doerId: citizen.personId, isInternal: false },
        ...{ text: "อยู่หน้าบ้านเลขที่ 9", files: [], saidAt: world.ports.clock.now() },
      },
      "k".repeat(22),
    ),
  );
  await granted(erase());
  await ended(petition, "done");
  await carryOnErasures(world.ports, system);
  expect((await kept(petition))?.completedAt).not.toBeNull();
  expect(openContent(world.ports, (await kept(petition)) ?? petition).answers).toEqual({ place: "หน้าตลาด" });
  days(20);
  await carryOnErasures(world.ports, system);
  const gone = await kept(petition);
  if (!gone) throw new Error("the row of a petition stays");
  expect(gone).toMatchObject({
    number: petition.number,
    status: "completed",
    outcome: "done",
    latitude: null,
  });
  expect(openContent(world.ports, gone).answers).toEqual({});
  expect(() => openContent(world.ports, { ...gone, dataKey: petition.dataKey })).toThrow();
  const [events, messages] = await as(town.officer, (tx) =>
    Promise.all([listEvents(world.ports, tx, gone), listMessages(world.ports, tx, gone)]),
  );
  expect(events.map(({ words }) => words)).toEqual([{}, {}, {}]);
  expect(messages.map(({ text }) => text)).toEqual([shreddedText]);
  const person = await as(system, (tx) => findPerson(world.ports, tx, citizen.personId));
  expect(person?.citizenId).toBe(erasedCitizenId);
});

test("officers still open the page of a person who is gone, and read no name", async () => {
  const petition = await filed();
  await ended(petition, "done");
  await granted(erase());
  days(30);
  await carryOnErasures(world.ports, system);
  const look = { what: "petition", purpose: "petition", personIds: [citizen.personId] } as const;
  const people = await as(town.officer, (tx) => listLookedAt(world.ports, tx, town.officer, look));
  expect(people.get(citizen.personId)?.lastName).toBeNull();
  expect(people.get(citizen.personId)?.citizenId).toBe(erasedCitizenId);
});

test("a decision is held as long as the agency keeps its orders", async () => {
  const petition = await filed();
  await ended(petition, "granted");
  await granted(erase());
  days(60);
  await carryOnErasures(world.ports, system);
  expect(openContent(world.ports, (await kept(petition)) ?? petition).answers).toEqual({ place: "หน้าตลาด" });
  const seen = await seeErasure(world.ports, citizen);
  expect(seen.held).toMatchObject([{ why: "decided", until: "2036-11-20" }]);
  expect(seen.keepsContact).toBe(false);
  expect(await rowsOf("contact")).toBe(0);
});

test("a visit holds name and number, until a claim of it can no longer be looked into", async () => {
  const agencyId = await openFacility(world.ports, {
    hcode: String(90_000 + Math.floor(Math.random() * 9_000)),
  });
  const [row] = await all<
    { data_key: Uint8Array }[]
  >`select data_key from person where id = ${citizen.personId}`;
  const id = parseCitizenId(me.citizenId);
  if (!row || !id.ok) throw new Error("no person");
  const person = { id: citizen.personId, citizenId: id.value, dataKey: row.data_key };
  await layVisit(world.ports, all, {
    agencyId,
    person,
    at: world.ports.clock.now(),
    madeBy: world.ports.random.uuid(),
    hn: "0123",
  });
  expect(await granted(erase())).toEqual({ allGone: false });
  days(365 * 4);
  await carryOnErasures(world.ports, system);
  const name = async () =>
    (await as(system, (tx) => findPerson(world.ports, tx, citizen.personId)))?.citizenId;
  expect(await name()).toBe(me.citizenId);
  days(365 * 2);
  await carryOnErasures(world.ports, system);
  expect(await name()).toBe(erasedCitizenId);
  const visits = await all`select sealed, hn, status from visit where person_id = ${citizen.personId}`;
  expect(visits).toMatchObject([{ sealed: null, hn: null, status: "confirmed" }]);
});

test("who comes back before all is gone has what was held; who comes back afterwards is somebody new", async () => {
  await filed();
  await granted(erase());
  const back = await registered(world.ports, me, await newVisitor(world.ports));
  expect(back.personId).toBe(citizen.personId);
  await carryOnErasures(world.ports, system);
  expect(await as(town.officer, (tx) => findErasure(tx, citizen.personId))).toBeNull();
  const other = somebody();
  const before = await registered(world.ports, other);
  await granted(eraseMe(world.ports, before, other.pin));
  const after = await registered(world.ports, other, await newVisitor(world.ports));
  expect(after.personId).not.toBe(before.personId);
});
