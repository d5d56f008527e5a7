import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notice } from "../../../db/schema/index.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { StepActor } from "../step-actor.ts";
import { listEvents } from "../store/petition-event.ts";
import { findPetition, type KeptPetition } from "../store/petition.ts";
import { takeStep, type StepInput } from "./take-step.ts";

let world: TestWorld;
let town: Town;
let citizen: Citizen;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
});
afterAll(() => world.close());

beforeEach(async () => {
  // A Monday, in office hours.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  const { serviceId } = await town.serviceOf();
  petition = await town.filed(citizen, serviceId);
});

const step = (actor: StepActor, more: Omit<StepInput, "petition" | "seen">, seen?: number) => {
  world.clock.pass(1);
  return world.ports.db.as(actor, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    return takeStep(world.ports, tx, actor, { petition: found, seen: seen ?? found.version, ...more });
  });
};

test("a petition is filed with its number, its legal receipt and the day an answer is due", () => {
  expect(petition.number).toMatch(/^2569-\d{6}-..$/);
  expect(petition.status).toBe("submitted");
  expect(petition.deemedReceivedAt).toEqual(new Date("2026-11-23T09:00:00+07:00"));
  expect(petition.dueDay).toBe("2026-12-02");
  expect(petition.unitId).toBe(town.unitIds[0]);
});

test("four statuses follow each other, each with its event, and the citizen is told of each", async () => {
  await granted(step(town.officer, { step: "received" }));
  await granted(step(town.officer, { step: "started" }));
  const done = await granted(step(town.officer, { step: "completed", outcome: "done" }));
  expect(done).toMatchObject({ status: "completed", outcome: "done", testUntil: "2026-12-02", version: 4 });
  const events = await world.ports.db.as(citizen, (tx) => listEvents(world.ports, tx, done));
  expect(events.map(({ kind }) => kind)).toEqual(["submitted", "received", "started", "completed"]);
  const told = await world.ports.db.as({ kind: "system", job: "test" }, (tx) => tx.select().from(notice));
  const ofThis = told.filter(({ refs }) => (refs as { petitionId?: string }).petitionId === petition.id);
  expect(new Set(ofThis.map(({ kind }) => kind))).toEqual(
    new Set(["petition_filed", "petition_moved", "petition_completed"]),
  );
});

test("the clock stands while a correction is asked for, and goes on after it was given", async () => {
  await granted(step(town.officer, { step: "received" }));
  const asked = await granted(
    step(town.officer, { step: "correction_asked", words: { text: "รูปไม่ชัด", fields: ["place"] } }),
  );
  expect(asked).toMatchObject({ pauseReason: "correction", dueDay: null });
  world.clock.set(new Date("2026-11-25T10:00:00+07:00"));
  const given = await granted(step(citizen, { step: "correction_given" }));
  expect(given).toMatchObject({ pauseReason: null, dueDay: "2026-12-04" });
});

test("the clock stands while a payment is waited for, too: nobody is told that an agency is late that waits", async () => {
  await granted(step(town.officer, { step: "received" }));
  await granted(step(town.officer, { step: "started" }));
  const asked = await granted(step(town.officer, { step: "payment_asked", words: { satang: 5_000 } }));
  expect(asked).toMatchObject({ pauseReason: "payment", dueDay: null });
  world.clock.set(new Date("2026-11-25T10:00:00+07:00"));
  const seen = await granted(step(town.officer, { step: "payment_seen" }));
  expect(seen).toMatchObject({ pauseReason: null, dueDay: "2026-12-04" });
});

test("a petition that somebody changed since it was seen is not moved, and nothing is left behind", async () => {
  await granted(step(town.officer, { step: "received" }));
  expect(await refusal(step(town.supervisor, { step: "started" }, 1))).toEqual({
    kind: "petition_changed",
    version: 2,
  });
});

test("a refusal says until when it may be appealed", async () => {
  await granted(step(town.officer, { step: "received" }));
  const reasons = { facts: "นอกเขต", law: "ข้อบัญญัติ", considerations: "อยู่ในเขตทางหลวง" };
  const refused = await granted(
    step(town.officer, { step: "completed", outcome: "refused", words: { reasons } }),
  );
  const events = await world.ports.db.as(citizen, (tx) => listEvents(world.ports, tx, refused));
  expect(events.at(-1)?.words).toEqual({ reasons, appealUntil: "2026-12-08" });
});

test("a deed that was not done is opened again within its days, and its clock begins anew", async () => {
  await granted(step(town.officer, { step: "received" }));
  await granted(step(town.officer, { step: "completed", outcome: "done" }));
  world.clock.set(new Date("2026-11-30T20:00:00+07:00"));
  const again = await granted(step(citizen, { step: "reopened", words: { text: "ไฟยังดับ" } }));
  expect(again).toMatchObject({ status: "in_progress", outcome: null, reopened: 1, dueDay: "2026-12-14" });
});

test("after the days for testing are over a closure stands", async () => {
  await granted(step(town.officer, { step: "received" }));
  await granted(step(town.officer, { step: "completed", outcome: "done" }));
  world.clock.set(new Date("2026-12-03T00:00:01+07:00"));
  expect(await refusal(step(citizen, { step: "reopened" }))).toEqual({ kind: "test_over" });
});

test("a service that promises no day has none", async () => {
  const { serviceId } = await town.serviceOf(plainService({ promised: null }));
  expect((await town.filed(citizen, serviceId)).dueDay).toBeNull();
});
