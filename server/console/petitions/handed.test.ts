import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, registered, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Field } from "../../forms/field.ts";
import { keepFile } from "../../petitions/actions/keep-file.ts";
import { makeDraftHandOver } from "../../petitions/actions/make-draft-hand-over.ts";
import { openDraft } from "../../petitions/actions/open-draft.ts";
import { saveDraft } from "../../petitions/actions/save-draft.ts";
import { seeDraft } from "../../petitions/actions/see-draft.ts";
import { endOwnDraftHandOver } from "../../petitions/actions/see-own-draft-hand-over.ts";
import { submitPetition } from "../../petitions/actions/submit-petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let slug: string;
let officer: StaffInside;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
  const service = plainService();
  const photo: Field = {
    ...{ key: "picture", type: "photo", min: 1, max: 3 },
    ...{ label: { th: "ภาพจุดที่เสีย", en: null }, help: null, showIf: null },
  };
  ({ slug } = await town.serviceOf({
    ...service,
    form: { ...service.form, fields: [...service.form.fields, photo] },
  }));
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

const base = "/console/petitions/new/hand-over";
const whereTo = (answer: Response) => answer.headers.get("location") ?? "";

/** A citizen with a draft in which one picture stands, and its number. */
async function begun() {
  const { ports } = world;
  const typist = somebody();
  const who = await registered(ports, typist);
  const { draftId } = await granted(openDraft(ports, who, { slug: town.slug, service: slug }));
  await granted(saveDraft(ports, who, { draftId, seen: 1, answers: { place: "หน้าวัด" } }));
  const bytes = await drawnJpeg();
  const { fileId } = await granted(
    keepFile(ports, who, { draftId, path: "picture", name: "เสา.jpg", bytes }),
  );
  await granted(makeDraftHandOver(ports, who, { draftId }));
  const [made] =
    await all`select number from draft_hand_over where draft_id = ${draftId} and ended_at is null`;
  const draft = async () => (await granted(seeDraft(ports, who, { draftId }))).draft;
  return { who, typist, draftId, fileId, draft, number: String(made?.["number"]) };
}

/** The same, taken and confirmed: at its form. */
async function atForm() {
  const draft = await begun();
  const path = whereTo(await officer.browser.post(base, { number: draft.number }));
  const formPath = whereTo(await officer.browser.post(path, { citizenId: draft.typist.citizenId }));
  const post = (fields: Record<string, string>, file: Uint8Array | null = null) => {
    const posted = new FormData();
    const first = { place: "หน้าวัด", picture: draft.fileId, "desk:lead": "ทำต่อให้", do: "save" };
    for (const [name, value] of Object.entries({ ...first, ...fields })) posted.append(name, value);
    if (file !== null) posted.set("picture.new", new File([Uint8Array.from(file)], "มุมอื่น.jpg"));
    return officer.browser.postForm(formPath, posted);
  };
  return { ...draft, path, formPath, post };
}

