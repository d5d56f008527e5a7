import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import {
  authenticatorOf,
  cameIn,
  firstStep,
  goodPassword,
  invited,
  secondStep,
} from "../../../tests/support/staff.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let all: postgres.Sql;
let [hashes, guesses] = [0, 0];

const counting = {
  make: lightPinHash.make,
  matches: (...given: Parameters<typeof lightPinHash.matches>) => {
    hashes += 1;
    if (given[1] !== "password:nobody") guesses += 1;
    return lightPinHash.matches(...given);
  },
};

beforeAll(async () => {
  world = await testWorld({ pinHash: counting });
  open = testApp(world);
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  agencyId = await openFacility(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  await all`delete from limit_count`;
  hashes = 0;
});

const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const nameOf = (email: string) => email.split("@")[0] ?? "";

test("somebody invited sets a password, enrols an authenticator, accepts, and lands on the counter", async () => {
  const { path, person, staffId } = await invited(world.ports, agencyId);
  const page = await (await open().get(path)).text();
  expect(page).toContain(nameOf(person.email));
  expect(where(await open().post(path, { password: goodPassword }))).toEqual([
    303,
    "/console/sign-in?told=password_set",
  ]);
  const half = await firstStep(open, nameOf(person.email));
  expect(where(await open(half).get("/console/counter"))).toEqual([303, "/console/second-step"]);
  expect(await (await open(half).get("/console/second-step")).text()).toContain("รหัสลับ");
  const code = await authenticatorOf(world.ports, staffId);
  const whole = await secondStep(open, half, code());
  expect(whole).not.toBe(half);
  expect(where(await open(whole).get("/console/counter"))).toEqual([303, "/console/accept"]);
  await open(whole).post("/console/accept");
  expect(where(await open(whole).get("/console"))).toEqual([303, "/console/counter"]);
  expect((await open(whole).get("/console/counter")).status).toBe(200);
});

test("the secret of an authenticator that was shown and not confirmed is worth nothing once the password is given again", async () => {
  const { path, person, staffId } = await invited(world.ports, agencyId);
  await open().post(path, { password: goodPassword });
  const onlooker = await firstStep(open, nameOf(person.email));
  const seen = await authenticatorOf(world.ports, staffId);
  const owner = await firstStep(open, nameOf(person.email));
  expect(where(await open(onlooker).get("/console/second-step"))).toEqual([303, "/console/sign-in"]);
  const own = await authenticatorOf(world.ports, staffId);
  expect(own()).not.toBe(seen());
  expect(await secondStep(open, owner, own())).not.toBe("");
});

test("a cookie is worth nothing once the next step was done", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  const half = await firstStep(open, staff.username);
  await secondStep(open, half, staff.code());
  expect(where(await open(half).get("/console/counter"))).toEqual([303, "/console/sign-in"]);
});

test("a link sets a password once, and says plainly when it is dead", async () => {
  const { path } = await invited(world.ports, agencyId);
  const both = await Promise.all([1, 2].map(() => open().post(path, { password: goodPassword })));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  const dead = await open().get(path);
  expect([dead.status, (await dead.text()).includes("ลิงก์นี้ใช้ไม่ได้แล้ว")]).toEqual([404, true]);
  const late = await invited(world.ports, agencyId);
  world.clock.pass(7 * 24 * 60 * 60);
  expect((await open().get(late.path)).status).toBe(404);
  expect((await open().get(`/console/set-password/${"a".repeat(75)}`)).status).toBe(404);
});

test("a password that is refused leaves the link as it was, and says why", async () => {
  const { path } = await invited(world.ports, agencyId);
  const short = await open().post(path, { password: "สั้นไป" });
  expect([short.status, (await short.text()).includes("เพิ่มอีก")]).toEqual([422, true]);
  const common = await open().post(path, { password: "password12345" });
  expect([common.status, (await common.text()).includes("เดาได้ง่าย")]).toEqual([422, true]);
  expect((await open().post(path, { password: goodPassword })).status).toBe(303);
});

test("what is answered tells nobody which accounts there are or how they stand", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const locked = await cameIn(world.ports, open, agencyId);
  const never = await invited(world.ports, agencyId);
  await all`update staff set locked_at = now(), wrong = 15 where id = ${locked.staffId}`;
  const tried = [staff.username, locked.username, nameOf(never.person.email), "nobody.at.all"];
  const answers = await Promise.all(
    tried.map(async (username) => {
      const answer = await open().post("/console/sign-in", { username, password: "wrong wrong wrong" });
      return [
        answer.status,
        cookieGiven(answer, "__Host-staff"),
        (await answer.text()).replaceAll(username, ""),
      ];
    }),
  );
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
});

