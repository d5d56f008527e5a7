import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  plainService,
  openTown,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { serviceVersion, service as serviceTable } from "../../../db/schema/index.ts";
import type { Form } from "../../forms/form.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { findPetition, openContent } from "../store/petition.ts";
import { beginUpload } from "./begin-upload.ts";
import { dropFile } from "./drop-file.ts";
import { finishUpload } from "./finish-upload.ts";
import { keepFile } from "./keep-file.ts";
import { openDraft } from "./open-draft.ts";
import { purgeDrafts } from "./purge-drafts.ts";
import { saveDraft } from "./save-draft.ts";
import { seeDraft } from "./see-draft.ts";
import { seeFile } from "./see-file.ts";
import { submitPetition } from "./submit-petition.ts";
import { takePiece } from "./take-piece.ts";
import { mostUploads, pieceBytes } from "../upload.ts";

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles(), pinHash: lightPinHash });
  town = await openTown(world.ports);
});
afterAll(() => world.close());

const png = drawnPng(64, 48);
const both = (th: string) => ({ th, en: null });
const field = (key: string, more: object) => ({ key, label: both(key), help: null, showIf: null, ...more });
const form = (...fields: object[]): Form => ({ format: 1, fields }) as unknown as Form;
const text = { type: "text", required: true, minLength: 1, maxLength: 50 };
const shopForm = form(
  field("name", text),
  field("owned", { type: "yes_no", required: true }),
  field("lease", { ...text, showIf: { op: "equals", field: "owned", value: false } }),
  field("papers", { type: "files", min: 0, max: 3, accepts: ["jpg", "png", "pdf"] }),
  field("partners", {
    type: "group",
    min: 0,
    max: 2,
    fields: [field("card", { type: "photo", min: 0, max: 1 })],
  }),
);
const shop = (more: Partial<ServiceDefinition> = {}) => plainService({ form: shopForm, ...more });

async function begun(definition = shop(), citizen?: Citizen) {
  const { serviceId, slug } = await town.serviceOf(definition);
  const who = citizen ?? (await townsman(world.ports));
  const { draftId } = await granted(openDraft(world.ports, who, { slug: town.slug, service: slug }));
  const version = async () => (await granted(seeDraft(world.ports, who, { draftId }))).draft.version;
  const save = async (answers: Readonly<Record<string, unknown>>) =>
    granted(saveDraft(world.ports, who, { draftId, seen: await version(), answers }));
  const send = async (seen?: number) =>
    submitPetition(world.ports, who, {
      draftId,
      seen: seen ?? (await version()),
      via: "line",
      wantsPaper: false,
    });
  const keep = (path: string, bytes: Uint8Array, name = "แบบ.png") =>
    keepFile(world.ports, who, { draftId, path, name, bytes });
  return { serviceId, slug, who, draftId, version, save, send, keep };
}

const rows = async (query: (sql: ReturnType<typeof asSuperuser>) => Promise<readonly object[]>) => {
  const sql = asSuperuser(world);
  return query(sql).finally(() => sql.end());
};

test("a service is begun once, however often and at once it is pressed", async () => {
  const { slug, who, draftId } = await begun();
  const again = await Promise.all(
    Array.from({ length: 5 }, () => granted(openDraft(world.ports, who, { slug: town.slug, service: slug }))),
  );
  expect(new Set(again.map((each) => each.draftId))).toEqual(new Set([draftId]));
});

test("what was typed is kept as it was typed, and the second window is told instead of writing over it", async () => {
  const { who, draftId, save } = await begun();
  const first = await save({ name: "ร้านป้า  นิด" });
  const late = saveDraft(world.ports, who, { draftId, seen: first.version - 1, answers: { name: "อื่น" } });
  expect(await refusal(late)).toMatchObject({ kind: "draft_changed", version: first.version });
  const seen = await granted(seeDraft(world.ports, who, { draftId }));
  expect(seen.draft.content.answers).toEqual({ name: "ร้านป้า  นิด" });
});

test("a draft lies sealed, and of somebody else's nothing is seen, saved or sent", async () => {
  const { draftId, save } = await begun();
  await save({ name: "ความลับเฉพาะตัว" });
  const stranger = await townsman(world.ports);
  const missing = { kind: "draft_missing" };
  expect(await refusal(seeDraft(world.ports, stranger, { draftId }))).toEqual(missing);
  expect(await refusal(saveDraft(world.ports, stranger, { draftId, seen: 2, answers: {} }))).toEqual(missing);
  const send = { draftId, seen: 2, via: "line", wantsPaper: false } as const;
  expect(await refusal(submitPetition(world.ports, stranger, send))).toEqual(missing);
  const kept = await rows((sql) => sql`select encode(sealed, 'escape') as text from petition_draft`);
  expect(JSON.stringify(kept)).not.toContain("ความลับเฉพาะตัว");
});

