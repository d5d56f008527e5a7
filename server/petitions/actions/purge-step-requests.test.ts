import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { untypedStep } from "../desk-step.ts";
import { purgeStepRequests } from "./purge-step-requests.ts";
import { takeDeskStep } from "./take-desk-step.ts";

const system = { kind: "system", job: "test" } as const;
const day = 24 * 60 * 60;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

test("a post is known for seven days, so that it is taken once, and then forgotten", async () => {
  const { serviceId } = await town.serviceOf();
  const petition = await town.filed(await townsman(world.ports), serviceId);
  const typed = untypedStep("received");
  const input = { petitionId: petition.id, seen: 1, typed, requestKey: world.ports.random.uuid() };
  await granted(takeDeskStep(world.ports, town.officer, input));
  world.clock.pass(7 * day);
  expect(await purgeStepRequests(world.ports, system)).toBe(0);
  await granted(takeDeskStep(world.ports, town.officer, input));
  world.clock.pass(1);
  expect(await purgeStepRequests(world.ports, system)).toBe(1);
  expect(await all`select 1 from petition_step_request where petition_id = ${petition.id}`).toHaveLength(0);
  const [row] = await all`select status, version from petition where id = ${petition.id}`;
  expect(row).toEqual({ status: "received", version: 2 });
});
