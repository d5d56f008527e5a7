import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crossOutSeen, pixelsOfJpeg } from "../../../tests/support/cross-out-seen.ts";
import { drawnJpeg, drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Form } from "../../forms/form.ts";
import { crossOutFor } from "../../identity/cross-out.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { takeStep } from "../desk/take-step.ts";
import { listOwnFiles } from "../store/own-file.ts";
import { findPetition } from "../store/petition.ts";
import { beginUpload } from "./begin-upload.ts";
import { finishUpload } from "./finish-upload.ts";
import { giveCorrection } from "./give-correction.ts";
import { keepCounterFiles } from "./keep-counter-files.ts";
import { keepFile } from "./keep-file.ts";
import { keepHandedFile } from "./keep-handed-file.ts";
import { makeDraftHandOver } from "./make-draft-hand-over.ts";
import { openDraft } from "./open-draft.ts";
import { openOwnFile } from "./open-own-file.ts";
import { seeFile } from "./see-file.ts";
import { confirmHandedDraft } from "./see-handed-draft.ts";
import { seeOwnDraftHandOver } from "./see-own-draft-hand-over.ts";
import { takeDraftHandOver } from "./take-draft-hand-over.ts";
import { takePiece } from "./take-piece.ts";

const both = (th: string) => ({ th, en: null });
const field = (key: string, more: object) => ({ key, label: both(key), help: null, showIf: null, ...more });
const files = { type: "files", min: 0, max: 5, accepts: ["jpg", "png", "pdf"] };
const form = {
  format: 1,
  fields: [field("house", { ...files, isCrossedOut: true }), field("plan", files)],
} as unknown as Form;

const stored = memoryFiles();
let world: TestWorld;
let town: Town;
let citizen: Citizen;
let typist: Typist;
let serviceId: string;
let draftId: string;
let words: string;
beforeAll(async () => {
  world = await townWorld({ files: stored });
  town = await openTown(world.ports);
  typist = somebody();
  citizen = await registered(world.ports, typist);
  const service = await town.serviceOf(plainService({ name: both("ขอใช้น้ำประปา"), form }));
  ({ serviceId } = service);
  ({ draftId } = await granted(openDraft(world.ports, citizen, { slug: town.slug, service: service.slug })));
  const place = await world.ports.db.as(citizen, (tx) => findAgencyPlace(tx, town.agencyId));
  words = crossOutFor("ขอใช้น้ำประปา", place?.nameTh ?? "", bangkokDay(world.ports.clock.now()));
});
afterAll(() => world.close());

const keep = (path: string, name: string, bytes: Uint8Array) =>
  keepFile(world.ports, citizen, { draftId, path, name, bytes });
const seen = (fileId: string) => granted(seeFile(world.ports, citizen, { draftId, fileId }));

async function isCrossedOut(kept: Uint8Array, plain: Uint8Array): Promise<void> {
  const {
    rules,
    words: letters,
    beside,
  } = await crossOutSeen(await pixelsOfJpeg(plain), await pixelsOfJpeg(kept), words);
  for (const rule of rules) expect(rule).toBeGreaterThan(0.9);
  expect(letters).toBeGreaterThan(0.2);
  expect(beside).toBeLessThan(0.01);
}

test("a copy of a house registration is kept with the service, the agency and the day across it, whatever picture it was", async () => {
  expect(words).toMatch(/^ใช้สำหรับขอใช้น้ำประปา กับ.+เท่านั้น \d+ \S+ \d{4}$/);
  const plain = await drawnJpeg(900, 640);
  for (const [name, bytes] of [
    ["บ้าน.jpg", plain],
    ["บ้าน.png", drawnPng(900, 640)],
  ] as const) {
    const { fileId } = await granted(keep("house", name, bytes));
    const file = await seen(fileId);
    expect(file).toMatchObject({ mediaType: "image/jpeg", name: "บ้าน.jpg" });
    await isCrossedOut(file.bytes, plain);
  }
});

test("sent in pieces it is crossed out too, and no plain piece stays in the store", async () => {
  const plain = await drawnJpeg(900, 640);
  const before = new Set(stored.kept.keys());
  const { uploadId } = await granted(
    beginUpload(world.ports, citizen, { draftId, path: "house", name: "บ้าน.jpg", size: plain.length }),
  );
  await granted(takePiece(world.ports, citizen, { uploadId, draftId, offset: 0, bytes: plain }));
  const { fileId } = await granted(finishUpload(world.ports, citizen, { uploadId, draftId, path: "house" }));
  await isCrossedOut((await seen(fileId)).bytes, plain);
  const added = [...stored.kept.keys()].filter((key) => !before.has(key));
  expect(added).toEqual([`petition-files/${town.agencyId}/${fileId}`]);
});

