import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, invited } from "../../../tests/support/staff.ts";
import { watchIdle } from "./watch-idle.ts";

const sweeper = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let agencyId: string;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  all = asSuperuser(world);
  open = testApp(world);
  agencyId = await openFacility(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  await all`delete from notice`;
  await all`delete from staff_session`;
  await all`update staff set state = 'ended' where state <> 'ended'`;
  world.clock.set(new Date("2026-11-21T10:00:00+07:00"));
});

const watch = () => watchIdle(world.ports, sweeper);
const mailsOf = async (staffId: string) =>
  (
    await all`select kind from notice where refs->>'staffId' = ${staffId} and kind <> 'staff_invited' order by queued_at`
  ).map(({ kind }) => kind as string);
const stateOf = async (staffId: string) =>
  (await all`select state, end_reason, warned_days from staff where id = ${staffId}`)[0];

/** Late in the evening of a day in Bangkok, so many days after the account was last used at noon. */
function daysLater(days: number, hour = 0): void {
  const midnight = new Date("2026-11-21T00:00:00+07:00").getTime();
  world.clock.set(new Date(midnight + (days * 24 + hour) * 3_600_000));
}

test.each([
  [44, 23, "active", []],
  [45, 0, "active", ["staff_idle_warning"]],
  [54, 23, "active", ["staff_idle_warning"]],
  [55, 0, "active", ["staff_idle_warning"]],
  [59, 23, "active", ["staff_idle_warning"]],
  [60, 0, "revoked", ["staff_revoked"]],
] as const)(
  "after %i days and %i hours without signing in an account is %s",
  async (days, hour, state, mails) => {
    const { staffId } = await cameIn(world.ports, open, agencyId);
    daysLater(days, hour);
    await watch();
    await watch();
    expect(await stateOf(staffId)).toMatchObject({ state });
    expect(await mailsOf(staffId)).toEqual(mails);
  },
);

test("told twice and then ended, each exactly once, however often it is looked at", async () => {
  const { staffId, browser } = await cameIn(world.ports, open, agencyId);
  for (let hour = 40 * 24; hour <= 62 * 24; hour += 7) {
    daysLater(0, hour);
    await Promise.all([watch(), watch()]);
  }
  expect(await mailsOf(staffId)).toEqual(["staff_idle_warning", "staff_idle_warning", "staff_revoked"]);
  expect(await stateOf(staffId)).toMatchObject({ state: "revoked", end_reason: "idle" });
  expect((await browser.get("/console/counter")).headers.get("location")).toBe("/console/sign-in");
});

test("a server that slept for weeks sends the last warning alone, or ends the right at once", async () => {
  const one = await cameIn(world.ports, open, agencyId);
  daysLater(57);
  expect(await watch()).toEqual({ warned: 1, ended: 0 });
  expect(await mailsOf(one.staffId)).toEqual(["staff_idle_warning"]);
  daysLater(200);
  expect(await watch()).toEqual({ warned: 0, ended: 1 });
  expect(await watch()).toEqual({ warned: 0, ended: 0 });
});

test("signing in starts the count anew, warnings included", async () => {
  const { staffId } = await cameIn(world.ports, open, agencyId);
  daysLater(46);
  await watch();
  await all`update staff set last_sign_in_at = ${world.clock.now().toISOString()}, warned_days = 0 where id = ${staffId}`;
  daysLater(46 + 44);
  expect(await watch()).toEqual({ warned: 0, ended: 0 });
  daysLater(46 + 45);
  expect(await watch()).toEqual({ warned: 1, ended: 0 });
});

test("somebody who never signed in is counted from the day of the grant", async () => {
  const { staffId } = await invited(world.ports, agencyId);
  daysLater(59);
  await watch();
  expect(await stateOf(staffId)).toMatchObject({ state: "invited", warned_days: 55 });
  daysLater(60);
  await watch();
  expect(await stateOf(staffId)).toMatchObject({ state: "revoked", end_reason: "idle" });
});