test("five sendings at once make one petition, without what was hidden and sent all the same", async () => {
  const { who, draftId, save, send } = await begun();
  await save({ name: "ร้าน", owned: "yes", lease: "สัญญาปลอม" });
  const version = (await granted(seeDraft(world.ports, who, { draftId }))).draft.version;
  const sent = await Promise.all(Array.from({ length: 5 }, () => granted(send(version))));
  expect(new Set(sent.map(({ petitionId }) => petitionId)).size).toBe(1);
  expect(await refusal(seeDraft(world.ports, who, { draftId }))).toMatchObject({ kind: "draft_sent" });
  const kept = await rows((sql) => sql`select id from petition where request_key = ${draftId}`);
  expect(kept).toHaveLength(1);
  const [{ petitionId } = { petitionId: "" }] = sent;
  const petition = await world.ports.db.as(who, (tx) => findPetition(tx, town.agencyId, petitionId));
  expect(petition && openContent(world.ports, petition).answers).toEqual({ name: "ร้าน", owned: true });
});

test("answers that are wrong or unseen are not sent, and say where", async () => {
  const { save, send, version } = await begun();
  await save({ name: "", owned: "no" });
  expect(await send()).toMatchObject({
    refusal: { problems: [{ path: "name" }, { path: "lease", refusal: { kind: "answer_missing" } }] },
  });
  await save({ name: "ร้าน", owned: "yes" });
  expect(await send((await version()) - 1)).toMatchObject({ refusal: { kind: "draft_changed" } });
});

test("a service that needs a higher rung of assurance is filled, and not sent", async () => {
  const { save, send } = await begun(shop({ assurance: "photo_checked" }));
  await save({ name: "ร้าน", owned: "yes" });
  expect(await send()).toMatchObject({ refusal: { kind: "assurance_low", needed: "photo_checked" } });
});

test("a form that changed meanwhile keeps what still fits, tells what does not, and is not sent unseen", async () => {
  const { serviceId, who, draftId, save, send } = await begun();
  await save({ name: "ร้าน", owned: "no", lease: "ตึกแถว 12" });
  const newer = shop({
    form: form(
      field("name", text),
      field("seats", { type: "number", required: true, decimals: 0, min: null, max: null }),
    ),
  });
  await world.ports.db.as({ kind: "system", job: "test" }, async (tx) => {
    const { agencyId } = town;
    await tx.update(serviceVersion).set({ state: "retired" }).where(is(serviceId));
    const made = world.ports.clock.now();
    await tx.insert(serviceVersion).values({
      ...{ agencyId, serviceId, version: 2, state: "published", definition: newer },
      ...{ madeAt: made, publishedAt: made },
    });
    await tx.update(serviceTable).set({ version: 2 }).where(ofService(serviceId));
  });
  const before = await rows((sql) => sql`select version from petition_draft where id = ${draftId}`);
  expect(await send((before[0] as { version: number }).version)).toMatchObject({
    refusal: { kind: "form_changed" },
  });
  const { draft, walk } = await granted(seeDraft(world.ports, who, { draftId }));
  expect(draft.content.answers).toEqual({ name: "ร้าน" });
  expect(draft.content.news?.lost.map(({ said }) => said)).toContain("ตึกแถว 12");
  expect(draft.content.news?.askAgain).toEqual([{ path: "seats", reason: "new" }]);
  expect(walk.problems.map(({ path }) => path)).toEqual(["seats"]);
});

test("a file comes in pieces, goes on where it was cut, and twice over makes one file", async () => {
  const { who, draftId, send, save } = await begun();
  await save({ name: "ร้าน", owned: "yes" });
  const bytes = bigPng(3 * pieceBytes + 100);
  const { uploadId } = await granted(
    beginUpload(world.ports, who, { draftId, path: "papers", name: "บ้าน.png", size: bytes.length }),
  );
  const piece = (offset: number) =>
    takePiece(world.ports, who, {
      uploadId,
      draftId,
      offset,
      bytes: bytes.subarray(offset, offset + pieceBytes),
    });
  const done = () => finishUpload(world.ports, who, { uploadId, draftId, path: "papers" });
  await granted(piece(0));
  expect(await refusal(done())).toEqual({ kind: "upload_unfinished", received: pieceBytes });
  expect(await refusal(piece(0))).toEqual({ kind: "piece_elsewhere", received: pieceBytes });
  expect(await refusal(piece(2 * pieceBytes))).toEqual({ kind: "piece_elsewhere", received: pieceBytes });
  for (const at of [1, 2, 3]) await granted(piece(at * pieceBytes));
  const twice = await Promise.all([granted(done()), granted(done())]);
  expect(new Set(twice.map(({ fileId }) => fileId)).size).toBe(1);
  const { petitionId } = await granted(send());
  const kept = await rows(
    (sql) => sql`select media_type, size, field from petition_file where petition_id = ${petitionId}`,
  );
  expect(kept).toEqual([{ media_type: "image/png", size: bytes.length, field: "papers" }]);
  const seen = await granted(seeFile(world.ports, who, { draftId, fileId: uploadId }));
  expect(Buffer.from(seen.bytes).equals(Buffer.from(bytes))).toBe(true);
});

