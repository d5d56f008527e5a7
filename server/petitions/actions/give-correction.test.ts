import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Field } from "../../forms/field.ts";
import { testClosure } from "./test-closure.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { takeStep } from "../desk/take-step.ts";
import { paces } from "../pace.ts";
import { findPetition } from "../store/petition.ts";
import { giveCorrection } from "./give-correction.ts";

let world: TestWorld;
let town: Town;
const kept = memoryFiles();
const puts: string[] = [];
const files: typeof kept = {
  ...kept,
  put: (key, ...rest) => {
    puts.push(key);
    return kept.put(key, ...rest);
  },
};
beforeAll(async () => {
  world = await townWorld({ files });
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
});
afterAll(() => world.close());

const papers: Field = {
  ...{ key: "papers", type: "files", min: 0, max: 3, accepts: ["pdf"] },
  ...{ label: { th: "เอกสาร", en: null }, help: null, showIf: null },
};

/** A petition of a service with one more field. */
async function filed() {
  const plain = plainService();
  const form = { ...plain.form, fields: [...plain.form.fields, papers] };
  const { serviceId } = await town.serviceOf({ ...plain, form });
  const citizen = await townsman(world.ports);
  return { citizen, petition: await town.filed(citizen, serviceId) };
}

test("a file for a petition of which nothing is asked, or of somebody else's, never comes into the store", async () => {
  const { citizen, petition } = await filed();
  puts.length = 0;
  const { agencyId, id: petitionId, version: seen } = petition;
  const sent = { field: "papers", name: "x.pdf", bytes: drawnPng(64, 48) };
  const correction = { agencyId, petitionId, seen, typed: {}, text: "", files: [sent] };
  await refusal(giveCorrection(world.ports, citizen, correction));
  const stranger = await townsman(world.ports);
  expect(await refusal(giveCorrection(world.ports, stranger, correction))).toEqual({
    kind: "petition_missing",
  });
  const photo = { name: "x.png", bytes: drawnPng(64, 48) };
  const reopened = { agencyId, petitionId, seen, isDone: false, text: "ยังไม่เสร็จ", photo };
  await refusal(testClosure(world.ports, citizen, reopened));
  expect(await refusal(testClosure(world.ports, stranger, reopened))).toEqual({ kind: "petition_missing" });
  expect(puts).toEqual([]);
});

/** A petition in which the officer asks for its papers anew. */
async function asked() {
  const { ports } = world;
  const { citizen, petition: before } = await filed();
  const { id: petitionId } = before;
  const step = (more: object) =>
    ports.db.as(town.officer, async (tx) => {
      const petition = await findPetition(tx, town.agencyId, petitionId);
      if (!petition) throw new Error("no petition");
      const taken = { petition, seen: petition.version, ...more } as Parameters<typeof takeStep>[3];
      return granted(takeStep(ports, tx, town.officer, taken));
    });
  await step({ step: "received" });
  const { version: seen } = await step({ step: "correction_asked", words: { fields: ["papers"] } });
  puts.length = 0;
  const ref = { agencyId: town.agencyId, petitionId, seen };
  const give = (file: Uint8Array) =>
    giveCorrection(ports, citizen, {
      ...{ ...ref, typed: {}, text: "" },
      files: [{ field: "papers", name: "สำเนา.pdf", bytes: file }],
    });
  /** As if so many had come before. */
  const sent = (what: "messages" | "files") =>
    ports.db.as(citizen, async (tx) => {
      for (let n = 0; n < paces[what].most; n += 1) await keepsPace(ports, tx, citizen, what);
    });
  return { give, sent };
}

const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

test("a corrected field takes the kinds of files it took when the form was filled, and no other", async () => {
  const { give } = await asked();
  expect(await refusal(give(drawnPng(64, 48)))).toEqual({
    ...{ kind: "file_refused", field: "papers" },
    why: { kind: "attachment_kind_here" },
  });
  expect(puts).toEqual([]);
});

test("corrections count with the messages of an hour, and their files with those of a day; past it nothing is put into the store", async () => {
  const { give, sent } = await asked();
  await sent("messages");
  expect(await refusal(give(pdf))).toEqual({ kind: "corrections_many" });
  world.clock.pass(60 * 60);
  await sent("files");
  expect(await refusal(give(pdf))).toEqual({ kind: "files_many" });
  expect(puts).toEqual([]);
  world.clock.pass(24 * 60 * 60);
  await granted(give(pdf));
  expect(puts).toHaveLength(1);
});
