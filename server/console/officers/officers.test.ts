import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, goodPassword, personFields, type StaffInside } from "../../../tests/support/staff.ts";
import type { StaffPersonFields } from "../../agencies/staff-person.ts";
import { staffLinkPath } from "../../agencies/staff-link.ts";
import { countUp } from "../../identity/store/limit.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import { paces } from "../../petitions/pace.ts";
import { officersTh as words } from "../../words/agencies/officers-th.ts";

let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let town: Town;
let admin: StaffInside;
let other: StaffInside;
let stranger: StaffInside;
const home = "/console/local/people";

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  await all`update staff set state = 'ended' where id = ${town.localAdmin.staffId}`;
  admin = await cameIn(world.ports, open, town.agencyId, "local_admin");
  other = await cameIn(world.ports, open, town.agencyId, "local_admin");
  stranger = await cameIn(world.ports, open, (await openTown(world.ports)).agencyId, "local_admin");
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`delete from limit_count`);

const key = () => world.ports.random.uuid().replaceAll("-", "").slice(0, 22);
const textOf = async (answer: Promise<Response> | Response) => (await answer).text();
const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const accountOf = async (id: string) => (await all`select * from staff where id = ${id}`)[0];

interface More {
  readonly level?: string;
  readonly requestKey?: string;
  readonly person?: StaffPersonFields;
  readonly unitIds?: string;
}

function invite(more: More = {}, who = admin): Promise<Response> {
  const { level = "officer", requestKey = key(), person = personFields(), unitIds } = more;
  const unit = unitIds === undefined ? {} : { unitIds };
  return who.browser.post(home, { ...person, level, requestKey, ...unit });
}

async function invitedAt(answer: Response): Promise<string> {
  expect(answer.status).toBe(303);
  return /people\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
}

/** The links of somebody's mails, the oldest first. */
async function linksOf(staffId: string): Promise<readonly string[]> {
  const rows = await all`select refs ->> 'linkId' as link from notice
    where kind = 'staff_invited' and refs ->> 'staffId' = ${staffId} order by queued_at, id`;
  return rows.map(({ link }) => staffLinkPath(mailLinkToken(world.ports.keys.staffLink, String(link))));
}

const toldOf = (kind: string, ofId: string) =>
  all`select refs from notice where kind = ${kind} and (refs ->> 'ofId' = ${ofId} or refs ->> 'staffId' = ${ofId})`;

test("an admin invites an officer into a unit; the mail's link sets a password, and the list says who invited them", async () => {
  const person = personFields({ firstName: "ปิติ", lastName: "มานะดี" });
  const staffId = await invitedAt(await invite({ person, unitIds: town.unitIds[0] }));
  expect(await accountOf(staffId)).toMatchObject({
    ...{ agency_id: town.agencyId, level: "officer", state: "invited", granted_by: admin.staffId },
  });
  const [link = ""] = await linksOf(staffId);
  expect((await open().post(link, { password: goodPassword })).status).toBe(303);
  expect(await accountOf(staffId)).toMatchObject({ state: "active" });
  const list = await textOf(admin.browser.get(home));
  for (const said of ["มานะดี", "กองช่าง", '<td role="cell" data-title="ผู้ให้สิทธิ" class="">มานี ชูใจ'])
    expect(list).toContain(said);
  const written = await all`select actor_id, refs from audit_entry
    where subject_id = ${staffId} and action = 'staff.granted'`;
  expect(written).toEqual([{ actor_id: admin.staffId, refs: { level: "officer", again: false } }]);
});

test("a form sent three times at once invites one person with one mail", async () => {
  const [person, requestKey] = [personFields(), key()];
  const ids = await Promise.all([1, 2, 3].map(async () => invitedAt(await invite({ person, requestKey }))));
  expect(new Set(ids).size).toBe(1);
  expect(await linksOf(ids[0] ?? "")).toHaveLength(1);
});

test("what was typed stays when something is refused, every fault at its field", async () => {
  const person = personFields({ firstName: "ปิติ", email: "ไม่ใช่อีเมล", citizenId: "1" });
  const refused = await invite({ person, level: "token_registrar" });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  for (const said of ['value="ปิติ"', 'href="#email"', 'href="#citizenId"', words.refusal.level_missing()])
    expect(page).toContain(said);
  const again = await invite({ person: { ...personFields(), citizenId: other.person.citizenId } });
  expect([again.status, (await again.text()).includes(words.refusal.person_has_access())]).toEqual([
    422,
    true,
  ]);
});

test("one admin invites so many people a day and no more; what was typed stays, and another admin goes on", async () => {
  const now = world.ports.clock.now();
  for (let n = 0; n < paces.invitations.most; n += 1)
    await world.ports.db.as({ kind: "gate" }, (tx) => countUp(tx, paces.invitations, admin.staffId, now));
  const person = personFields({ firstName: "มานพ" });
  const refused = await invite({ person });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  for (const said of ['value="มานพ"', words.refusal.invitations_many()]) expect(page).toContain(said);
  await invitedAt(await invite({ person }, other));
});