test("a file of somebody else, of another draft or of another field is not sent along", async () => {
  const mine = await begun();
  const other = await begun(shop(), mine.who);
  const theirs = await begun();
  const foreign = await granted(theirs.keep("papers", png));
  const elsewhere = await granted(other.keep("papers", png));
  await mine.save({ name: "ร้าน", owned: "yes", partners: [{}] });
  const photo = await granted(mine.keep("partners.0.card", png));
  for (const fileId of [foreign.fileId, elsewhere.fileId, photo.fileId]) {
    await mine.save({ name: "ร้าน", owned: "yes", papers: [fileId] });
    expect(await mine.send()).toMatchObject({
      refusal: { problems: [{ path: "papers", refusal: { kind: "file_id" } }] },
    });
  }
  expect(
    await refusal(seeFile(world.ports, mine.who, { draftId: theirs.draftId, fileId: foreign.fileId })),
  ).toEqual({
    kind: "file_missing",
  });
});

test("of two hundred files a draft takes twenty, and as many on their way", async () => {
  const { who, draftId, keep } = await begun(
    shop({ form: form(field("papers", { type: "files", min: 0, max: 20, accepts: ["png"] })) }),
  );
  const answers = [];
  for (let at = 0; at < 200; at += 1) answers.push(await keep("papers", png));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  expect(answers.at(-1)).toMatchObject({ refusal: { kind: "files_full" } });
  expect(
    await refusal(beginUpload(world.ports, who, { draftId, path: "papers", name: "x", size: 10 })),
  ).toEqual({
    kind: "files_full",
  });
});

test("a file taken out is gone, row, bytes and mention", async () => {
  const { who, draftId, save, keep } = await begun();
  await save({ name: "ร้าน" });
  const { fileId } = await granted(keep("papers", png));
  await granted(dropFile(world.ports, who, { draftId, fileId, path: "papers" }));
  expect(await refusal(seeFile(world.ports, who, { draftId, fileId }))).toEqual({ kind: "file_missing" });
  const { draft } = await granted(seeDraft(world.ports, who, { draftId }));
  expect(draft.content.answers["papers"] ?? []).toEqual([]);
  expect(await world.ports.files.get(`petition-files/${town.agencyId}/${fileId}`)).toBeNull();
});

test("uploads that rest, files without a draft and drafts nobody goes on with are purged; what is open stays", async () => {
  const left = await begun();
  const open = await begun();
  const gone = await begun();
  const kept = await granted(open.keep("papers", png));
  const loose = await granted(gone.keep("papers", png));
  await rows((sql) => sql`delete from petition_draft where id = ${gone.draftId} returning id`);
  const { uploadId } = await granted(
    beginUpload(world.ports, left.who, {
      draftId: left.draftId,
      path: "papers",
      name: "x",
      size: 2 * pieceBytes,
    }),
  );
  const bytes = new Uint8Array(pieceBytes);
  await granted(takePiece(world.ports, left.who, { uploadId, draftId: left.draftId, offset: 0, bytes }));
  world.clock.pass(25 * 60 * 60);
  await purgeDrafts(world.ports, { kind: "system", job: "test" });
  const there = async (key: string) => (await world.ports.files.get(key)) !== null;
  expect(await there(`petition-uploads/${uploadId}/0`)).toBe(false);
  expect(await there(`petition-files/${town.agencyId}/${loose.fileId}`)).toBe(false);
  expect(await there(`petition-files/${town.agencyId}/${kept.fileId}`)).toBe(true);
  world.clock.pass(91 * 24 * 60 * 60);
  await purgeDrafts(world.ports, { kind: "system", job: "test" });
  expect(await refusal(seeDraft(world.ports, open.who, { draftId: open.draftId }))).toEqual({
    kind: "draft_missing",
  });
});

const is = (serviceId: string) =>
  and(eq(serviceVersion.agencyId, town.agencyId), eq(serviceVersion.serviceId, serviceId));
const ofService = (id: string) => and(eq(serviceTable.agencyId, town.agencyId), eq(serviceTable.id, id));

/** A whole PNG of that many bytes: filled up by a chunk that says nothing. */
function bigPng(size: number): Uint8Array {
  const fill = size - png.length - 12;
  const chunk = Buffer.alloc(fill + 12);
  chunk.writeUInt32BE(fill, 0);
  chunk.write("IDAT", 4, "latin1");
  const end = png.length - 12;
  return new Uint8Array(Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]));
}

test("files begun at once are no more than those begun one after another", async () => {
  const { who, draftId } = await begun();
  const one = () => beginUpload(world.ports, who, { draftId, path: "papers", name: "x", size: 10 });
  const answers = await Promise.all(Array.from({ length: mostUploads + 15 }, one));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(mostUploads);
});
