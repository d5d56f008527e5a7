import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, firstStep, invited, openOffice, type StaffInside } from "../../../tests/support/staff.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let all: postgres.Sql;
let agencyId: string;
let admin: StaffInside;
let registrar: StaffInside;
let otherRegistrar: StaffInside;
let otherAdmin: StaffInside;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  open = testApp(world);
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  const centre = await openOffice(world.ports, null);
  const [first, second] = [await openOffice(world.ports, 1), await openOffice(world.ports, 2)];
  agencyId = await openFacility(world.ports, { region: 1 });
  const elsewhere = await openFacility(world.ports, { region: 1, hcode: "99902" });
  admin = await cameIn(world.ports, open, agencyId, "facility_admin");
  otherAdmin = await cameIn(world.ports, open, elsewhere, "facility_admin");
  registrar = await cameIn(world.ports, open, first, "registrar");
  otherRegistrar = await cameIn(world.ports, open, second, "registrar");
  expect(centre).not.toBe(first);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`delete from limit_count`);

const path = ({ staffId }: { readonly staffId: string }) => `/console/people/${staffId}/second-step`;
const reset = (who: StaffInside, whose: { readonly staffId: string }, reason = "lost") =>
  who.browser.post(path(whose), { reason });

test("an admin resets a clerk: sessions end, the mail says why, a new authenticator follows the password", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  await all`insert into staff_passkey (credential_id, staff_id, public_key, counter, name, made_at)
    values (${clerk.staffId}, ${clerk.staffId}, ${Buffer.alloc(1)}, 0, 'x', now())`;
  const page = await (await admin.browser.get(path(clerk))).text();
  expect([page.includes(clerk.username), page.includes(clerk.person.citizenId)]).toEqual([true, false]);
  const done = await reset(admin, clerk);
  expect([done.status, done.headers.get("location")]).toEqual([303, `${path(clerk)}?done=1`]);
  expect((await clerk.browser.get("/console/counter")).status).toBe(303);
  const half = await firstStep(open, clerk.username);
  const next = await (await open(half).get("/console/second-step")).text();
  expect([next.includes("รหัสลับ"), next.includes("use-passkey")]).toEqual([true, false]);
  const told = await all`select refs ->> 'reason' as reason from notice
    where refs ->> 'staffId' = ${clerk.staffId} and kind = 'staff_second_step_reset'`;
  expect(told).toEqual([{ reason: "lost" }]);
  const written = await all`select actor_id, refs from audit_entry
    where subject_id = ${clerk.staffId} and action = 'staff.second_step_reset'`;
  expect(written).toEqual([{ actor_id: admin.staffId, refs: { reason: "lost" } }]);
});

test("a registrar resets the admins they grant, and every account of their facilities", async () => {
  const second = await cameIn(world.ports, open, agencyId, "facility_admin");
  const clerk = await cameIn(world.ports, open, agencyId);
  expect((await reset(registrar, second, "suspected")).status).toBe(303);
  expect((await reset(registrar, clerk)).status).toBe(303);
});

test("no reason and a made-up one are asked for again, and nothing changes", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  for (const reason of ["", "because"]) {
    const answer = await reset(admin, clerk, reason);
    expect([answer.status, (await answer.text()).includes("เลือกเหตุผล")]).toEqual([422, true]);
  }
  expect((await clerk.browser.get("/console/counter")).status).toBe(200);
});

test("whoever is not theirs to reset looks like nobody, and stays in", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  const peer = await cameIn(world.ports, open, agencyId);
  const secondAdmin = await cameIn(world.ports, open, agencyId, "facility_admin");
  const reader = await cameIn(world.ports, open, agencyId, "report_reader");
  const pairs: readonly (readonly [StaffInside, StaffInside])[] = [
    [otherAdmin, clerk],
    [otherRegistrar, clerk],
    [otherRegistrar, admin],
    [peer, clerk],
    [reader, clerk],
    [clerk, clerk],
    [admin, admin],
    [admin, secondAdmin],
    [admin, registrar],
    [registrar, registrar],
    [registrar, otherRegistrar],
  ];
  for (const [who, whose] of pairs) {
    expect((await who.browser.get(path(whose))).status).toBe(404);
    expect((await reset(who, whose)).status).toBe(404);
  }
  expect((await clerk.browser.get("/console/counter")).status).toBe(200);
  expect((await admin.browser.get(path({ staffId: "x" }))).status).toBe(404);
});

test("an account without a password yet, one that ended, and nobody's id are not there to reset", async () => {
  const fresh = await invited(world.ports, agencyId);
  const gone = await cameIn(world.ports, open, agencyId);
  await all`update staff set state = 'ended' where id = ${gone.staffId}`;
  const nobody = { staffId: "00000000-0000-7000-8000-000000000000" };
  for (const whose of [fresh, gone, nobody]) expect((await reset(admin, whose)).status).toBe(404);
});

test("whoever came by a link acts for the agency, and whoever is not in is led to the door", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  const link = open(await staffCookie(world, open(), agencyId));
  expect((await link.get(path(clerk))).status).toBe(200);
  expect((await open().get(path(clerk))).headers.get("location")).toBe("/console/sign-in");
  expect((await open().post(path(clerk), { reason: "lost" })).status).toBe(403);
});
