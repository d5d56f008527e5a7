import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  issuedSeats,
  liveHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { seeTokenAgencies } from "./see-token-agencies.ts";

let world: TestWorld;
let treasury: Treasury;
let town: Town;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  treasury = await openTreasury(world.ports);
  town = await openTown(world.ports);
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
});
afterAll(() => world.close());

async function rowOfTown(search = "") {
  const { rows } = await seeTokenAgencies(world.ports, treasury.registrar, { search, turn: null });
  return rows.find(({ id }) => id === town.agencyId);
}

test("an agency stands with how many seats it was issued, and how many somebody holds", async () => {
  expect(await rowOfTown()).toMatchObject({ seats: 3, held: 0 });
  const head = await staffOf(world.ports, town.agencyId, "seat_head");
  await liveHolder(world.ports, head, seats.recorder.id);
  expect(await rowOfTown()).toMatchObject({ seats: 3, held: 1 });
});

test("is found by the beginning of a code, and by its name; a central office sees no seats of another", async () => {
  expect(await rowOfTown(seats.approver1.code.slice(0, 11))).toMatchObject({ seats: 3 });
  expect(await rowOfTown("Z99")).toBeUndefined();
  const other = await openTreasury(world.ports);
  const { rows } = await seeTokenAgencies(world.ports, other.registrar, { search: "", turn: null });
  expect(rows.map((row) => row.seats)).toEqual([0]);
});
