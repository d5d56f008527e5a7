import { afterAll, beforeAll, expect, test } from "vitest";
import type postgres from "postgres";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnJpeg, drawnPng, exif, withSegment } from "../../../tests/support/drawn-picture.ts";
import { generalCare, openFacility } from "../../../tests/support/facilities.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { layPerson, layVisit, type LaidPerson } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { openOffice } from "../../../tests/support/staff.ts";
import type { Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Hcode } from "../facility.ts";
import type { ServiceCode } from "../service-code.ts";
import { cancelDraft } from "./cancel-draft.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { keepPicture } from "./keep-picture.ts";
import { purgePictures } from "./purge-pictures.ts";
import { editDraft, saveDraft, type DraftInput } from "./save-draft.ts";
import { seeOwnPicture, seePicture } from "./see-picture.ts";

const files = memoryFiles();
let world: TestWorld;
let all: postgres.Sql;
let clerk: Staff;
let colleague: Staff;
let stranger: Staff;
let registrar: Staff;
let elsewhere: Staff;
let jpeg: Uint8Array;

beforeAll(async () => {
  world = await testWorld({ files });
  all = asSuperuser(world);
  const { ports } = world;
  const staff = (agencyId: string, level: Staff["level"] = "clerk"): Staff => ({
    kind: "staff",
    staffId: ports.random.uuid(),
    agencyId,
    level,
  });
  registrar = staff(await openOffice(ports, 1), "registrar");
  elsewhere = staff(await openOffice(ports, 2), "registrar");
  clerk = staff(await openFacility(ports, { region: 1 }));
  colleague = staff(clerk.agencyId);
  stranger = staff(await openFacility(ports, { hcode: "99902", region: 2 }));
  jpeg = await drawnJpeg();
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const keep = (person: LaidPerson, bytes = jpeg, by = clerk) =>
  keepPicture(world.ports, by, { of: { citizenId: person.citizenId }, bytes });
const kept = async (person: LaidPerson, by = clerk) => (await granted(keep(person, jpeg, by))).pictureId;
const typed = {
  mobile: "0997775858",
  telephones: "",
  time: "09:30",
  services: [generalCare],
  hn: "",
  an: "",
};
const inputOf = (person: LaidPerson, pictureId: string | null): DraftInput => ({
  citizenId: person.citizenId,
  way: "picture",
  typed,
  correlationId: null,
  rights: { mainRight: null, subRight: null },
  pictureId,
  day: null,
  requestKey: world.ports.random.uuid(),
});
const save = (person: LaidPerson, pictureId: string | null, by = clerk) =>
  saveDraft(world.ports, by, inputOf(person, pictureId));
const missing = {
  ok: false,
  refusal: { kind: "draft_incomplete", fields: [{ field: "picture", refusal: { kind: "picture_missing" } }] },
};
const rowOf = async (id: string) => (await all`select * from visit_picture where id = ${id}`)[0];
const looksAt = async (person: LaidPerson) =>
  all`select agency_id, staff_id, what, purpose from look where person_id = ${person.id} and what = 'picture'`;

test("a picture is kept sealed, without place or device, and only its person's key opens it", async () => {
  const person = await layPerson(world.ports);
  const withPlace = withSegment(jpeg, 0xe1, exif(1, "N13.7563 E100.5018"));
  const { pictureId } = await granted(keep(person, withPlace));
  const stored = files.kept.get(`pictures/${clerk.agencyId}/${pictureId}`) ?? new Uint8Array();
  expect(Buffer.from(stored).includes("JFIF")).toBe(false);
  const seen = Buffer.from(await granted(seeOwnPicture(world.ports, clerk, { pictureId })));
  expect([seen.subarray(0, 2).toString("hex"), seen.includes("N13.7563"), seen.includes("Exif")]).toEqual([
    "ffd8",
    false,
    false,
  ]);
});

test("what is no picture, or too large, small or broken a one, leaves nothing behind", async () => {
  const person = await layPerson(world.ports);
  const before = files.kept.size;
  const large = drawnPng();
  new DataView(large.buffer, large.byteOffset).setUint32(16, 8_000);
  const text = (value: string) => new TextEncoder().encode(value);
  const given: readonly (readonly [Uint8Array, string])[] = [
    [text("MZ\u0090\0 This program cannot be run in DOS mode"), "picture_unreadable"],
    [text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "picture_unreadable"],
    [large, "picture_large"],
    [jpeg.subarray(0, jpeg.length / 2), "picture_broken"],
    [new Uint8Array(3_000_000), "picture_heavy"],
    [drawnPng(300, 200), "picture_small"],
  ];
  for (const [bytes, kind] of given) {
    expect(await keep(person, bytes)).toEqual({ ok: false, refusal: { kind } });
  }
  const nobody = { ...person, citizenId: (await layPersonElsewhere()).citizenId };
  expect(await keep(nobody)).toEqual({ ok: false, refusal: { kind: "person_unknown" } });
  const rows = await all`select id from visit_picture where person_id = ${person.id}`;
  expect([files.kept.size, rows.length]).toEqual([before, 0]);
});

/** A number the system never met. */
async function layPersonElsewhere(): Promise<LaidPerson> {
  const other = await testWorld();
  const person = await layPerson(other.ports);
  for (let more = 0; more < 40; more += 1) await layPerson(other.ports);
  const last = await layPerson(other.ports);
  await other.close();
  return { ...last, id: person.id };
}

test("a store that fails is told as such, and nothing is shown as kept", async () => {
  const person = await layPerson(world.ports);
  const broken = { ...files, put: () => Promise.reject(new Error("the store is down")) };
  const log = { ...world.ports.log, error: () => {} };
  const ports = { ...world.ports, files: broken, log };
  expect(await keepPicture(ports, clerk, { of: { citizenId: person.citizenId }, bytes: jpeg })).toEqual({
    ok: false,
    refusal: { kind: "picture_not_kept" },
  });
});

test("the way by number and picture goes from the picture to the codes", async () => {
  const person = await layPerson(world.ports);
  const saved = await granted(save(person, await kept(person)));
  expect((await granted(confirmVisit(world.ports, clerk, saved))).codes).toHaveLength(1);
});

test("another person's, colleague's or facility's picture is refused as one there is none of", async () => {
  const [person, other] = [await layPerson(world.ports), await layPerson(world.ports)];
  const foreign = [
    await kept(other),
    await kept(person, colleague),
    await kept(person, stranger),
    world.ports.random.uuid(),
    "no id",
    null,
  ];
  for (const pictureId of foreign) expect(await save(person, pictureId)).toEqual(missing);
  const used = await kept(person);
  await granted(save(person, used));
  expect(await save(person, used)).toEqual(missing);
});

test("a picture taken anew takes the other's place, also by a colleague who goes on with the draft", async () => {
  const person = await layPerson(world.ports);
  const [first, second] = [await kept(person), await kept(person, colleague)];
  const saved = await granted(save(person, first));
  const change = { ...saved, typed, pictureId: second };
  const edited = await granted(editDraft(world.ports, colleague, change));
  expect([(await rowOf(first))?.["visit_id"], (await rowOf(second))?.["visit_id"]]).toEqual([
    null,
    saved.visitId,
  ]);
  const same = await granted(editDraft(world.ports, clerk, { ...edited, typed, pictureId: null }));
  await granted(confirmVisit(world.ports, clerk, same));
  expect((await rowOf(second))?.["visit_id"]).toBe(saved.visitId);
});

test("a draft that goes on refuses a picture of somebody else, and keeps its own", async () => {
  const [person, other] = [await layPerson(world.ports), await layPerson(world.ports)];
  const first = await kept(person);
  const saved = await granted(save(person, first));
  const change = { ...saved, typed, pictureId: await kept(other) };
  expect(await editDraft(world.ports, clerk, change)).toEqual(missing);
  expect((await rowOf(first))?.["visit_id"]).toBe(saved.visitId);
});

test("a draft by picture without one is neither changed nor confirmed", async () => {
  const person = await layPerson(world.ports);
  const at = world.clock.now();
  const laid = { agencyId: clerk.agencyId, person, at, visitStatus: "draft", way: "picture" } as const;
  const { visitId } = await layVisit(world.ports, all, laid);
  const seen = { visitId, version: 1 };
  expect(await confirmVisit(world.ports, clerk, seen)).toEqual({
    ok: false,
    refusal: { kind: "picture_missing" },
  });
  expect(await editDraft(world.ports, clerk, { ...seen, typed, pictureId: null })).toEqual(missing);
});

test("the clerk who took it sees it until the visit is confirmed, and nobody else does", async () => {
  const person = await layPerson(world.ports);
  const pictureId = await kept(person);
  const see = (by: Staff) => seeOwnPicture(world.ports, by, { pictureId });
  const not = { ok: false, refusal: { kind: "picture_not_found" } };
  const saved = await granted(save(person, pictureId));
  expect((await see(clerk)).ok).toBe(true);
  for (const other of [colleague, stranger, registrar]) expect(await see(other)).toEqual(not);
  await granted(confirmVisit(world.ports, clerk, saved));
  expect(await see(clerk)).toEqual(not);
  expect(await seeOwnPicture(world.ports, clerk, { pictureId: "no id" })).toEqual(not);
});

test("the registrar of the region opens it with a reason that the person is shown, and nobody else's does", async () => {
  const person = await layPerson(world.ports);
  const pictureId = await kept(person);
  const { codes } = await granted(confirmVisit(world.ports, clerk, await granted(save(person, pictureId))));
  const code = codes[0]?.code ?? ("" as ServiceCode);
  const day = bangkokDay(world.clock.now());
  const asked = { day, code, hcode: "99901" as Hcode, reason: "ตรวจสอบการเบิกจ่าย" };
  expect(await seePicture(world.ports, elsewhere, asked)).toMatchObject({ ok: false });
  expect(await seePicture(world.ports, registrar, { ...asked, hcode: "99902" as Hcode })).toMatchObject({
    ok: false,
  });
  expect(await looksAt(person)).toHaveLength(0);
  const seen = await granted(seePicture(world.ports, registrar, asked));
  expect(Buffer.from(seen).subarray(0, 2).toString("hex")).toBe("ffd8");
  expect(await looksAt(person)).toEqual([
    {
      agency_id: registrar.agencyId,
      staff_id: registrar.staffId,
      what: "picture",
      purpose: "ตรวจสอบการเบิกจ่าย",
    },
  ]);
  const entries = await all`select actor_id from audit_entry where action = 'picture.opened'
    and subject_id = ${pictureId}`;
  expect(entries.map((entry) => entry["actor_id"] as string)).toEqual([registrar.staffId]);
});

test("a file that is gone is told apart from a picture that never was", async () => {
  const person = await layPerson(world.ports);
  const pictureId = await kept(person);
  await files.delete(`pictures/${clerk.agencyId}/${pictureId}`);
  expect(await seeOwnPicture(world.ports, clerk, { pictureId })).toEqual({
    ok: false,
    refusal: { kind: "picture_unavailable" },
  });
});

test("the database keeps a confirmed visit's picture from whoever would change or remove it", async () => {
  const person = await layPerson(world.ports);
  const pictureId = await kept(person);
  await granted(confirmVisit(world.ports, clerk, await granted(save(person, pictureId))));
  const refused = [
    all`delete from visit_picture where id = ${pictureId}`,
    all`update visit_picture set visit_id = null where id = ${pictureId}`,
  ];
  for (const change of refused) await expect(change).rejects.toThrow(/confirmed visit stays/);
  const other = await kept(person);
  await expect(all`update visit_picture set person_id = ${pictureId} where id = ${other}`).rejects.toThrow(
    /never rewritten/,
  );
});

test("a day later pictures of no visit and of cancelled drafts are gone, file and row, and the others stay", async () => {
  const person = await layPerson(world.ports);
  const [left, cancelled, ticked] = [await kept(person), await kept(person), await kept(person)];
  await granted(cancelDraft(world.ports, clerk, await granted(save(person, cancelled))));
  await granted(save(person, ticked));
  const purge = () => purgePictures(world.ports, { kind: "system", job: "test" });
  await purge();
  expect(await rowOf(left)).toBeDefined();
  world.clock.pass(24 * 60 * 60 + 1);
  for (let rounds = 0; rounds < 3; rounds += 1) await purge();
  const there = async (id: string) => [
    files.kept.has(`pictures/${clerk.agencyId}/${id}`),
    (await rowOf(id)) !== undefined,
  ];
  expect([await there(left), await there(cancelled), await there(ticked)]).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ]);
});
