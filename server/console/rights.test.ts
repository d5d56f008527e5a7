import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { layConsoleObjects, type ObjectOf } from "../../tests/support/console-objects.ts";
import { consoleRoutes, type Route } from "../../tests/support/console-routes.ts";
import { openFacility } from "../../tests/support/facilities.ts";
import { layPerson, layVisit } from "../../tests/support/lay-visits.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { openTown } from "../../tests/support/municipality.ts";
import { laySeatObjects } from "../../tests/support/seat-objects.ts";
import { openTreasury } from "../../tests/support/seats.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { cameIn, openOffice, type StaffInside } from "../../tests/support/staff.ts";
import { layTownObjects } from "../../tests/support/town-objects.ts";
import { levelsOfAgency, mayStaff } from "../agencies/role.ts";
import { staffLevels, type StaffLevel } from "../kernel/actor.ts";

const routes = consoleRoutes();
/** The way in: whoever has no session yet, or stands between its steps, must reach these. */
const wayIn =
  /^\/(|enter\/:token|sign-in.*|sign-out|second-step.*|set-password\/:token|lost-password|accept|language)$/;
/** Everybody's own account, whatever the level. */
const own = /^\/account(\/.*)?$/;
const guarded = routes.filter(({ path }) => !wayIn.test(path) && !own.test(path));

const facilityLevels = levelsOfAgency.facility;
const townLevels = levelsOfAgency.local_government;
/** Of a central office of Soft Tokens; its auditor has the level of a town's. */
const tokenLevels = ["token_registrar"] as const;
let world: TestWorld;
let all: postgres.Sql;
/** Somebody of each level; those of facilities at the facility whose objects are laid. */
const inside = new Map<StaffLevel, StaffInside>();
/** The same levels elsewhere: another facility, another region's office. */
const strangers = new Map<StaffLevel, StaffInside>();
let objectOf: ObjectOf;
let agencyId: string;
let townId: string;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash });
  all = asSuperuser(world);
  open = testApp(world);
  const { ports } = world;
  const [office, otherOffice, centre] = [
    await openOffice(ports, 1),
    await openOffice(ports, 2),
    await openOffice(ports, null),
  ];
  agencyId = await openFacility(ports, { region: 1 });
  const other = await openFacility(ports, { hcode: "99902", nameTh: "โรงพยาบาลอื่น", region: 2 });
  for (const level of facilityLevels) {
    inside.set(level, await cameIn(ports, open, agencyId, level));
    strangers.set(level, await cameIn(ports, open, other, level));
  }
  inside.set("registrar", await cameIn(ports, open, office, "registrar"));
  strangers.set("registrar", await cameIn(ports, open, otherOffice, "registrar"));
  inside.set("national_admin", await cameIn(ports, open, centre, "national_admin"));
  const [town, otherTown] = [await openTown(ports), await openTown(ports)];
  townId = town.agencyId;
  for (const level of townLevels) {
    inside.set(level, await cameIn(ports, open, townId, level));
    strangers.set(level, await cameIn(ports, open, otherTown.agencyId, level));
  }
  const [treasury, otherTreasury] = [await openTreasury(ports), await openTreasury(ports)];
  for (const level of tokenLevels) {
    inside.set(level, await cameIn(ports, open, treasury.agencyId, level));
    strangers.set(level, await cameIn(ports, open, otherTreasury.agencyId, level));
  }
  const officer = { ...town.officer, staffId: inside.get("officer")?.staffId ?? "" };
  const ofSeats = await laySeatObjects(ports, treasury, townId);
  const ofTown = { ...(await layTownObjects(ports, all, town, officer)), ...ofSeats };
  const admin = inside.get("facility_admin");
  if (!admin) throw new Error("no facility admin came in");
  const staff = { kind: "staff", staffId: admin.staffId, agencyId, level: "facility_admin" } as const;
  objectOf = await layConsoleObjects(world, all, staff, ofTown);
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

test("every route of the console names the right it needs, but for the way in and one's own account", () => {
  expect(guarded.filter(({ rights }) => rights.length === 0)).toEqual([]);
  expect(guarded.length).toBeGreaterThan(50);
});

describe("whoever has no session is shown the way in", () => {
  test.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s",
    async (_, route) => {
      const answer = await ask(open(), route, addressed(route));
      expect([303, 401, 403]).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get("location")).toBe("/console/sign-in");
    },
  );
});

describe.each(staffLevels)("a %s", (level) => {
  const may = ({ rights }: Route) => rights.every((right) => mayStaff(level, right));

  test("without the right meets the same 404 as for a page there is none of", async () => {
    const { browser } = insideOf(level);
    const none = await pageOf(await browser.get("/console/nothing-is-here"));
    for (const route of guarded.filter((each) => !may(each))) {
      const answer = await ask(browser, route, addressed(route));
      expect.soft(answer.status, `${route.method} ${route.path}`).toBe(404);
      if (isPage(answer)) expect.soft(await pageOf(answer), route.path).toBe(none);
    }
  });

  test("with the right is let in", async () => {
    const { browser } = insideOf(level);
    for (const route of guarded.filter(
      (each) => may(each) && each.method === "GET" && !each.path.includes(":"),
    )) {
      // A document is issued from a petition, which its address names.
      const from = /^\/documents\/(new|upload)$/.test(route.path);
      const query = from ? `?petition=${objectOf(route.path, "petitionId") ?? ""}` : "";
      const answer = await ask(browser, route, `${route.path}${query}`);
      // A picture that nobody has put there yet is no page that is missing.
      expect.soft([200, 204, 303, 422], `${route.method} ${route.path}`).toContain(answer.status);
      await answer.body?.cancel();
    }
  });
});

