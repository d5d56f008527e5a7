import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { letterPasswordOfTest, withPassword } from "../../../tests/support/registering.ts";
import {
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
} from "../../../tests/support/seats.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { TriedFrom } from "../try-source.ts";
import { signInToSeat } from "./sign-in-to-seat.ts";

let world: TestWorld;
let head: Staff;
let seats: TownSeats;
let all: postgres.Sql;
let hashes = 0;

const counting = {
  make: lightPinHash.make,
  matches: (...given: Parameters<typeof lightPinHash.matches>) => {
    hashes += 1;
    return lightPinHash.matches(...given);
  },
};

beforeAll(async () => {
  world = await townWorld({ pinHash: counting });
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  const town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  seats = await issuedSeats(world.ports, await openTreasury(world.ports), town.agencyId);
  hashes = 0;
});

const refused = { ok: false, refusal: { kind: "seat_sign_in_refused" } };
const days = { endsDay: "1", endsMonth: "12", endsYear: "2570" };

const here: TriedFrom = { kind: "network", network: "192.0.2.1" };
const stranger: TriedFrom = { kind: "network", network: "198.51.100.9" };

function tried(
  userCode: string,
  password = letterPasswordOfTest,
  part: "holder" | "deputy" = "holder",
  from = here,
) {
  return signInToSeat(world.ports, { kind: "gate" }, { userCode, part, password, from });
}

test("holder, successor and deputy of one code each come in with a password of their own", async () => {
  const { id, code } = seats.recorder;
  const live = await liveHolder(world.ports, head, id);
  const next = await namedHolder(world.ports, head, id, { reason: "transferred" });
  const deputy = await namedHolder(world.ports, head, id, { part: "deputy", ...days });
  await withPassword(world.ports, live.id, { password: "holder of today 1" });
  await withPassword(world.ports, next.id, { password: "holder of tomorrow" });
  await withPassword(world.ports, deputy.id, { password: "in their stead 99" });
  const entered = (holdingId: string) => ({ ok: true, value: { holdingId } });
  expect(await tried(code, "holder of today 1")).toMatchObject(entered(live.id));
  expect(await tried(code.toLowerCase(), "holder of tomorrow")).toMatchObject(entered(next.id));
  expect(await tried(code, "in their stead 99", "deputy")).toMatchObject(entered(deputy.id));
  expect(await tried(code, "in their stead 99", "holder")).toEqual(refused);
});

test("two hashes are made and one thing is answered, whoever is in the seat, named, or nobody at all", async () => {
  const { recorder, approver1, approver2 } = seats;
  const live = await liveHolder(world.ports, head, recorder.id);
  await withPassword(world.ports, live.id);
  await namedHolder(world.ports, head, approver1.id);
  const wrong = "wrong wrong wrong";
  for (const code of [recorder.code, approver1.code, approver2.code, "A75ZZZ000008001", "no code"]) {
    hashes = 0;
    expect(await tried(code, wrong)).toEqual(refused);
    expect(hashes).toBe(2);
  }
  hashes = 0;
  expect(await tried(recorder.code)).toMatchObject({ ok: true });
  expect(hashes).toBe(2);
});

test("ten wrong ones make their own network wait, at two hashes each, and keep nobody else out", async () => {
  const { id, code } = seats.recorder;
  await withPassword(world.ports, (await namedHolder(world.ports, head, id)).id);
  const wrong = async (times: number) => {
    for (let at = 0; at < times; at += 1) await tried(code, "wrong wrong wrong", "holder", stranger);
  };
  await wrong(10);
  hashes = 0;
  expect(await tried(code, letterPasswordOfTest, "holder", stranger)).toEqual(refused);
  expect(hashes).toBe(2);
  expect(await tried(code)).toMatchObject({ ok: true });
  const known: TriedFrom = { kind: "known", browser: "one" };
  expect(await tried(code, letterPasswordOfTest, "holder", known)).toMatchObject({ ok: true });
  world.clock.pass(31);
  expect(await tried(code, letterPasswordOfTest, "holder", stranger)).toMatchObject({ ok: true });
});

test("a hundred wrong ones lock nothing: the right password is let in again within the hour", async () => {
  const { id, code } = seats.recorder;
  await withPassword(world.ports, (await namedHolder(world.ports, head, id)).id);
  for (let at = 0; at < 100; at += 1) {
    await tried(code, "wrong wrong wrong");
    world.clock.pass(3_601);
  }
  expect(await tried(code)).toMatchObject({ ok: true });
});

test("guesses at the holder's part are not given back by the deputy's password", async () => {
  const { id, code } = seats.recorder;
  await withPassword(world.ports, (await liveHolder(world.ports, head, id)).id);
  const deputy = await namedHolder(world.ports, head, id, { part: "deputy", ...days });
  await withPassword(world.ports, deputy.id, { password: "in their stead 99" });
  for (let at = 0; at < 10; at += 1) {
    await tried(code, "wrong wrong wrong");
    expect(await tried(code, "in their stead 99", "deputy")).toMatchObject({ ok: true });
  }
  expect(await tried(code)).toEqual(refused);
});

test("a deputy whose last day is over is refused as a wrong password is", async () => {
  const { id, code } = seats.approver1;
  const deputy = await namedHolder(world.ports, head, id, { part: "deputy", ...days });
  await withPassword(world.ports, deputy.id);
  expect(await tried(code, letterPasswordOfTest, "deputy")).toMatchObject({ ok: true });
  await all`update seat_holding set starts_on = '2026-01-01', ends_on = '2026-01-02' where id = ${deputy.id}`;
  expect(await tried(code, letterPasswordOfTest, "deputy")).toEqual(refused);
});
