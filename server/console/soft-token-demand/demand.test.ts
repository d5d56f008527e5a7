import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { consoleRoutes } from "../../../tests/support/console-routes.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { issuedSeats, liveHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import { cameIn, firstStep, secondStep, type StaffInside } from "../../../tests/support/staff.ts";
import { activated, rightAnswer, type TestPair } from "../../../tests/support/test-phone.ts";
import { liftDemandOf } from "../../agencies/actions/demand-soft-token.ts";
import { bangkokDay, startOfBangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { answerChallenge } from "../../credentials/actions/answer-challenge.ts";

const phone = { channel: "c", lineUserId: "Uadmin" };
const path = "/console/soft-token-demand";
const needed = "/console/second-step/needed";
let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let town: Town;
/** Has a Soft Token of the town. */
let admin: StaffInside;
/** Has none. */
let officer: StaffInside;
let pair: TestPair;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  const { ports } = world;
  town = await openTown(ports);
  const head = await staffOf(ports, town.agencyId, "seat_head");
  const seats = await issuedSeats(ports, await openTreasury(ports), town.agencyId);
  admin = await cameIn(ports, open, town.agencyId, "local_admin");
  officer = await cameIn(ports, open, town.agencyId, "officer");
  const { citizenId } = admin.person;
  const holding = await liveHolder(ports, head, seats.recorder.id, { citizenId });
  ({ pair } = await activated(ports, holding, phone));
}, 60_000);
beforeEach(() => all`delete from soft_token_demand`);
afterAll(async () => {
  await all.end();
  await world.close();
});

/** Comes in by the authenticator's code; empty: it was not let in. */
async function byCode(who: StaffInside): Promise<string> {
  world.clock.pass(60);
  return secondStep(open, await firstStep(open, who.username), who.code());
}

/** Comes in by the phone. */
async function byPhone(who: StaffInside): Promise<string> {
  const way = "/console/second-step/soft-token";
  const half = open(await firstStep(open, who.username));
  await half.get(way);
  const [row] = await all<{ id: string }[]>`select id from sign_in_challenge where state = 'waiting'`;
  const answer = await rightAnswer(world.ports, row?.id ?? "", phone, pair);
  await granted(answerChallenge(world.ports, { kind: "gate" }, answer));
  return cookieGiven(await half.post(`${way}/enter`), "__Host-staff");
}

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const whereTo = (answer: Response) => [answer.status, answer.headers.get("location")];

async function demand(cookie: string, delay: string): Promise<Response> {
  return open(cookie).post(path, { delay });
}

/** As if the day had come: the clock of the world stays, so that sessions do not grow old meanwhile. */
async function inForce(): Promise<void> {
  await all`insert into soft_token_demand (agency_id, from_day, set_by, set_at)
    values (${town.agencyId}, ${world.clock.now().toISOString().slice(0, 10)}::date - 1, ${admin.staffId}, now())`;
}

describe("setting it", () => {
  test("whoever has no Soft Token sees how to get one and demands nothing", async () => {
    const other = await cameIn(world.ports, open, town.agencyId, "local_admin");
    expect(await textOf(other.browser.get(path))).not.toContain('name="delay"');
    const refused = await demand(other.cookie, "7");
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("คุณยังไม่มี Soft Token"),
    ]);
    expect(await all`select 1 from soft_token_demand`).toHaveLength(0);
  });

  test("shows who has none, and gives those a week at least", async () => {
    const cookie = await byCode(admin);
    const page = await textOf(open(cookie).get(path));
    expect(page).toContain("มีแล้ว 1 จาก");
    expect(page).not.toContain('value="0"');
    expect((await demand(cookie, "0")).status).toBe(422);
    expect((await demand(cookie, "3")).status).toBe(422);
    expect(whereTo(await demand(cookie, "7"))).toEqual([303, `${path}?told=set`]);
    const [row] = await all<
      { days: number }[]
    >`select from_day - (${world.clock.now().toISOString()}::timestamptz
      at time zone 'Asia/Bangkok')::date as days from soft_token_demand`;
    expect(row?.days).toBe(7);
    expect((await demand(cookie, "14")).status).toBe(422);
    const entries = await all`select 1 from audit_entry where action = 'soft_token_demand.set'
      and actor_id = ${admin.staffId}`;
    expect(entries).toHaveLength(1);
    const told = await all`select refs ->> 'staffId' as to from notice where kind = 'staff_token_demanded'`;
    expect(told.map(({ to }) => String(to))).toContain(officer.staffId);
    expect(told.map(({ to }) => String(to))).not.toContain(admin.staffId);
  });

  test("an officer has no such page", async () => {
    const cookie = await byCode(officer);
    expect((await open(cookie).get(path)).status).toBe(404);
    expect((await open(cookie).post(`${path}/lift`)).status).toBe(404);
  });

  test("lifting it is written down, and any second step opens the console again", async () => {
    await inForce();
    const cookie = await byPhone(admin);
    expect(await textOf(open(cookie).get(path))).toContain("บังคับใช้อยู่");
    expect(whereTo(await open(cookie).post(`${path}/lift`))).toEqual([303, `${path}?told=lifted`]);
    expect((await open(await byCode(officer)).get("/console/petitions")).status).toBe(200);
    expect(await all`select 1 from audit_entry where action = 'soft_token_demand.lifted'`).toHaveLength(1);
  });
});

