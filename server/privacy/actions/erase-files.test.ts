import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, registered, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Form } from "../../forms/form.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { beginUpload } from "../../petitions/actions/begin-upload.ts";
import { keepFile } from "../../petitions/actions/keep-file.ts";
import { openDraft } from "../../petitions/actions/open-draft.ts";
import { seeDraft } from "../../petitions/actions/see-draft.ts";
import { submitPetition } from "../../petitions/actions/submit-petition.ts";
import { takePiece } from "../../petitions/actions/take-piece.ts";
import { attachmentKey, pieceKey } from "../../petitions/attachment.ts";
import { endFiles } from "./end-files.ts";
import { eraseMe } from "./erase-me.ts";

const bytes = drawnPng(64, 48);
const papers = { key: "papers", type: "files", min: 0, max: 3, accepts: ["png"] };
const form = {
  format: 1,
  fields: [{ ...papers, label: { th: "เอกสาร", en: null }, help: null, showIf: null }],
} as unknown as Form;

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles() });
  town = await openTown(world.ports);
});
afterAll(() => world.close());

/** A draft of a new service; answers its id. */
async function drafted(who: Citizen): Promise<string> {
  const { slug } = await town.serviceOf(plainService({ form }));
  return (await granted(openDraft(world.ports, who, { slug: town.slug, service: slug }))).draftId;
}

/** Puts a whole file to a draft; answers its id. */
async function attached(who: Citizen, draftId: string): Promise<string> {
  const kept = keepFile(world.ports, who, { draftId, path: "papers", name: "a.png", bytes });
  return (await granted(kept)).fileId;
}

/** Begins a file of which all is there, and which is not finished; answers its id. */
async function begun(who: Citizen, draftId: string): Promise<string> {
  const of = { draftId, path: "papers", name: "b.png", size: bytes.length };
  const { uploadId } = await granted(beginUpload(world.ports, who, of));
  await granted(takePiece(world.ports, who, { uploadId, draftId, offset: 0, bytes }));
  return uploadId;
}

const lies = async (key: string) => (await world.ports.files.get(key)) !== null;
const isKept = (fileId: string) => lies(attachmentKey(town.agencyId, fileId));

test("the file of a petition that runs outlasts its citizen; those of a draft go, finished or begun", async () => {
  const me = somebody();
  const who = await registered(world.ports, me);
  const draftId = await drafted(who);
  const sent = await attached(who, draftId);
  const { version: seen } = (await granted(seeDraft(world.ports, who, { draftId }))).draft;
  await granted(submitPetition(world.ports, who, { draftId, seen, via: "line", wantsPaper: false }));
  const open = await drafted(who);
  const [finished, onItsWay] = [await attached(who, open), await begun(who, open)];
  expect(await granted(eraseMe(world.ports, who, me.pin))).toEqual({ allGone: false });
  await endFiles(world.ports, { kind: "system", job: "test" });
  expect([await isKept(sent), await isKept(finished)]).toEqual([true, false]);
  expect(await lies(pieceKey(onItsWay, 0))).toBe(false);
});