test("the number leads to whose draft it is, the card's number opens it with its answers and files", async () => {
  const { typist, number } = await begun();
  const spaced = `${number.slice(0, 3)} ${number.slice(3)}`;
  const path = whereTo(await officer.browser.post(base, { number: spaced }));
  expect(path).toMatch(/^\/console\/petitions\/new\/hand-over\/[0-9a-f-]{36}$/);
  const page = await (await officer.browser.get(path)).text();
  expect(page).toContain(`${typist.firstName} ${typist.lastName}`);
  expect(page).not.toContain("หน้าวัด");
  expect((await officer.browser.get(`${path}/form`)).status).toBe(404);
  const wrong = await officer.browser.post(path, { citizenId: somebody().citizenId });
  expect([wrong.status, (await wrong.text()).includes("ไม่ตรงกับเจ้าของแบบคำร้อง")]).toEqual([422, true]);
  const formPath = whereTo(await officer.browser.post(path, { citizenId: typist.citizenId }));
  const form = await (await officer.browser.get(formPath)).text();
  for (const shown of ["หน้าวัด", "เสา.jpg", typist.firstName]) expect(form).toContain(shown);
  const file = /href="([^"]+\/files\/[^"]+)"/.exec(form)?.[1] ?? "";
  const opened = await officer.browser.get(file);
  expect([opened.status, opened.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(opened.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test("a number that is wrong, one that was used and one of before are answered with the same sentence, and stay typed", async () => {
  const used = await atForm();
  await used.post({ do: "file", "desk:seen": String((await used.draft()).version) });
  const replaced = await begun();
  await granted(makeDraftHandOver(world.ports, replaced.who, { draftId: replaced.draftId }));
  const sentences = new Set<string>();
  for (const number of ["000000", used.number, replaced.number]) {
    const answer = await officer.browser.post(base, { number });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(`value="${number}"`);
    sentences.add(/เลขนี้ใช้ไม่ได้[^<]+/.exec(page)?.[0] ?? "none");
  }
  expect([...sentences]).toEqual([expect.stringContaining("ให้ประชาชนขอเลขใหม่")]);
});

test("the sixth wrong number in ten minutes is told to wait", async () => {
  const { browser } = await cameIn(world.ports, open, town.agencyId, "officer");
  for (let tried = 0; tried < 5; tried += 1) await browser.post(base, { number: "000000" });
  const answer = await browser.post(base, { number: "000000" });
  expect([answer.status, (await answer.text()).includes("ลองใหม่ได้ในอีก 10 นาที")]).toEqual([429, true]);
});

test("what is saved and added at the counter the citizen has in the same draft; taken out, it is out of both", async () => {
  const { post, draft, fileId } = await atForm();
  const seen = String((await draft()).version);
  const saved = await post({ place: "หน้าตลาด", "desk:seen": seen }, await drawnJpeg(320, 240));
  const page = await saved.text();
  expect([saved.status, page.includes("บันทึกแล้ว"), page.includes("มุมอื่น.jpg")]).toEqual([200, true, true]);
  const { content, version } = await draft();
  expect(content.answers).toMatchObject({ place: "หน้าตลาด", picture: [fileId, expect.any(String)] });
  await post({ place: "หน้าตลาด", dropFile: `picture:${fileId}`, "desk:seen": String(version) });
  expect((await draft()).content.answers["picture"]).toEqual([]);
});

test("the officer is told when the citizen saved meanwhile, and nothing of either is lost", async () => {
  const { who, post, draft, draftId, fileId } = await atForm();
  const { version } = await draft();
  const theirs = { place: "ท้ายซอย", picture: [fileId] };
  await granted(saveDraft(world.ports, who, { draftId, seen: version, answers: theirs }));
  const answer = await post({ place: "หน้าตลาด", do: "file", "desk:seen": String(version) });
  const page = await answer.text();
  expect(answer.status).toBe(409);
  for (const shown of ["ถูกแก้ไขจากโทรศัพท์ของประชาชน", "หน้าตลาด"]) expect(page).toContain(shown);
  expect((await draft()).content.answers).toEqual(theirs);
  const now = /name="desk:seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  expect((await post({ place: "หน้าตลาด", "desk:seen": now })).status).toBe(200);
  expect((await draft()).content.answers["place"]).toBe("หน้าตลาด");
});

test("a lying file and what is missing are told, nothing is filed, and what was typed is kept", async () => {
  const { post, draft } = await atForm();
  const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
  const lying = await post(
    { place: "หน้าตลาด", do: "file", "desk:seen": String((await draft()).version) },
    svg,
  );
  expect([lying.status, (await lying.text()).includes("มุมอื่น.jpg: ")]).toEqual([422, true]);
  const missing = await post({ place: "", do: "file", "desk:seen": String((await draft()).version) });
  expect(missing.status).toBe(422);
  expect((await draft()).petitionId).toBeNull();
});

test("filed twice and from the phone there is one petition, marked as the officer's", async () => {
  const { who, post, draft, draftId } = await atForm();
  const seen = String((await draft()).version);
  const filed = await Promise.all([1, 2, 3].map(() => post({ do: "file", "desk:seen": seen })));
  const petitions = await all`select id, via, filed_by from petition where person_id = ${who.personId}`;
  expect(petitions).toHaveLength(1);
  expect(petitions[0]).toMatchObject({ via: "counter", filed_by: officer.staffId });
  const id = String(petitions[0]?.["id"]);
  const ways = new Set(filed.map(whereTo));
  ways.delete("/console/petitions/new?told=sent");
  expect([...ways]).toEqual([`/console/petitions/${id}?done=filed`]);
  const phone = { draftId, seen: Number(seen), via: "line", wantsPaper: false } as const;
  expect(await granted(submitPetition(world.ports, who, phone))).toEqual({ petitionId: id });
  expect(await (await officer.browser.get(`/console/petitions/${id}`)).text()).toContain("เสา.jpg");
});

test("an officer whose number the citizen took back is told so, and where the answers are", async () => {
  const { who, draftId, formPath, post } = await atForm();
  await endOwnDraftHandOver(world.ports, who, { draftId });
  const { browser } = officer;
  expect(whereTo(await browser.get(formPath))).toBe("/console/petitions/new?told=gone");
  expect(whereTo(await post({ do: "file", "desk:seen": "3" }))).toBe("/console/petitions/new?told=gone");
  const page = await (await browser.get("/console/petitions/new?told=gone")).text();
  expect(page).toContain("สิ่งที่บันทึกไว้ยังอยู่ในโทรศัพท์ของประชาชน");
});