test("a level of another kind of agency is given to nobody, by form or by SQL", async () => {
  for (const level of ["token_registrar", "facility_admin", "national_admin"]) {
    expect((await invite({ level })).status, level).toBe(422);
    const answer = await admin.browser.post(`${home}/${town.officer.staffId}`, { level });
    expect(answer.status, level).toBe(422);
  }
  const actor = {
    kind: "staff",
    staffId: admin.staffId,
    agencyId: town.agencyId,
    level: "local_admin",
  } as const;
  const write = (set: string, id: string) =>
    world.ports.db.as(actor, (tx) => tx.execute(sql`update staff set ${sql.raw(set)} where id = ${id}`));
  const by = `granted_by = '${admin.staffId}'`;
  await expect(write(`level = 'token_registrar', ${by}`, town.officer.staffId)).rejects.toThrow();
  await expect(write(`level = 'executive', ${by}`, admin.staffId)).rejects.toThrow();
  await expect(write("level = 'local_admin'", town.officer.staffId)).rejects.toThrow();
  await expect(write("password_hash = '\\x00'", town.officer.staffId)).rejects.toThrow();
  expect(await accountOf(town.officer.staffId)).toMatchObject({ level: "officer", password_hash: null });
});

test("the last administrator stays, whoever asks the database", async () => {
  const lonely = await openTown(world.ports);
  const actor = { ...lonely.officer, level: "local_admin" } as const;
  const end = world.ports.db.as(actor, (tx) =>
    tx.execute(sql`update staff set state = 'ended' where id = ${lonely.localAdmin.staffId}`),
  );
  await expect(end).rejects.toThrow();
});

