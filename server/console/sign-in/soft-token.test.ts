import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { issuedSeats, liveHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import { cameIn, firstStep, type StaffInside } from "../../../tests/support/staff.ts";
import { activated, rightAnswer, type TestPair } from "../../../tests/support/test-phone.ts";
import { answerChallenge } from "../../credentials/actions/answer-challenge.ts";

const phone = { channel: "c", lineUserId: "Ustaff" };
const way = "/console/second-step/soft-token";
let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let town: Town;
let member: StaffInside;
let pair: TestPair;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  const { ports } = world;
  town = await openTown(ports);
  const head = await staffOf(ports, town.agencyId, "seat_head");
  const seats = await issuedSeats(ports, await openTreasury(ports), town.agencyId);
  member = await cameIn(ports, open, town.agencyId, "supervisor");
  const { citizenId } = member.person;
  const holding = await liveHolder(ports, head, seats.recorder.id, { citizenId });
  ({ pair } = await activated(ports, holding, phone));
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

async function signed(): Promise<void> {
  const [row] = await all<{ id: string }[]>`select id from sign_in_challenge where state = 'waiting'`;
  const answer = await rightAnswer(world.ports, row?.id ?? "", phone, pair);
  await granted(answerChallenge(world.ports, { kind: "gate" }, answer));
}

test("somebody of the console who holds a seat comes in by the phone, and only once it signed", async () => {
  world.clock.pass(60);
  const half = open(await firstStep(open, member.username));
  expect(await (await half.get("/console/second-step")).text()).toContain(way);
  expect((await half.get(way)).status).toBe(200);
  const early = await half.post(`${way}/enter`);
  expect(cookieGiven(early, "__Host-staff")).toBe("");
  await signed();
  const entered = await half.post(`${way}/enter`);
  const cookie = cookieGiven(entered, "__Host-staff");
  expect((await open(cookie).get("/console/petitions")).status).toBe(200);
  const [row] = await all<{ by: string }[]>`select refs ->> 'by' as by from audit_entry
    where action = 'staff.signed_in' and subject_id = ${member.staffId} order by at desc, id desc limit 1`;
  expect(row?.by).toBe("soft_token");
});

test("a signature for one session of the console opens no other", async () => {
  const half = open(await firstStep(open, member.username));
  await half.get(way);
  await signed();
  const other = open(await firstStep(open, member.username));
  expect(cookieGiven(await other.post(`${way}/enter`), "__Host-staff")).toBe("");
});

test("whoever holds no seat is offered no such way, and is led back from it", async () => {
  const stranger = await cameIn(world.ports, open, town.agencyId, "officer");
  const half = open(await firstStep(open, stranger.username));
  expect(await (await half.get("/console/second-step")).text()).not.toContain(way);
  expect((await half.get(way)).headers.get("location")).toBe("/console/second-step");
  expect(cookieGiven(await half.post(`${way}/enter`), "__Host-staff")).toBe("");
});

test("a key that was stopped while the session waited opens nothing", async () => {
  const half = open(await firstStep(open, member.username));
  await half.post(way);
  await signed();
  await all`update soft_token set state = 'stopped', ended_at = now() where state = 'live'`;
  expect(cookieGiven(await half.post(`${way}/enter`), "__Host-staff")).toBe("");
});
