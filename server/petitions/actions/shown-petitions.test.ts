import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { makeUnchecked } from "../../../tests/support/sent-notices.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { dispatchNotices } from "../../notices/actions/dispatch.ts";
import { fileAtCounter } from "./file-at-counter.ts";
import { makeDraftHandOver } from "./make-draft-hand-over.ts";
import { openDraft } from "./open-draft.ts";
import { openOwnFile } from "./open-own-file.ts";
import { saveDraft } from "./save-draft.ts";
import { fileHandedDraft } from "./save-handed-draft.ts";
import { confirmHandedDraft } from "./see-handed-draft.ts";
import { seeOwnDocument, seeOwnDocuments } from "./see-own-documents.ts";
import { seeOwnPetition } from "./see-own-petition.ts";
import { seeOwnPetitions } from "./see-own-petitions.ts";
import { takeDraftHandOver } from "./take-draft-hand-over.ts";
import { withdrawOwnPetition } from "./withdraw-own-petition.ts";
import { findOwnOfNumber } from "../store/own-petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let serviceId: string;
let slug: string;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles() });
  all = asSuperuser(world);
  town = await openTown(world.ports);
  ({ serviceId, slug } = await town.serviceOf(plainService()));
});
afterAll(async () => {
  await all.end();
  await world.close();
});

/** Somebody whose account came by the web and whom nobody has seen yet: perhaps not the one of that number. */
async function unchecked(): Promise<{ readonly who: Citizen; readonly typist: Typist }> {
  const typist = somebody();
  const who = await registered(world.ports, typist);
  await makeUnchecked(all, who.personId);
  return { who, typist };
}
const rung = (who: Citizen, level: string) =>
  all`update person set assurance = ${level} where id = ${who.personId}`;

/** An officer files for somebody of that number who came in person. */
async function filedFor({ citizenId }: Typist) {
  const { ports } = world;
  const met = { citizenId: citizenId as CitizenId, firstName: null, lastName: null, birth: null };
  const { personId } = await meetAtCounter(ports, town.officer, { ...met, source: "typed" });
  const { petitionId } = await granted(
    fileAtCounter(ports, town.officer, {
      ...{ serviceId, version: 1, personId, answers: { place: "หน้าวัด" } },
      ...{ told: { prefix: null, phone: null }, wantsPaper: false, requestKey: ports.random.uuid() },
    }),
  );
  const [row] = await all`select number from petition where id = ${petitionId}`;
  return { agencyId: town.agencyId, petitionId, number: String(row?.["number"]) };
}

const listed = async (who: Citizen) =>
  (await seeOwnPetitions(world.ports, who, { shelf: "open", turn: null })).rows.map(({ id }) => id);

test("what was filed at the counter is neither listed, opened nor moved by an account nobody checked, until somebody does", async () => {
  const { ports } = world;
  const { who, typist } = await unchecked();
  const { number, ...ref } = await filedFor(typist);
  const missing = { kind: "petition_missing" };
  expect(await listed(who)).toEqual([]);
  expect(await refusal(seeOwnPetition(ports, who, ref))).toEqual(missing);
  expect(await refusal(withdrawOwnPetition(ports, who, { ...ref, seen: 1, text: "" }))).toEqual(missing);
  const fileId = ports.random.uuid();
  expect(await refusal(openOwnFile(ports, who, { ...ref, fileId }))).toEqual({ kind: "file_missing" });
  expect(await ports.db.as(who, (tx) => findOwnOfNumber(tx, who.personId, number))).toBeNull();
  await rung(who, "photo_checked");
  expect(await listed(who)).toEqual([ref.petitionId]);
  expect((await granted(seeOwnPetition(ports, who, ref))).number).toBe(number);
});

test("its documents are not theirs either, until somebody checks the account", async () => {
  const { ports } = world;
  const { who, typist } = await unchecked();
  const { petitionId } = await filedFor(typist);
  const id = ports.random.uuid();
  await all`insert into issued_document (agency_id, id, person_id, petition_id, kind, number, check_code, title_th, title_en,
      holder, media_type, data_key, sealed, file_key, issued_by, issued_at, state, request_key, is_listed)
    values (${town.agencyId}, ${id}, ${who.personId}, ${petitionId}, 'letter', ${`ท ${id.slice(-4)}`}, ${id.slice(-12)},
      'หนังสือ', 'Letter', '–', 'application/pdf', ${Buffer.from(ports.vault.newDataKey())}, ${Buffer.from([1])}, 'k',
      ${town.officer.staffId}, ${ports.clock.now().toISOString()}, 'genuine', ${id}, false)`;
  const rows = async () => (await seeOwnDocuments(ports, who, { turn: null })).rows.map((one) => one.id);
  expect(await rows()).toEqual([]);
  expect(await refusal(seeOwnDocument(ports, who, { documentId: id }))).toEqual({ kind: "document_missing" });
  await rung(who, "card_checked");
  expect(await rows()).toEqual([id]);
});

test("an account that handed the draft over itself follows its petition, checked or not", async () => {
  const { ports } = world;
  const { who, typist } = await unchecked();
  const { draftId } = await granted(openDraft(ports, who, { slug: town.slug, service: slug }));
  await granted(saveDraft(ports, who, { draftId, seen: 1, answers: { place: "หน้าวัด" } }));
  await granted(makeDraftHandOver(ports, who, { draftId }));
  const [made] = await all`select number from draft_hand_over where draft_id = ${draftId}`;
  const numberText = String(made?.["number"]);
  const { handOverId } = await granted(takeDraftHandOver(ports, town.officer, { numberText }));
  const citizenId = typist.citizenId as CitizenId;
  await granted(confirmHandedDraft(ports, town.officer, { handOverId, citizenId }));
  const filing = { handOverId, seen: 2, wantsPaper: false };
  const { petitionId } = await granted(fileHandedDraft(ports, town.officer, filing));
  expect(await listed(who)).toEqual([petitionId]);
});

test("what was filed under an account before it is not shown to one nobody checked: its owner erased theirs", async () => {
  const { who } = await unchecked();
  const petition = await town.filed(who, serviceId, { place: "หน้าวัด" });
  expect(await listed(who)).toEqual([petition.id]);
  await all`update account set created_at = created_at + interval '1 hour' where person_id = ${who.personId}`;
  expect(await listed(who)).toEqual([]);
  const ref = { agencyId: town.agencyId, petitionId: petition.id };
  expect(await refusal(seeOwnPetition(world.ports, who, ref))).toEqual({ kind: "petition_missing" });
  await rung(who, "card_checked");
  expect(await listed(who)).toEqual([petition.id]);
});

test("an account opened in LINE, where a card was shown, sees what was filed for it", async () => {
  const typist = somebody();
  const who = await registered(world.ports, typist);
  const { petitionId } = await filedFor(typist);
  expect(await listed(who)).toEqual([petitionId]);
});

test("an unchecked account is told nothing of it, by no way", async () => {
  const { ports } = world;
  const { who, typist } = await unchecked();
  const { petitionId } = await filedFor(typist);
  const other = await filedFor(somebody());
  for (let round = 0; round < 3; round += 1) {
    await dispatchNotices(ports, { kind: "system", job: "test" }, { channel: who.channel });
  }
  const notices =
    await all`select medium, state, failure from notice where refs->>'petitionId' = ${petitionId}`;
  expect(notices.map((one) => `${String(one["state"])} ${String(one["failure"])}`)).toEqual(["dropped gone"]);
  const others = await all`select failure from notice where refs->>'petitionId' = ${other.petitionId}`;
  expect(others.map((one) => String(one["failure"]))).not.toContain("gone");
});