describe.each([...facilityLevels, "registrar", ...townLevels, ...tokenLevels] as const)(
  "a %s from elsewhere",
  (level) => {
    // A relation belongs to two citizens and to no facility.
    const ofFacility = guarded.filter(({ path }) => !path.startsWith("/relations/"));
    const withObjects = ofFacility.filter(
      ({ path, rights }) => path.includes("/:") && rights.every((right) => mayStaff(level, right)),
    );

    test("with the right in hand meets the same 404 for every object, and nothing changes", async () => {
      const stranger = strangers.get(level);
      if (!stranger) throw new Error(`no ${level} from elsewhere`);
      const none = await pageOf(await stranger.browser.get("/console/nothing-is-here"));
      const before = [await everythingOf(agencyId), await everythingOf(townId)];
      for (const route of withObjects) {
        const answer = await ask(stranger.browser, route, addressed(route));
        // A number that was read out is gone for whoever did not take it, as one that never was.
        const expected = route.path === "/hand-over/:id" ? "303 /console/hand-over?gone=1" : "404 ";
        const given = `${answer.status} ${answer.headers.get("location") ?? ""}`;
        expect.soft(given, `${route.method} ${route.path}`).toBe(expected);
        if (isPage(answer)) expect.soft(await pageOf(answer), route.path).toBe(none);
      }
      expect([await everythingOf(agencyId), await everythingOf(townId)]).toEqual(before);
    });
  },
);

test("ten thousand ids of another facility are ten thousand times the same 404, and nobody is looked at", async () => {
  const ids = await layMany(1_000);
  const paths = ["/visits/ID", "/visits/ID/cancel", "/counter/ID", "/visits/ID/codes/CODE/cancel"];
  const { browser } = strangers.get("facility_admin") ?? insideOf("clerk");
  const none = await pageOf(await browser.get("/console/nothing-is-here"));
  const looks = await rowsIn("look");
  const statuses = new Map<number, number>();
  let different = 0;
  const one = async (index: number): Promise<void> => {
    const path = paths[index % paths.length] ?? "";
    const kept = ids[index % ids.length];
    const [visitId, codeId] =
      kept && index % 3 > 0 ? kept : [world.ports.random.uuid(), world.ports.random.uuid()];
    const answer = await browser.get(`/console${path.replace("ID", visitId).replace("CODE", codeId)}`);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if ((await pageOf(answer)) !== none) different += 1;
  };
  for (let from = 0; from < 10_000; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, step) => one(from + step)));
  }
  expect([...statuses]).toEqual([[404, 10_000]]);
  expect(different).toBe(0);
  expect(await rowsIn("look")).toBe(looks);
}, 120_000);

/** The path with an object of the facility for each parameter. */
function addressed({ path }: Route): string {
  return path.replace(/:(\w+)(\{[^}]*\})?/g, (_, parameter: string) => {
    const object = objectOf(path, parameter);
    if (object === null)
      throw new Error(`lay an object for :${parameter} of ${path} (tests/support/console-objects.ts)`);
    return object;
  });
}

/** Fields that every form of the console would take, so that it is the right that is refused and not the form. */
const fields = {
  version: "1",
  reason: "ตรวจสอบสิทธิ",
  note: "ตรวจสอบ",
  what: "used",
  to: "used",
  decision: "agree",
  requestKey: "6f1c0a52-6a5f-4f0e-9c7d-0d3b1e5a2c11",
};

function ask(browser: TestBrowser, { method }: Route, path: string): Promise<Response> {
  const answer = { ...fields, [`answer-${path.split("/").at(-1)}`]: fields.note };
  return method === "GET" ? browser.get(`/console${path}`) : browser.post(`/console${path}`, answer);
}

function insideOf(level: StaffLevel): StaffInside {
  const found = inside.get(level);
  if (!found) throw new Error(`nobody of level ${level} came in`);
  return found;
}

function isPage(answer: Response): boolean {
  return (answer.headers.get("content-type") ?? "").startsWith("text/html");
}

/** A page without what differs at every answer: its path and the id of the request. */
async function pageOf(answer: Response): Promise<string> {
  const html = await answer.text();
  return html
    .replace(/href="[^"]*"/g, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
    .replace(/value="[^"]*"/g, "");
}

/** A mark of all rows of a facility, table by table. */
async function everythingOf(agency: string): Promise<readonly unknown[]> {
  const tables = await all`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'agency_id' order by 1`;
  const marks: unknown[] = [];
  for (const { name } of tables) {
    const [mark] = await all`select count(*), md5(string_agg(t::text, '|' order by t::text)) as mark
      from ${all(String(name))} t where t.agency_id = ${agency}`;
    marks.push([name, mark]);
  }
  return marks;
}

async function rowsIn(table: string): Promise<number> {
  const [row] = await all`select count(*)::int as count from ${all(table)}`;
  return Number(row?.["count"]);
}

/** Visits of the facility with a code each. */
async function layMany(count: number): Promise<readonly (readonly [string, string])[]> {
  const person = await layPerson(world.ports);
  const ids: (readonly [string, string])[] = [];
  for (let made = 0; made < count; made += 1) {
    const at = new Date(world.ports.clock.now().getTime() - made * 86_400_000);
    const { visitId, codeIds } = await layVisit(world.ports, all, { agencyId, person, at });
    ids.push([visitId, codeIds[0] ?? visitId]);
  }
  return ids;
}