test("an unknown name, a locked account and one that must wait take the same slow hash as a wrong password", async () => {
  const [staff, locked, waits] = await Promise.all([1, 2, 3].map(() => cameIn(world.ports, open, agencyId)));
  await all`update staff set locked_at = now(), wrong = 15 where id = ${locked!.staffId}`;
  await all`update staff set next_try_at = '2100-01-01', wrong = 10 where id = ${waits!.staffId}`;
  hashes = 0;
  for (const username of [staff!.username, locked!.username, waits!.username, "nobody.at.all", "ชื่อ ที่ไม่มี"]) {
    await open().post("/console/sign-in", { username, password: "wrong wrong wrong" });
  }
  expect(hashes).toBe(5);
});

test("of guesses sent at once no more than ten are compared with the password", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  guesses = 0;
  const guess = (at: number) => ({ username: staff.username, password: `guess number ${at}` });
  await Promise.all(Array.from({ length: 60 }, (_, at) => open().post("/console/sign-in", guess(at))));
  expect(guesses).toBeLessThanOrEqual(10);
  expect(await firstStep(open, staff.username)).toBe("");
});

test("the fifteenth wrong try locks until the password is set anew, who is in stays in, and the owner is told", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  for (let at = 0; at < 15; at += 1) {
    await all`delete from limit_count`;
    await firstStep(open, staff.username, "wrong wrong wrong");
    world.clock.pass(500);
  }
  expect(await firstStep(open, staff.username)).toBe("");
  const told = await all`select kind from notice
    where refs ->> 'staffId' = ${staff.staffId} and kind = 'staff_locked'`;
  expect(told).toHaveLength(1);
  await all`update staff_session set last_used_at = ${world.clock.now().toISOString()}`;
  expect((await staff.browser.get("/console/counter")).status).toBe(200);
});

test("a code of the authenticator is worth one use, in whatever session", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  const code = staff.code();
  const [first, second] = [await firstStep(open, staff.username), await firstStep(open, staff.username)];
  expect(await secondStep(open, first, code)).not.toBe("");
  expect(await secondStep(open, second, code)).toBe("");
});

test("wrong codes count for the account, however often the password is given again", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  for (let at = 0; at < 15; at += 1) {
    await all`delete from limit_count`;
    const half = await firstStep(open, staff.username);
    const answer = await open(half).post("/console/second-step", { code: "000000" });
    expect(answer.status).toBe(422);
    world.clock.pass(500);
  }
  expect(await firstStep(open, staff.username)).toBe("");
});

test("after the password the second step waits ten minutes and no longer", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  const half = await firstStep(open, staff.username);
  world.clock.pass(10 * 60);
  expect(where(await open(half).post("/console/second-step", { code: staff.code() }))).toEqual([
    303,
    "/console/sign-in",
  ]);
});

test("signing in at a second machine ends the first, which is told by mail; the same browser anew is not", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  world.clock.pass(60);
  const again = await staff.browser.post("/console/sign-in", {
    username: staff.username,
    password: goodPassword,
  });
  const same = await secondStep(open, cookieGiven(again, "__Host-staff"), staff.code());
  const told = () => all`select id from notice
    where refs ->> 'staffId' = ${staff.staffId} and kind = 'staff_session_elsewhere'`;
  expect(await told()).toHaveLength(0);
  world.clock.pass(60);
  await secondStep(open, await firstStep(open, staff.username), staff.code());
  expect(await told()).toHaveLength(1);
  expect((await open(same).get("/console/counter")).status).toBe(303);
});

test("a lost password is answered alike for every address, and mails a link only where there is an account", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  const ask = async (email: string) => {
    const answer = await open().post("/console/lost-password", { email });
    return [answer.status, answer.headers.get("location"), await answer.text()];
  };
  expect(await ask(staff.person.email)).toEqual(await ask("nobody@clinic.example"));
  await expect
    .poll(
      () => all`select id from notice
        where kind = 'staff_password_reset' and refs ->> 'staffId' = ${staff.staffId}`,
    )
    .toHaveLength(1);
  expect((await open().post("/console/lost-password", { email: "no address" })).status).toBe(422);
});

test("one address is sent no more than three links an hour", async () => {
  const statuses = [];
  for (let at = 0; at < 4; at += 1) {
    statuses.push((await open().post("/console/lost-password", { email: "x@clinic.example" })).status);
  }
  expect(statuses).toEqual([303, 303, 303, 429]);
});

test("signing out ends the session, and twenty tries under one name in ten minutes are enough", async () => {
  const staff = await cameIn(world.ports, open, agencyId);
  await staff.browser.post("/console/sign-out");
  expect(where(await staff.browser.get("/console"))).toEqual([303, "/console/sign-in"]);
  const statuses = new Set<number>();
  for (let at = 0; at < 21; at += 1) {
    const answer = await open().post("/console/sign-in", {
      username: "some.name",
      password: "wrong wrong wrong",
    });
    statuses.add(answer.status);
  }
  expect([...statuses]).toEqual([422, 429]);
});
