import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal, registered, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Field } from "../../forms/field.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { handOverMakes, handOverTries } from "../../visits/hand-over.ts";
import { discardDraft } from "./discard-draft.ts";
import { keepFile } from "./keep-file.ts";
import { keepHandedFile } from "./keep-handed-file.ts";
import { makeDraftHandOver } from "./make-draft-hand-over.ts";
import { openDraft } from "./open-draft.ts";
import { purgeDrafts } from "./purge-drafts.ts";
import { saveDraft } from "./save-draft.ts";
import { fileHandedDraft, saveHandedDraft } from "./save-handed-draft.ts";
import { seeDraft } from "./see-draft.ts";
import { confirmHandedDraft, seeHandedDraft } from "./see-handed-draft.ts";
import { seeHandedFile } from "./see-handed-file.ts";
import { openHandedForm } from "./see-handed-form.ts";
import { endOwnDraftHandOver, seeOwnDraftHandOver } from "./see-own-draft-hand-over.ts";
import { submitPetition } from "./submit-petition.ts";
import { takeDraftHandOver } from "./take-draft-hand-over.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let elsewhere: Town;
let slug: string;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles() });
  all = asSuperuser(world);
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
  const service = plainService({ assurance: "photo_checked" });
  const photo: Field = {
    ...{ key: "picture", type: "photo", min: 0, max: 3 },
    ...{ label: { th: "ภาพ", en: null }, help: null, showIf: null },
  };
  const form = { ...service.form, fields: [...service.form.fields, photo] };
  ({ slug } = await town.serviceOf({ ...service, form }));
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const missing = { kind: "hand_over_missing" };
const png = drawnPng(64, 48);
const officerOf = (at: Town = town): Staff => ({ ...at.officer, staffId: world.ports.random.uuid() });
const take = (officer: Staff, numberText: string) => takeDraftHandOver(world.ports, officer, { numberText });

/** A citizen with a draft in which a place and a picture stand. */
async function begun() {
  const { ports } = world;
  const typist = somebody();
  const who = await registered(ports, typist);
  const { draftId } = await granted(openDraft(ports, who, { slug: town.slug, service: slug }));
  const first = { draftId, seen: 1, answers: { place: "หน้าวัด" } };
  await granted(saveDraft(ports, who, first));
  const file = await granted(keepFile(ports, who, { draftId, path: "picture", name: "เสา.png", bytes: png }));
  const seen = async () => (await granted(seeDraft(ports, who, { draftId }))).draft;
  const number = async () => {
    await granted(makeDraftHandOver(ports, who, { draftId }));
    const { own } = await granted(seeOwnDraftHandOver(ports, who, { draftId }));
    return own?.number ?? "";
  };
  const state = async () => (await granted(seeOwnDraftHandOver(ports, who, { draftId }))).own?.state;
  const citizenId = typist.citizenId as CitizenId;
  return { who, typist, citizenId, draftId, fileId: file.fileId, seen, number, state };
}

/** The same, taken and confirmed by an officer. */
async function handed(officer = officerOf()) {
  const draft = await begun();
  const { handOverId } = await granted(take(officer, await draft.number()));
  const { citizenId } = draft;
  await granted(confirmHandedDraft(world.ports, officer, { handOverId, citizenId }));
  return { ...draft, officer, handOverId };
}

test("an officer who takes the number sees whose draft it is, and opens it with its files once the card agrees", async () => {
  const officer = officerOf();
  const { who, typist, citizenId, fileId, number, state } = await begun();
  const { handOverId } = await granted(take(officer, await number()));
  expect(await state()).toBe("taken");
  const seen = await granted(seeHandedDraft(world.ports, officer, { handOverId }));
  expect(seen.person).toMatchObject({ firstName: typist.firstName, citizenId });
  expect(await refusal(openHandedForm(world.ports, officer, { handOverId }))).toEqual(missing);
  const other = somebody().citizenId as CitizenId;
  const wrong = confirmHandedDraft(world.ports, officer, { handOverId, citizenId: other });
  expect(await refusal(wrong)).toEqual({ kind: "hand_over_other" });
  await granted(confirmHandedDraft(world.ports, officer, { handOverId, citizenId }));
  const form = await granted(openHandedForm(world.ports, officer, { handOverId }));
  expect(form.draft.content.answers).toEqual({ place: "หน้าวัด", picture: [fileId] });
  expect(form.files.map(({ name }) => name)).toEqual(["เสา.png"]);
  const opened = await granted(seeHandedFile(world.ports, officer, { handOverId, fileId }));
  expect(opened).toMatchObject({ mediaType: "image/jpeg", name: "เสา.jpg" });
  const looks = await all`select what, purpose from look where person_id = ${who.personId} order by what`;
  expect(looks.map((look) => `${String(look["what"])} ${String(look["purpose"])}`)).toEqual([
    "counter hand_over",
    "counter hand_over",
    "petition_file hand_over",
  ]);
});

