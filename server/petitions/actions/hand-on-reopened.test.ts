import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bareStaff } from "../../../tests/support/bare-staff.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { layPetition } from "../../../tests/support/lay-petitions.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { untypedStep, type TypedStep } from "../desk-step.ts";
import { takeStep, type StepInput } from "../desk/take-step.ts";
import type { StepActor } from "../step-actor.ts";
import { findPetition, type KeptPetition } from "../store/petition.ts";
import { handOnReopened } from "./hand-on-reopened.ts";
import { takeDeskStep } from "./take-desk-step.ts";
import { testClosure } from "./test-closure.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let serviceId: string;
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
  ({ serviceId } = await town.serviceOf());
  petition = await town.filed(citizen, serviceId);
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

/** The town's officer closed it, and the citizen says that it is not done. */
async function reopened(): Promise<number> {
  await step(town.officer, { step: "received", officerId: town.officer.staffId });
  await step(town.officer, { step: "completed", outcome: "done" });
  const { version: seen } = await now();
  await closureTested(seen);
  return seen;
}

function closureTested(seen: number) {
  const ref = { agencyId: town.agencyId, petitionId: petition.id };
  return granted(
    testClosure(world.ports, citizen, { ...ref, seen, isDone: false, text: "ยังดับ", photo: null }),
  );
}

async function colleague(unitId = town.unitIds[0], state: "active" | "invited" = "active"): Promise<Staff> {
  const { agencyId } = town;
  const staffId = await bareStaff(world.ports, { agencyId, level: "officer", state });
  await all`insert into staff_unit values (${agencyId}, ${staffId}, ${unitId})`;
  return { kind: "staff", staffId, agencyId, level: "officer" };
}

const busy = ({ agencyId, staffId: officerId }: Staff, status: "received" | "completed" = "received") =>
  layPetition(world.ports, all, { agencyId, serviceId, status, unitId: town.unitIds[0], officerId });

const told = async () =>
  (
    await all`select refs ->> 'staffId' as staff from notice where kind = 'staff_petition_reopened'
      and refs ->> 'petitionId' = ${petition.id}`
  ).map((row) => String(row["staff"]));

test("a petition that was reopened goes to the other officer of its unit with the fewest open petitions", async () => {
  const [first, second] = [await colleague(), await colleague()];
  await busy(first);
  await busy(second, "completed");
  await reopened();
  expect(await handOnReopened(world.ports, system)).toBe(1);
  expect(await now()).toMatchObject({ status: "in_progress", officerId: second.staffId });
  expect(await told()).toEqual([second.staffId]);
  const [last] =
    await all`select kind, doer, is_internal from petition_event where petition_id = ${petition.id}
    order by happened_at desc limit 1`;
  expect(last).toEqual({ kind: "assigned", doer: "system", is_internal: true });
});

test("it never goes to who closed it, to another unit, to whoever gave it back, or to an account not in use", async () => {
  await colleague(town.unitIds[1]);
  await colleague(town.unitIds[0], "invited");
  const partial = await colleague();
  await step(partial, { step: "assigned", officerId: null, words: { text: "ญาติ", conflict: true } });
  await reopened();
  expect(await handOnReopened(world.ports, system)).toBe(1);
  expect((await now()).officerId).toBeNull();
  expect((await now()).unitId).toBe(town.unitIds[0]);
  expect(await told()).toEqual([town.supervisor.staffId]);
});

test("where the unit has nobody else, who closed it takes it by no step of their own, but from a superior", async () => {
  await reopened();
  await handOnReopened(world.ports, system);
  const took = async (actor: Staff, more: Partial<TypedStep>) => {
    const typed = { ...untypedStep("assigned"), officerId: town.officer.staffId, ...more };
    const { version: seen, id: petitionId } = await now();
    const requestKey = world.ports.random.uuid();
    return takeDeskStep(world.ports, actor, { petitionId, seen, typed, requestKey });
  };
  const end = { step: "completed", outcome: "not_ours", agencyName: "แขวงทางหลวง" } as const;
  for (const more of [{}, end])
    expect(await refusal(took(town.officer, more))).toEqual({ kind: "officer_not_for_this" });
  await granted(took(town.supervisor, {}));
  expect((await now()).officerId).toBe(town.officer.staffId);
  await granted(took(town.officer, end));
});

test("however often and by however many it is swept, it is handed on once a reopening", async () => {
  await reopened();
  const swept = await Promise.all([1, 2, 3].map(() => handOnReopened(world.ports, system)));
  expect(swept.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await handOnReopened(world.ports, system)).toBe(0);
  expect(await told()).toHaveLength(1);
  const helper = await colleague();
  await step(town.supervisor, { step: "assigned", officerId: helper.staffId });
  await step(helper, { step: "completed", outcome: "done" });
  const { version: seen } = await now();
  await closureTested(seen);
  expect(await handOnReopened(world.ports, system)).toBe(1);
  expect((await now()).officerId).toBe(town.officer.staffId);
});

test("what somebody took meanwhile is left to them", async () => {
  const taker = await colleague();
  await colleague();
  await reopened();
  await step(taker, { step: "assigned", officerId: taker.staffId });
  expect(await handOnReopened(world.ports, system)).toBe(0);
  expect(await told()).toEqual([]);
});

test("the same answer of the citizen sent again after it was handed on changes nothing", async () => {
  await colleague();
  const seen = await reopened();
  await handOnReopened(world.ports, system);
  const before = await now();
  expect(await closureTested(seen)).toMatchObject({ isNew: false });
  expect((await now()).version).toBe(before.version);
  const ref = { agencyId: town.agencyId, petitionId: petition.id };
  const stale = { ...ref, seen: seen - 1, isDone: false, text: "ยังดับ", photo: null };
  expect(await refusal(testClosure(world.ports, citizen, stale))).toMatchObject({ kind: "petition_changed" });
});
