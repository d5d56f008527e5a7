import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { licensedService, testCheck } from "../../../tests/support/papers.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { untypedStep, type TypedStep } from "../desk-step.ts";
import { issueFromTemplate } from "./issue-document.ts";
import { keepClosingPhoto } from "./keep-closing-photo.ts";
import { revokeDocument } from "./revoke-document.ts";
import { sayToPetitioner } from "./say-to-petitioner.ts";
import { takeDeskStep } from "./take-desk-step.ts";
import { uploadDocument } from "./upload-document.ts";

let world: TestWorld;
let town: Town;
beforeAll(async () => {
  world = await townWorld({ files: memoryFiles() });
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
});
afterAll(() => world.close());

const key = () => world.ports.random.uuid();
const declared = { kind: "conflict_declared" };

/** A petition that an officer received, issued a licence of, and gave back for a conflict. */
async function givenBack() {
  const { ports } = world;
  const { serviceId } = await town.serviceOf(licensedService());
  const petition = await town.filed(await townsman(ports), serviceId, { place: "ตลาดสด" });
  const step = (seen: number, typed: TypedStep) =>
    granted(takeDeskStep(ports, town.officer, { petitionId: petition.id, seen, typed, requestKey: key() }));
  await step(petition.version, untypedStep("received"));
  const { documentId } = await granted(issue(town.officer, petition.id));
  await step(petition.version + 1, { ...untypedStep("given_back"), text: "ผู้ยื่นเป็นญาติของผม" });
  return { petitionId: petition.id, documentId };
}

function issue(by: Staff, petitionId: string) {
  const asked = { petitionId, templateKey: "licence", replacesId: null };
  return issueFromTemplate(world.ports, by, { asked, typed: {}, check: testCheck, requestKey: key() });
}

test("who gave a petition back for a conflict issues, revokes and writes nothing of it, and closes it with no photo", async () => {
  const { ports } = world;
  const { petitionId, documentId } = await givenBack();
  const by = town.officer;
  const said = (isInternal: boolean) =>
    sayToPetitioner(ports, by, { petitionId, text: "อนุญาตแล้วครับ", isInternal, requestKey: key() });
  const file = { kind: "letter", title: "หนังสือ", validUntil: null, bytes: drawnPng(64, 48) } as const;
  const sent = { petitionId, replacesId: null, ...file, check: testCheck, requestKey: key() };
  expect(await refusal(issue(by, petitionId))).toEqual(declared);
  expect(await refusal(uploadDocument(ports, by, sent))).toEqual(declared);
  expect(await refusal(revokeDocument(ports, by, { documentId, reason: "ออกผิดคน ขอยกเลิก" }))).toEqual(
    declared,
  );
  expect(await refusal(said(false))).toEqual(declared);
  expect(await refusal(said(true))).toEqual(declared);
  const photo = { petitionId, bytes: drawnPng(64, 48), requestKey: key() };
  expect(await refusal(keepClosingPhoto(ports, by, photo))).toEqual(declared);
});

test("another officer who reaches it goes on with it", async () => {
  const { petitionId } = await givenBack();
  await granted(issue(town.supervisor, petitionId));
  const message = { petitionId, text: "กำลังดำเนินการ", isInternal: false, requestKey: key() };
  await granted(sayToPetitioner(world.ports, town.supervisor, message));
});