test("wrong, late, withdrawn, replaced, used, a colleague's and another agency's numbers are refused in one way", async () => {
  const { ports } = world;
  const one = await begun();
  const [first, second] = [await one.number(), await one.number()];
  expect(await refusal(take(officerOf(), first))).toEqual(missing);
  expect(await refusal(take(officerOf(elsewhere), second))).toEqual(missing);
  await endOwnDraftHandOver(ports, one.who, { draftId: one.draftId });
  expect(await refusal(take(officerOf(), second))).toEqual(missing);
  const third = await one.number();
  const [officer, colleague] = [officerOf(), officerOf()];
  const { handOverId } = await granted(take(officer, third));
  expect(await granted(take(officer, third))).toEqual({ handOverId });
  expect(await refusal(take(colleague, third))).toEqual(missing);
  expect(await refusal(seeHandedDraft(ports, colleague, { handOverId }))).toEqual(missing);
  const two = await begun();
  const late = await two.number();
  world.clock.pass(15 * 60);
  expect(await refusal(take(officerOf(), late))).toEqual(missing);
  expect(await two.state()).toBe("over");
});

test("a sixth wrong number is not looked up any more, and right ones count for nothing", async () => {
  const officer = officerOf();
  for (let taken = 0; taken < handOverTries + 1; taken += 1) {
    await granted(take(officer, await (await begun()).number()));
  }
  const { number } = await begun();
  const right = await number();
  const wrong = right === "000000" ? "000001" : "000000";
  for (let tried = 0; tried < handOverTries; tried += 1) {
    expect(await refusal(take(officer, wrong))).toEqual(missing);
  }
  expect(await refusal(take(officer, right))).toMatchObject({ kind: "hand_over_limit" });
  expect(await refusal(take(officer, "12345"))).toEqual({ kind: "hand_over_length", digits: 5 });
});

test("a seventh number within the hour is refused, and the one that waits stays good", async () => {
  const { who, draftId, number } = await begun();
  let last = "";
  for (let made = 0; made < handOverMakes; made += 1) last = await number();
  const more = makeDraftHandOver(world.ports, who, { draftId });
  expect(await refusal(more)).toMatchObject({ kind: "hand_over_makes" });
  await granted(take(officerOf(), last));
});

test("a number is made for one's own draft alone, and no more once it was sent", async () => {
  const { draftId } = await begun();
  const stranger = await registered(world.ports);
  const refused = { kind: "draft_missing" };
  expect(await refusal(makeDraftHandOver(world.ports, stranger, { draftId }))).toEqual(refused);
  expect(await refusal(seeOwnDraftHandOver(world.ports, stranger, { draftId }))).toEqual(refused);
  const sent = await handed();
  const { version } = await sent.seen();
  const filing = { handOverId: sent.handOverId, seen: version, wantsPaper: false };
  await granted(fileHandedDraft(world.ports, sent.officer, filing));
  const again = makeDraftHandOver(world.ports, sent.who, { draftId: sent.draftId });
  expect(await refusal(again)).toMatchObject({ kind: "draft_sent" });
});

test("officer and citizen keep one draft, and whoever saves second is told instead of writing over the first", async () => {
  const { ports } = world;
  const { who, officer, handOverId, draftId, fileId, seen } = await handed();
  const { version } = await seen();
  const typed = { place: "หน้าตลาด", picture: [fileId] };
  const saved = await granted(saveHandedDraft(ports, officer, { handOverId, seen: version, answers: typed }));
  expect((await seen()).content.answers).toEqual(typed);
  const late = saveDraft(ports, who, { draftId, seen: version, answers: { place: "หน้าบ้าน" } });
  expect(await refusal(late)).toMatchObject({ kind: "draft_changed", version: saved.version });
  await granted(saveDraft(ports, who, { draftId, seen: saved.version, answers: { place: "ท้ายซอย" } }));
  const over = saveHandedDraft(ports, officer, { handOverId, seen: saved.version, answers: typed });
  expect(await refusal(over)).toMatchObject({ kind: "draft_changed" });
});

