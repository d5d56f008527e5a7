import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { paces } from "../pace.ts";
import { beginUpload } from "./begin-upload.ts";
import { openDraft } from "./open-draft.ts";
import { sayInThread } from "./say-in-thread.ts";
import { sayToPetitioner } from "./say-to-petitioner.ts";
import { saveDraft } from "./save-draft.ts";
import { submitPetition } from "./submit-petition.ts";

let world: TestWorld;
let town: Town;
let who: Citizen;
let slug: string;
beforeAll(async () => {
  world = await townWorld({ pinHash: lightPinHash });
  town = await openTown(world.ports);
  who = await townsman(world.ports);
  const label = { th: "รูป", en: null };
  const photo = { key: "photo", label, help: null, showIf: null, type: "photo", min: 0, max: 3 };
  ({ slug } = await town.serviceOf(plainService({ form: { format: 1, fields: [photo] } as never })));
});
afterAll(() => world.close());

async function begun(): Promise<string> {
  return (await granted(openDraft(world.ports, who, { slug: town.slug, service: slug }))).draftId;
}

async function filed() {
  const draftId = await begun();
  const { version } = await granted(saveDraft(world.ports, who, { draftId, seen: 1, answers: {} }));
  return submitPetition(world.ports, who, { draftId, seen: version, via: "line", wantsPaper: false });
}

test("one person files twenty petitions a day and no more; the one too many stays a draft for tomorrow", async () => {
  const petitions = [];
  for (let n = 0; n < paces.petitions.most; n += 1) petitions.push(await granted(filed()));
  expect(new Set(petitions.map(({ petitionId }) => petitionId)).size).toBe(20);
  expect(await filed()).toMatchObject({ refusal: { kind: "petitions_many" } });
  const draftId = await begun();
  world.clock.pass(24 * 60 * 60);
  expect((await filed()).ok).toBe(true);
  expect(await begun()).not.toBe(draftId);
});

test("one person's drafts are saved twelve hundred times an hour and no more, and are as they were before", async () => {
  const typist = await townsman(world.ports);
  const { draftId } = await granted(openDraft(world.ports, typist, { slug: town.slug, service: slug }));
  const saved = (seen: number, note: string) =>
    saveDraft(world.ports, typist, { draftId, seen, answers: { note } });
  const { version } = await granted(saved(1, "kept"));
  await world.ports.db.as(typist, async (tx) => {
    for (let n = 0; n < paces.saves.most; n += 1) await keepsPace(world.ports, tx, typist, "saves");
  });
  expect(await saved(version, "one too many")).toMatchObject({ refusal: { kind: "saves_many" } });
  world.clock.pass(60 * 60);
  expect((await granted(saved(version, "later"))).version).toBe(version + 1);
});

test("one person writes forty messages an hour and no more, whatever their threads", async () => {
  const { petitionId } = await granted(filed());
  const say = () => {
    const requestKey = world.ports.random.uuid();
    const said = { agencyId: town.agencyId, petitionId, text: "ขอบคุณ", file: null, requestKey };
    return sayInThread(world.ports, who, said);
  };
  for (let n = 0; n < paces.messages.most; n += 1) await granted(say());
  expect(await say()).toMatchObject({ refusal: { kind: "messages_many" } });
  world.clock.pass(60 * 60);
  expect((await say()).ok).toBe(true);
});

test("one officer writes two hundred messages and notes an hour and no more, whatever the petitions", async () => {
  const { petitionId } = await granted(filed());
  const write = (isInternal: boolean) =>
    sayToPetitioner(world.ports, town.officer, {
      ...{ petitionId, text: "รับเรื่องแล้ว", isInternal },
      requestKey: world.ports.random.uuid(),
    });
  await granted(write(false));
  await granted(write(true));
  await world.ports.db.as({ kind: "gate" }, async (tx) => {
    for (let n = 2; n < paces.deskMessages.most; n += 1) {
      await keepsPace(world.ports, tx, town.officer, "deskMessages");
    }
  });
  expect(await write(false)).toMatchObject({ refusal: { kind: "messages_many" } });
  world.clock.pass(60 * 60);
  expect((await write(false)).ok).toBe(true);
});

test("one person begins two hundred files a day and no more, however often they are given up", async () => {
  const draftId = await begun();
  const begin = () => beginUpload(world.ports, who, { draftId, path: "photo", name: "รูป.jpg", size: 9 });
  await granted(begin());
  await world.ports.db.as(who, async (tx) => {
    for (let n = 1; n < paces.files.most; n += 1) await keepsPace(world.ports, tx, who, "files");
  });
  expect(await begin()).toMatchObject({ refusal: { kind: "files_many" } });
  const { petitionId } = await granted(filed());
  const file = { name: "รูป.png", bytes: drawnPng(64, 48) };
  const said = { agencyId: town.agencyId, petitionId, text: "ดูรูป", requestKey: world.ports.random.uuid() };
  expect(await sayInThread(world.ports, who, { ...said, file })).toMatchObject({
    refusal: { kind: "files_many" },
  });
  await granted(sayInThread(world.ports, who, { ...said, file: null }));
});