describe("before its day", () => {
  test("everybody comes in as before, and who came by another step reads the day on every page", async () => {
    await demand(await byCode(admin), "7");
    const page = await textOf(open(await byCode(officer)).get("/console/petitions"));
    expect(page).toContain("ต้องเข้าระบบนี้ด้วย Soft Token เท่านั้น");
    expect(page).toContain(needed);
    const byToken = await textOf(open(await byPhone(admin)).get("/console/petitions"));
    expect(byToken).not.toContain("ต้องเข้าระบบนี้ด้วย Soft Token เท่านั้น");
  });

  test("a session that goes on over the midnight is out with its next request", async () => {
    await demand(await byCode(admin), "7");
    const [row] = await all<{ from: BangkokDay }[]>`select from_day::text as from from soft_token_demand`;
    const midnight = startOfBangkokDay(row?.from ?? bangkokDay(world.clock.now()));
    world.clock.set(new Date(midnight.getTime() - 120_000));
    const cookie = await byCode(officer);
    expect((await open(cookie).get("/console/petitions")).status).toBe(200);
    world.clock.set(new Date(midnight.getTime() + 1_000));
    expect(whereTo(await open(cookie).get("/console/petitions"))).toEqual([303, needed]);
  });
});

describe("in force", () => {
  beforeEach(() => inForce());

  test("a code is not looked at, and the page says what to do", async () => {
    world.clock.pass(60);
    const half = open(await firstStep(open, officer.username));
    expect(whereTo(await half.get("/console/second-step"))).toEqual([303, needed]);
    const posted = await half.post("/console/second-step", { code: officer.code() });
    expect([...whereTo(posted), cookieGiven(posted, "__Host-staff")]).toEqual([303, needed, ""]);
    const page = await textOf(half.get(needed));
    expect(page).toContain("แจ้งหัวหน้าหน่วยงานผู้เบิกให้แต่งตั้งคุณ");
    expect(page).not.toContain("/console/second-step/soft-token");
  });

  test("who has one is led to it, and comes in", async () => {
    const half = open(await firstStep(open, admin.username));
    expect(await textOf(half.get(needed))).toContain('href="/console/second-step/soft-token"');
    expect((await open(await byPhone(admin)).get("/console/local")).status).toBe(200);
  });

  test("no route of the console opens to a session that came in by a code before", async () => {
    await all`delete from soft_token_demand`;
    const cookie = await byCode(officer);
    expect((await open(cookie).get("/console/petitions")).status).toBe(200);
    await inForce();
    const wayIn =
      /^\/(|enter.*|sign-in.*|sign-out|second-step.*|set-password.*|lost-password|accept|language)$/;
    const routes = consoleRoutes().filter((each) => !wayIn.test(each.path));
    expect(routes.length).toBeGreaterThan(100);
    for (const { method, path: pattern } of routes) {
      const named = pattern.replace(/:file\{.*\}$/, "clean.xlsx");
      const address = `/console${named.replace(/:\w+(\{[^}]*\})?/g, town.agencyId)}`;
      const answer = await (method === "GET" ? open(cookie).get(address) : open(cookie).post(address));
      const isOut = [401, 403].includes(answer.status) || answer.headers.get("location") === needed;
      expect.soft(isOut, `${method} ${pattern}: ${answer.status}`).toBe(true);
      await answer.body?.cancel();
    }
  });

  test("it binds one agency: another town's staff come in as before", async () => {
    const other = await openTown(world.ports);
    const stranger = await cameIn(world.ports, open, other.agencyId, "officer");
    expect((await stranger.browser.get("/console/petitions")).status).toBe(200);
  });

  test("the operator lifts it where nobody can come in", async () => {
    const operator = { kind: "system", job: "admin" } as const;
    await granted(liftDemandOf(world.ports, operator, town.agencyId));
    expect((await liftDemandOf(world.ports, operator, town.agencyId)).ok).toBe(false);
    expect((await open(await byCode(officer)).get("/console/petitions")).status).toBe(200);
  });
});