test("a file the officer adds is the draft's, and one that lies or has no place is refused and leaves nothing", async () => {
  const { ports } = world;
  const { officer, handOverId, fileId, seen } = await handed();
  const keep = (path: string, bytes: Uint8Array) =>
    keepHandedFile(ports, officer, { handOverId, path, name: "มุมอื่น.png", bytes });
  const kept = await granted(keep("picture", png));
  const { content } = await seen();
  expect(content.answers["picture"]).toEqual([fileId, kept.fileId]);
  const before = await all`select count(*)::int as count from petition_file`;
  expect(await refusal(keep("picture", new TextEncoder().encode("<svg/>")))).toEqual({
    kind: "attachment_kind",
  });
  expect(await refusal(keep("place", png))).toEqual({ kind: "upload_field" });
  expect(await all`select count(*)::int as count from petition_file`).toEqual(before);
});

test("filed at the counter and sent from the phone at once, there is one petition, its files and number with it", async () => {
  const { ports } = world;
  const { who, officer, handOverId, draftId, fileId, seen, typist } = await handed();
  // Whom the officer saw needs no rung; the citizen's own sending does.
  const { version } = await seen();
  const low = submitPetition(ports, who, { draftId, seen: version, via: "line", wantsPaper: false });
  expect(await refusal(low)).toMatchObject({ kind: "assurance_low" });
  await all`update person set assurance = 'thaid' where id = ${who.personId}`;
  const filing = { handOverId, seen: version, wantsPaper: true };
  await Promise.all([
    fileHandedDraft(ports, officer, filing),
    fileHandedDraft(ports, officer, filing),
    submitPetition(ports, who, { draftId, seen: version, via: "line", wantsPaper: true }),
  ]);
  const petitions = await all`select id, via from petition where person_id = ${who.personId}`;
  expect(petitions).toHaveLength(1);
  const files = await all`select petition_id from petition_file where id = ${fileId}`;
  expect(files[0]?.["petition_id"]).toBe(petitions[0]?.["id"]);
  const after = saveHandedDraft(ports, officer, { handOverId, seen: version, answers: {} });
  expect(await refusal(after)).toMatchObject({ kind: "draft_sent" });
  expect(typist.citizenId).toHaveLength(13);
});

test("filed by the officer it is marked as such, and the citizen is told", async () => {
  const { who, officer, handOverId, seen } = await handed();
  const { version } = await seen();
  const filing = { handOverId, seen: version, wantsPaper: false };
  const { petitionId } = await granted(fileHandedDraft(world.ports, officer, filing));
  const [petition] = await all`select via, filed_by from petition where id = ${petitionId}`;
  expect(petition).toEqual({ via: "counter", filed_by: officer.staffId });
  const told =
    await all`select kind from notice where person_id = ${who.personId} and kind = 'petition_filed'`;
  expect(told).toHaveLength(1);
});

test("an officer's hour ends, and a citizen who asks anew, takes back or throws away ends it at once", async () => {
  const { ports } = world;
  const over = { kind: "hand_over_over" };
  const one = await handed();
  await one.number();
  const two = await handed();
  await endOwnDraftHandOver(ports, two.who, { draftId: two.draftId });
  const three = await handed();
  await granted(discardDraft(ports, three.who, { draftId: three.draftId }));
  const four = await handed();
  world.clock.pass(60 * 60);
  for (const { officer, handOverId } of [one, two, three, four]) {
    expect(await refusal(openHandedForm(ports, officer, { handOverId }))).toEqual(over);
  }
});

test("the database takes no second taker, and the numbers of yesterday are gone", async () => {
  const { handOverId } = await handed();
  const stolen = all`update draft_hand_over set taken_by = ${world.ports.random.uuid()} where id = ${handOverId}`;
  await expect(stolen).rejects.toThrow("taken, confirmed and ended once");
  world.clock.pass(25 * 60 * 60);
  await purgeDrafts(world.ports, { kind: "system", job: "test" });
  expect(await all`select 1 from draft_hand_over`).toHaveLength(0);
});
