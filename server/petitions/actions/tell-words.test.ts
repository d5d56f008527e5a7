import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { readStaffAbout } from "../../notices/desk/read-staff-about.ts";
import type { ClaimedNotice } from "../../notices/store.ts";
import { takeStep, type StepInput } from "../desk/take-step.ts";
import type { StepActor } from "../step-actor.ts";
import { findWord } from "../store/citizen-word.ts";
import { findPetition, type KeptPetition } from "../store/petition.ts";
import { putWordAside } from "./put-word-aside.ts";
import { sayInThread } from "./say-in-thread.ts";
import { sayToPetitioner } from "./say-to-petitioner.ts";
import { seeQueue } from "./see-queue.ts";
import { tellWords } from "./tell-words.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  citizen = await townsman(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
  const { serviceId } = await town.serviceOf();
  petition = await town.filed(citizen, serviceId);
  await step(town.officer, { step: "received", officerId: town.officer.staffId });
});

const now = async (): Promise<KeptPetition> => {
  const found = await world.ports.db.as(system, (tx) => findPetition(tx, town.agencyId, petition.id));
  if (!found) throw new Error("no petition");
  return found;
};

async function step(actor: StepActor, more: Omit<StepInput, "petition" | "seen">): Promise<void> {
  world.clock.pass(1);
  const seen = await now();
  const input = { petition: seen, seen: seen.version, ...more };
  await granted(world.ports.db.as(actor, (tx) => takeStep(world.ports, tx, actor, input)));
}

const ref = () => ({ agencyId: town.agencyId, petitionId: petition.id });

const write = (text: string) =>
  granted(
    sayInThread(world.ports, citizen, { ...ref(), text, file: null, requestKey: world.ports.random.uuid() }),
  );

/** Whom a sweep told of this petition, and of what. */
async function told(): Promise<readonly (readonly [string, string])[]> {
  await tellWords(world.ports, system);
  const rows = await all<{ staff: string; what: string }[]>`
    select refs ->> 'staffId' as staff, refs ->> 'what' as what from notice
    where kind = 'staff_petition_answered' and refs ->> 'petitionId' = ${petition.id} order by queued_at, what`;
  return rows.map(({ staff, what }) => [staff, what] as const);
}

const waiting = async () =>
  (await world.ports.db.as(town.officer, (tx) => findWord(tx, petition)))?.what ?? null;

test("a message is told to its officer, a second one before an answer is not, one after it is", async () => {
  await write("ขอถามเรื่องเวลา");
  expect(await told()).toEqual([[town.officer.staffId, "said"]]);
  world.clock.pass(60_000);
  await write("ยังรออยู่");
  expect(await told()).toHaveLength(1);
  const answer = { petitionId: petition.id, text: "พรุ่งนี้", isInternal: false, requestKey: "answer" };
  await granted(sayToPetitioner(world.ports, town.officer, answer));
  expect(await waiting()).toBeNull();
  world.clock.pass(60_000);
  await write("ขอบคุณ");
  expect(await told()).toHaveLength(2);
});

test("a note inside is no answer, and handing it to a colleague neither", async () => {
  await write("ขอถามเรื่องเวลา");
  const note = { petitionId: petition.id, text: "โทรแล้ว", isInternal: true, requestKey: "note" };
  await granted(sayToPetitioner(world.ports, town.officer, note));
  await step(town.supervisor, { step: "assigned", officerId: town.officer.staffId });
  expect(await waiting()).toBe("said");
  await step(town.officer, { step: "started" });
  expect(await waiting()).toBeNull();
});

test("a correction that was given is told, also where a message was told of before", async () => {
  await step(town.officer, { step: "correction_asked", words: { text: "รูปไม่ชัด", fields: ["place"] } });
  await write("ส่งให้คืนนี้");
  await told();
  await step(citizen, { step: "correction_given" });
  expect((await told()).map(([, what]) => what).sort()).toEqual(["corrected", "said"]);
  expect(await waiting()).toBe("corrected");
});

test("a withdrawal is told to whoever had it, and leaves nothing to answer", async () => {
  await step(citizen, { step: "withdrawn" });
  expect(await told()).toEqual([[town.officer.staffId, "withdrawn"]]);
  expect(await waiting()).toBeNull();
});

test("the queue shows what waits until it is put aside, which no other unit can do", async () => {
  await write("ขอบคุณค่ะ");
  const line = async () => {
    const filter = {
      ...{ serviceId: null, unitId: null, officerId: null, status: null, waits: false },
      ...{ from: null, until: null, personId: null },
    };
    const seen = await seeQueue(world.ports, town.officer, { view: "all", order: "due", filter, turn: null });
    return seen.lines.find(({ id }) => id === petition.id)?.word;
  };
  expect(await line()).toBe("said");
  expect(await refusal(putWordAside(world.ports, town.other, petition.id))).toEqual({
    kind: "petition_not_found",
  });
  await granted(putWordAside(world.ports, town.officer, petition.id));
  expect(await line()).toBeNull();
  expect(await told()).toEqual([]);
});

test("what was answered before the mail goes out is not told, and a second sweep tells nothing", async () => {
  await write("ขอถามเรื่องเวลา");
  expect(await tellWords(world.ports, system)).toBe(1);
  expect(await tellWords(world.ports, system)).toBe(0);
  const [kept] = await all<ClaimedNotice[]>`select id, kind, refs, queued_at as "queuedAt" from notice
    where kind = 'staff_petition_answered' and refs ->> 'petitionId' = ${petition.id}`;
  if (!kept) throw new Error("no notice");
  const about = () =>
    world.ports.db.as(system, (tx) => readStaffAbout(world.ports, tx, kept, "staff_petition_answered"));
  expect((await about())?.subject).toMatchObject({ what: "said", petition: { number: petition.number } });
  await granted(putWordAside(world.ports, town.officer, petition.id));
  expect(await about()).toBeNull();
});
