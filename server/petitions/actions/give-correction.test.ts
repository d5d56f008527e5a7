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
import { takeStep } from "../desk/take-step.ts";
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

test("a corrected field takes the kinds of files it took when the form was filled, and no other", async () => {
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
  const { version } = await step({ step: "correction_asked", words: { fields: ["papers"] } });
  puts.length = 0;
  const sent = { field: "papers", name: "รูป.pdf", bytes: drawnPng(64, 48) };
  const given = giveCorrection(ports, citizen, {
    ...{ agencyId: town.agencyId, petitionId, seen: version, typed: {}, text: "" },
    files: [sent],
  });
  expect(await refusal(given)).toEqual({
    ...{ kind: "file_refused", field: "papers" },
    why: { kind: "attachment_kind_here" },
  });
  expect(puts).toEqual([]);
});
