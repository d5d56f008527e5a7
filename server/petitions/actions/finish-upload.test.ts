import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted, refusal, somebody } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Form } from "../../forms/form.ts";
import type { Ports } from "../../ports.ts";
import { eraseMe } from "../../privacy/actions/erase-me.ts";
import { attachmentKey, pieceKey } from "../attachment.ts";
import { findUpload } from "../store/upload.ts";
import { beginUpload } from "./begin-upload.ts";
import { discardDraft } from "./discard-draft.ts";
import { finishUpload } from "./finish-upload.ts";
import { openDraft } from "./open-draft.ts";
import { openOwnFile } from "./open-own-file.ts";
import { seeDraft } from "./see-draft.ts";
import { submitPetition } from "./submit-petition.ts";
import { takePiece } from "./take-piece.ts";

const bytes = drawnPng(64, 48);
const papers = { key: "papers", type: "files", min: 0, max: 3, accepts: ["png"] };
const form = {
  format: 1,
  fields: [{ ...papers, label: { th: "เอกสาร", en: null }, help: null, showIf: null }],
} as unknown as Form;

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles(), pinHash: lightPinHash });
  town = await openTown(world.ports);
});
afterAll(() => world.close());

/** A file of a new draft that is there in all its pieces, and is nothing yet. */
async function whole() {
  const { ports } = world;
  const { slug } = await town.serviceOf(plainService({ form }));
  const who = await townsman(ports);
  const { draftId } = await granted(openDraft(ports, who, { slug: town.slug, service: slug }));
  const begun = { draftId, path: "papers", name: "a.png", size: bytes.length };
  const { uploadId } = await granted(beginUpload(ports, who, begun));
  await granted(takePiece(ports, who, { uploadId, draftId, offset: 0, bytes }));
  const done = (by: Ports = ports) => finishUpload(by, who, { uploadId, draftId, path: "papers" });
  const send = async () => {
    const { version: seen } = (await granted(seeDraft(ports, who, { draftId }))).draft;
    return granted(submitPetition(ports, who, { draftId, seen, via: "line", wantsPaper: false }));
  };
  const row = () => ports.db.as(who, (tx) => findUpload(ports, tx, who.personId, uploadId));
  return { who, draftId, uploadId, done, send, row };
}

/** A store of files in which something happens between the bytes being put and their row being written. */
function meanwhile(happens: () => Promise<unknown>): Ports {
  const { ports } = world;
  const { files } = ports;
  return {
    ...ports,
    files: {
      get: (key) => files.get(key),
      delete: (key) => files.delete(key),
      put: async (key, put, type) => {
        await files.put(key, put, type);
        await happens();
      },
    },
  };
}

const lies = async (key: string) => (await world.ports.files.get(key)) !== null;

test("a late twin answers as the first did, and the file of the petition sent meanwhile stays whole", async () => {
  const { who, uploadId: fileId, done, send } = await whole();
  let petitionId = "";
  const late = await granted(
    done(
      meanwhile(async () => {
        await granted(done());
        ({ petitionId } = await send());
      }),
    ),
  );
  expect(late).toEqual(await granted(done()));
  const { agencyId } = town;
  const opened = await granted(openOwnFile(world.ports, who, { agencyId, petitionId, fileId }));
  expect(Buffer.from(opened.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test("a twin that finds its citizen erased meanwhile leaves the file of the petition that runs", async () => {
  const { who, uploadId, done, send } = await whole();
  const late = done(
    meanwhile(async () => {
      await granted(done());
      await send();
      expect(await granted(eraseMe(world.ports, who, somebody().pin))).toEqual({ allGone: false });
    }),
  );
  expect(await refusal(late)).toEqual({ kind: "draft_missing" });
  expect(await lies(attachmentKey(town.agencyId, uploadId))).toBe(true);
});

test("of a draft that was sent or given up meanwhile no bytes are left, nor their row", async () => {
  const sent = await whole();
  const late = sent.done(meanwhile(sent.send));
  expect(await refusal(late)).toMatchObject({ kind: "draft_sent" });
  const left = await whole();
  const { draftId } = left;
  const gone = left.done(meanwhile(() => granted(discardDraft(world.ports, left.who, { draftId }))));
  expect(await refusal(gone)).toEqual({ kind: "draft_missing" });
  for (const { uploadId, row } of [sent, left]) {
    expect(await lies(attachmentKey(town.agencyId, uploadId))).toBe(false);
    expect(await lies(pieceKey(uploadId, 0))).toBe(false);
    expect(await row()).toBeNull();
  }
});