test("a PDF has the words on each page; a file of a field that does not ask for it is kept as it is", async () => {
  const marks: string[] = [];
  const pdf = {
    ...world.ports.pdf,
    markPages: (bytes: Uint8Array, text: string) => {
      marks.push(text);
      return world.ports.pdf.markPages(bytes, text);
    },
  };
  const ports: Ports = { ...world.ports, pdf };
  const paper = await PDFDocument.create();
  paper.addPage();
  const bytes = await paper.save();
  const input = { draftId, path: "house", name: "บ้าน.pdf", bytes };
  const { fileId } = await granted(keepFile(ports, citizen, input));
  expect(marks).toEqual([words]);
  expect(Buffer.from((await seen(fileId)).bytes).equals(bytes)).toBe(false);
  const plan = await granted(keepFile(ports, citizen, { ...input, path: "plan" }));
  expect(Buffer.from((await seen(plan.fileId)).bytes).equals(bytes)).toBe(true);
  expect(marks).toHaveLength(1);
});

test("what cannot be crossed out is refused with what is wrong, and nothing of it is kept", async () => {
  const before = stored.kept.size;
  const jpeg = await drawnJpeg(900, 640);
  const ended = Buffer.concat([jpeg.subarray(0, Math.floor(jpeg.length / 2)), Uint8Array.of(0xff, 0xd9)]);
  expect(await refusal(keep("house", "บ้าน.jpg", ended))).toEqual({ kind: "attachment_broken" });
  const empty = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  expect(await refusal(keep("house", "บ้าน.pdf", empty))).toEqual({ kind: "pdf_packed" });
  expect(stored.kept.size).toBe(before);
});

test("at the counter it is crossed out as well", async () => {
  const plain = await drawnJpeg(900, 640);
  const drawn: (string | undefined)[] = [];
  const pictures = {
    ...world.ports.pictures,
    crossOut: (...given: Parameters<Ports["pictures"]["crossOut"]>) => {
      drawn.push(given[2]);
      return world.ports.pictures.crossOut(...given);
    },
  };
  const kept = await keepCounterFiles({ ...world.ports, pictures }, town.officer, {
    ...{ personId: citizen.personId, requestKey: world.ports.random.uuid(), serviceId, serviceVersion: 1 },
    ...{ form, answers: {}, files: [{ path: "house", name: "บ้าน.jpg", bytes: plain }] },
  });
  expect(kept.refused).toEqual([]);
  expect(drawn).toEqual([words]);
});

/** A petition of which the officer asks the copy anew; answers its reference with the version seen. */
async function askedAnew() {
  const { ports } = world;
  const { agencyId, officer } = town;
  const { id: petitionId } = await town.filed(citizen, serviceId, {});
  const step = (more: object) =>
    ports.db.as(officer, async (tx) => {
      const petition = await findPetition(tx, agencyId, petitionId);
      if (!petition) throw new Error("no petition");
      const taken = { petition, seen: petition.version, ...more } as Parameters<typeof takeStep>[3];
      return granted(takeStep(ports, tx, officer, taken));
    });
  await step({ step: "received" });
  const { version: seen } = await step({ step: "correction_asked", words: { fields: ["house"] } });
  return { agencyId, petitionId, seen };
}

test("sent again for a correction it is crossed out as when it was first filed", async () => {
  const { ports } = world;
  const plain = await drawnJpeg(900, 640);
  const asked = await askedAnew();
  const files = [{ field: "house", name: "บ้าน.jpg", bytes: plain }];
  await granted(giveCorrection(ports, citizen, { ...asked, typed: {}, text: "", files }));
  const { agencyId, petitionId } = asked;
  const [file, ...others] = await ports.db.as(citizen, async (tx) => {
    const petition = await findPetition(tx, agencyId, petitionId);
    return petition ? listOwnFiles(ports, tx, petition) : [];
  });
  expect([file?.field, others]).toEqual(["house", []]);
  const opened = await granted(openOwnFile(ports, citizen, { ...asked, fileId: file?.id ?? "" }));
  await isCrossedOut(opened.bytes, plain);
});

test("what an officer adds to a draft that was handed over is crossed out in the citizen's own draft", async () => {
  const { ports } = world;
  const { officer } = town;
  await granted(makeDraftHandOver(ports, citizen, { draftId }));
  const { own } = await granted(seeOwnDraftHandOver(ports, citizen, { draftId }));
  const { handOverId } = await granted(takeDraftHandOver(ports, officer, { numberText: own?.number ?? "" }));
  const citizenId = typist.citizenId as CitizenId;
  await granted(confirmHandedDraft(ports, officer, { handOverId, citizenId }));
  const plain = await drawnJpeg(900, 640);
  const added = { handOverId, path: "house", name: "บ้าน.jpg", bytes: plain };
  const { fileId } = await granted(keepHandedFile(ports, officer, added));
  await isCrossedOut((await seen(fileId)).bytes, plain);
});