test("nobody places or ends themselves, and two admins who demote each other leave one", async () => {
  const own = `${home}/${admin.staffId}`;
  for (const path of [own, `${own}/end`]) {
    const answer = await admin.browser.post(path, { level: "officer", reason: "left" });
    expect([answer.status, (await answer.text()).includes(words.refusal.own_account())]).toEqual([422, true]);
  }
  const there = (await openTown(world.ports)).agencyId;
  await all`update staff set state = 'ended' where agency_id = ${there}`;
  const [one, two] = [
    await cameIn(world.ports, open, there, "local_admin"),
    await cameIn(world.ports, open, there, "local_admin"),
  ];
  const demote = (who: StaffInside, whom: StaffInside) =>
    who.browser.post(`${home}/${whom.staffId}`, { level: "officer" });
  const both = await Promise.all([demote(one, two), demote(two, one)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  const left =
    await all`select level from staff where agency_id = ${there} and state = 'active' order by level`;
  expect(left).toEqual([{ level: "local_admin" }, { level: "officer" }]);
});

test("another level counts from the next request, its person is told, and a power is told to the other admins", async () => {
  const officer = await cameIn(world.ports, open, town.agencyId, "officer");
  expect((await officer.browser.get("/console/figures")).status).toBe(404);
  const path = `${home}/${officer.staffId}`;
  const unit = { unitIds: town.unitIds[1] };
  const placed = await admin.browser.post(path, { level: "supervisor", ...unit });
  expect(where(placed)).toEqual([303, `${path}?done=placed`]);
  expect((await officer.browser.get("/console/figures")).status).toBe(200);
  expect(await all`select unit_id from staff_unit where staff_id = ${officer.staffId}`).toEqual([
    { unit_id: town.unitIds[1] },
  ]);
  expect(await toldOf("staff_level_changed", officer.staffId)).toHaveLength(1);
  expect(await toldOf("staff_power_changed", officer.staffId)).toEqual([]);
  await admin.browser.post(path, { level: "seat_head", ...unit });
  const told = await toldOf("staff_power_changed", officer.staffId);
  expect(told).toEqual([
    {
      refs: {
        ...{ staffId: other.staffId, ofId: officer.staffId, byId: admin.staffId },
        ...{ level: "seat_head", what: "given" },
      },
    },
  ]);
});

test("an invitation sent again to a mended address kills the first link", async () => {
  const staffId = await invitedAt(await invite());
  const path = `${home}/${staffId}/invitation`;
  const [wrong = ""] = await linksOf(staffId);
  world.clock.pass(1);
  const refused = await admin.browser.post(path, { email: "ผิด", requestKey: key() });
  expect([refused.status, (await refused.text()).includes(words.refusal.email_shape())]).toEqual([422, true]);
  const again = { email: "right@town.example", requestKey: key() };
  for (let sent = 0; sent < 2; sent += 1)
    expect(where(await admin.browser.post(path, again))).toEqual([303, `${home}/${staffId}?done=again`]);
  const links = await linksOf(staffId);
  expect(links).toHaveLength(2);
  expect((await open().post(wrong, { password: goodPassword })).status).not.toBe(303);
  expect((await open().post(links[1] ?? "", { password: goodPassword })).status).toBe(303);
  const late = await admin.browser.post(path, { ...again, requestKey: key() });
  expect([late.status, (await late.text()).includes(words.refusal.not_waiting())]).toEqual([422, true]);
});

test("who leaves hands their petitions over, is out with the next request, and nothing of theirs is lost", async () => {
  const leaving = await cameIn(world.ports, open, town.agencyId, "officer");
  const { serviceId } = await town.serviceOf();
  const citizen = await townsman(world.ports);
  const petitions = [await town.filed(citizen, serviceId), await town.filed(citizen, serviceId)];
  for (const { id } of petitions)
    await all`update petition set version = version + 1, officer_id = ${leaving.staffId} where id = ${id}`;
  const path = `${home}/${leaving.staffId}`;
  const held = await admin.browser.post(path, { level: "executive" });
  expect([held.status, (await held.text()).includes("2 เรื่อง")]).toEqual([422, true]);
  const nobody = await admin.browser.post(`${path}/end`, { reason: "left", taker: stranger.staffId });
  expect([nobody.status, (await nobody.text()).includes(words.refusal.taker_gone())]).toEqual([422, true]);
  const none = await admin.browser.post(`${path}/end`, { reason: "", taker: town.officer.staffId });
  expect([none.status, (await none.text()).includes(words.refusal.end_reason_missing())]).toEqual([
    422,
    true,
  ]);
  expect((await leaving.browser.get("/console/petitions")).status).toBe(200);
  const ended = await admin.browser.post(`${path}/end`, { reason: "left", taker: town.officer.staffId });
  expect(where(ended)).toEqual([303, `${path}?done=ended`]);
  expect(where(await leaving.browser.get("/console/petitions"))).toEqual([303, "/console/sign-in"]);
  const now =
    await all`select distinct officer_id from petition where id in ${all(petitions.map(({ id }) => id))}`;
  expect(now).toEqual([{ officer_id: town.officer.staffId }]);
  expect(where(await admin.browser.post(`${path}/end`, { reason: "left", taker: "" }))[0]).toBe(303);
  const written =
    await all`select id from audit_entry where subject_id = ${leaving.staffId} and action = 'staff.ended'`;
  expect(written).toHaveLength(1);
});

test("what somebody holds goes back to the queue when nobody is named, and again after they left", async () => {
  const officer = await cameIn(world.ports, open, town.agencyId, "officer");
  const { serviceId } = await town.serviceOf();
  const petition = await town.filed(await townsman(world.ports), serviceId);
  await all`update petition set version = version + 1, officer_id = ${officer.staffId} where id = ${petition.id}`;
  await all`update staff set state = 'ended', ended_at = now() where id = ${officer.staffId}`;
  const path = `${home}/${officer.staffId}`;
  expect(await textOf(admin.browser.get(path))).toContain(words.giveOver);
  const given = await admin.browser.post(`${path}/give-over`, { taker: "queue" });
  expect(where(given)).toEqual([303, `${path}?done=given`]);
  expect(await all`select officer_id, unit_id from petition where id = ${petition.id}`).toEqual([
    { officer_id: null, unit_id: town.unitIds[0] },
  ]);
});

test("another town's admin and an officer of this one meet 404 and change nothing", async () => {
  const before = await accountOf(town.officer.staffId);
  const officer = await cameIn(world.ports, open, town.agencyId, "officer");
  for (const who of [stranger, officer]) {
    const path = `${home}/${town.officer.staffId}`;
    for (const each of [path, `${path}/end`]) expect((await who.browser.get(each)).status).toBe(404);
    for (const end of ["", "/end", "/invitation", "/give-over"]) {
      const posted = { level: "executive", reason: "left", taker: "queue", email: "a@b.example" };
      expect((await who.browser.post(`${path}${end}`, posted)).status, end).toBe(404);
    }
  }
  expect((await officer.browser.get(home)).status).toBe(404);
  expect(await accountOf(town.officer.staffId)).toEqual(before);
});

test("an admin who is alone is told to invite the first officer", async () => {
  const empty = (await openTown(world.ports)).agencyId;
  await all`delete from staff_unit where agency_id = ${empty}`;
  await all`delete from staff where agency_id = ${empty}`;
  const alone = await cameIn(world.ports, open, empty, "local_admin");
  expect(await textOf(alone.browser.get(home))).toContain(words.alone);
  expect(await textOf(admin.browser.get(home))).not.toContain(words.alone);
});
