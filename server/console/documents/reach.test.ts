import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { licensedService, testCheck } from "../../../tests/support/papers.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Citizen, StaffLevel } from "../../kernel/actor.ts";
import { issueFromTemplate } from "../../petitions/actions/issue-document.ts";
import { shredPetitions } from "../../petitions/actions/shred-petitions.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import type { PetitionEventKind, PetitionOutcome } from "../../petitions/petition.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";

const system = { kind: "system", job: "test" } as const;
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let open: (cookie?: string) => TestBrowser;
let citizen: Citizen;
let petition: KeptPetition;
let documentId: string;
let number: string;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  const { serviceId } = await town.serviceOf(licensedService());
  petition = await town.filed(citizen, serviceId, { place: "ตลาดสดประตูน้ำ" });
  await step("received");
  const asked = { petitionId: petition.id, templateKey: "licence", replacesId: null };
  const requestKey = world.ports.random.uuid();
  const issue = { asked, typed: {}, check: testCheck, requestKey };
  ({ documentId, number } = await granted(issueFromTemplate(world.ports, town.officer, issue)));
});

async function step(kind: PetitionEventKind, outcome?: PetitionOutcome): Promise<void> {
  await world.ports.db.as(town.officer, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    const more = outcome ? { outcome } : {};
    const taken = { petition: found, seen: found.version, step: kind, ...more };
    await granted(takeStep(world.ports, tx, town.officer, taken));
  });
}

async function inside(
  level: StaffLevel,
  unitId: string | null,
  agencyId = town.agencyId,
): Promise<StaffInside> {
  const who = await cameIn(world.ports, open, agencyId, level);
  if (unitId !== null) await all`insert into staff_unit values (${agencyId}, ${who.staffId}, ${unitId})`;
  return who;
}

/** What every path of the document and of a new one for its petition answers, in one line. */
async function answersTo({ browser }: StaffInside): Promise<string> {
  const replacing = {
    petition: petition.id,
    template: "licence",
    replaces: documentId,
    requestKey: "a".repeat(22),
  };
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...replacing, kind: "letter", title: "แผนที่" }))
    form.set(name, value);
  const answers = [
    await browser.get(`/console/documents/${documentId}`),
    await browser.get(`/console/documents/${documentId}/file`),
    await browser.get(`/console/documents/${documentId}/revoke`),
    await browser.post(`/console/documents/${documentId}/revoke`, { reason: "" }),
    await browser.get(`/console/documents/new?petition=${petition.id}&replaces=${documentId}`),
    await browser.post("/console/documents", replacing),
    await browser.get(`/console/documents/upload?petition=${petition.id}`),
    await browser.postForm("/console/documents/upload", form),
  ];
  return answers.map(({ status }) => status).join(" ");
}

const lists = async ({ browser }: StaffInside) =>
  (await (await browser.get(`/console/documents?q=${encodeURIComponent(number)}`)).text()).includes(
    documentId,
  );
const nowhere = Array.from({ length: 8 }, () => 404).join(" ");

async function untouched(): Promise<void> {
  const kept = await all`select state from issued_document where petition_id = ${petition.id}`;
  expect(kept.map((row) => String(row["state"]))).toEqual(["genuine"]);
}

test("an officer of its unit, a supervisor, and whoever was given the petition reach a document", async () => {
  const own = await inside("officer", town.unitIds[0]);
  const supervisor = await inside("supervisor", null);
  const given = await inside("officer", town.unitIds[1]);
  await all`update petition set officer_id = ${given.staffId}, version = version + 1 where id = ${petition.id}`;
  for (const who of [own, supervisor, given]) {
    expect((await who.browser.get(`/console/documents/${documentId}/file`)).status).toBe(200);
    expect(await lists(who)).toBe(true);
  }
});

test("an officer of another unit meets no page of it, cannot revoke or replace it, and does not find it", async () => {
  const finance = await inside("officer", town.unitIds[1]);
  expect(await answersTo(finance)).toBe(nowhere);
  expect(await lists(finance)).toBe(false);
  await untouched();
});

test("another agency's staff meet the same, whatever their level", async () => {
  const elsewhere = await openTown(world.ports);
  const stranger = await inside("supervisor", null, elsewhere.agencyId);
  expect(await answersTo(stranger)).toBe(nowhere);
  expect(await lists(stranger)).toBe(false);
  await untouched();
});

test("whoever left the unit or lost the role reaches it no more", async () => {
  const leaver = await inside("officer", town.unitIds[0]);
  expect(await lists(leaver)).toBe(true);
  await all`delete from staff_unit where staff_id = ${leaver.staffId}`;
  expect(await answersTo(leaver)).toBe(nowhere);
  expect(await lists(leaver)).toBe(false);
  const former = await inside("officer", town.unitIds[0]);
  await all`update staff set level = 'executive' where id = ${former.staffId}`;
  expect(await answersTo(former)).toBe(nowhere);
  await untouched();
});

test("what was forwarded to another unit is that unit's with its documents", async () => {
  const [works, finance] = [
    await inside("officer", town.unitIds[0]),
    await inside("officer", town.unitIds[1]),
  ];
  await all`update petition set unit_id = ${town.unitIds[1]}, version = version + 1 where id = ${petition.id}`;
  expect([await lists(works), await lists(finance)]).toEqual([false, true]);
  expect(await answersTo(works)).toBe(nowhere);
});

/** Closes the petition, revokes its licence, which would hold it, and lets its time pass. */
async function destroyed(): Promise<void> {
  await step("completed", "granted");
  await all`update issued_document set state = 'revoked', ended_at = ${world.clock.now()}, end_reason = 'เลิกกิจการ'
    where id = ${documentId}`;
  const [setting] = await all`select keep_days from local_setting where agency_id = ${town.agencyId}`;
  world.clock.pass((Number(setting?.["keep_days"]) + 1) * 24 * 60 * 60);
  await shredPetitions(world.ports, system);
}

/** The citizen and a supervisor, signed in now. */
async function bothSides(): Promise<{ readonly holder: TestBrowser; readonly officer: TestBrowser }> {
  const { browser: officer } = await inside("supervisor", null);
  return { holder: open(await citizenCookie(world, citizen)), officer };
}

test("a document that was destroyed says so to its holder and to officers, and is offered no more", async () => {
  await destroyed();
  const { holder, officer } = await bothSides();
  for (const [browser, path] of [
    [holder, `/liff/documents/${documentId}`],
    [officer, `/console/documents/${documentId}`],
  ] as const) {
    const file = await browser.get(`${path}/file`);
    expect(file.status).toBe(410);
    expect(await file.text()).toContain("ไฟล์นี้ถูกลบแล้ว");
    const page = await (await browser.get(path)).text();
    expect(page).toContain("ไฟล์นี้ถูกลบแล้ว");
    expect(page).not.toContain(`${path}/file`);
  }
  const petitionPage = await (await officer.get(`/console/petitions/${petition.id}`)).text();
  expect(petitionPage).toContain("ข้อมูลในคำร้องนี้ถูกลบแล้ว");
});

test("a file of a petition that was destroyed says so too; an unknown one of a petition that is kept is a 404", async () => {
  const fileId = world.ports.random.uuid();
  const ask = async () => {
    const { holder, officer } = await bothSides();
    const own = await holder.get(`/liff/petitions/${town.agencyId}/${petition.id}/files/${fileId}`);
    return [own.status, (await officer.get(`/console/petitions/${petition.id}/files/${fileId}`)).status];
  };
  expect(await ask()).toEqual([404, 404]);
  await destroyed();
  expect(await ask()).toEqual([410, 410]);
});
