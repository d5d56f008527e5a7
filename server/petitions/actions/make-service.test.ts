import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { TypedField } from "../../forms/typed-field.ts";
import { definitionFaults } from "../definition-faults.ts";
import type { DraftChange } from "../draft-change.ts";
import { newTemplate } from "../shown-definition.ts";
import { findVersion } from "../store/service.ts";
import { beginVersion, dropDraft } from "./begin-version.ts";
import { dropCategory, makeCategory, moveCategory, renameCategory } from "./change-categories.ts";
import { changeDraft, undoDraft } from "./change-draft.ts";
import { makeService } from "./make-service.ts";
import { placeService } from "./place-service.ts";
import { closeService, publishService } from "./publish-service.ts";
import { seeMadeService, seeServices, seeVersions } from "./see-services.ts";

let world: TestWorld;
let town: Town;
let elsewhere: Town;
beforeAll(async () => {
  world = await testWorld();
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
});
afterAll(() => world.close());

const words = { label: { th: "คำถาม", en: null }, options: [{ th: "ก", en: null }] };
const make = (more: Partial<Parameters<typeof makeService>[2]> = {}) =>
  makeService(world.ports, town.localAdmin, {
    nameTh: "ขอยืมเต็นท์",
    nameEn: "",
    categoryId: town.categoryId,
    unitId: "",
    copyOf: "",
    requestKey: world.ports.random.uuid(),
    ...more,
  });
const see = (serviceId: string) => granted(seeMadeService(world.ports, town.localAdmin, { serviceId }));
const revisionOf = async (serviceId: string) => (await see(serviceId)).draft?.revision ?? -1;
const change = async (serviceId: string, step: DraftChange) =>
  changeDraft(world.ports, town.localAdmin, { serviceId, seen: await revisionOf(serviceId), change: step });
const add = (serviceId: string) =>
  change(serviceId, { kind: "field_added", type: "text", words, into: null });
const about = (serviceId: string) =>
  change(serviceId, {
    kind: "about",
    typed: {
      ...{ nameTh: "ขอยืมเต็นท์", nameEn: "", summaryTh: "ยืมเต็นท์ของเทศบาล", summaryEn: "" },
      ...{ audienceTh: "", audienceEn: "", documentsTh: "บัตร\n\nทะเบียนบ้าน", documentsEn: "" },
      ...{ lawTh: "", lawEn: "", feeKind: "amount", feeBaht: "๕๐", feeTh: "", feeEn: "" },
    },
  });
/** A service that is in use. */
async function published(): Promise<string> {
  const { serviceId } = await granted(make());
  await granted(add(serviceId));
  await granted(about(serviceId));
  const seen = await revisionOf(serviceId);
  await granted(publishService(world.ports, town.localAdmin, { serviceId, seen }));
  return serviceId;
}

test("a service is made once however often its form is sent, and nobody outside sees it", async () => {
  const requestKey = world.ports.random.uuid();
  const [one, other] = [await granted(make({ requestKey })), await granted(make({ requestKey }))];
  expect(one.serviceId).toBe(other.serviceId);
  const outside = await world.ports.db.as({ kind: "gate" }, (tx) =>
    findVersion(tx, town.agencyId, one.serviceId, 1),
  );
  expect(outside).toBeNull();
});

test("a service needs a name, and a category and unit of the agency's own", async () => {
  expect((await refusal(make({ nameTh: " " }))).kind).toBe("name_empty");
  expect((await refusal(make({ categoryId: elsewhere.categoryId }))).kind).toBe("category_missing");
  expect((await refusal(make({ unitId: elsewhere.unitIds[0] }))).kind).toBe("unit_missing");
  expect((await refusal(make({ copyOf: world.ports.random.uuid() }))).kind).toBe("service_missing");
});

test("each step is saved, and the last one is taken back and brought again", async () => {
  const { serviceId } = await granted(make());
  await granted(add(serviceId));
  await granted(add(serviceId));
  const fields = async () => (await see(serviceId)).definition.form.fields.map(({ key }) => key);
  expect(await fields()).toEqual(["q1", "q2"]);
  await granted(change(serviceId, { kind: "field_removed", key: "q1" }));
  expect(await fields()).toEqual(["q2"]);
  const undo = async () =>
    granted(undoDraft(world.ports, town.localAdmin, { serviceId, seen: await revisionOf(serviceId) }));
  await undo();
  expect(await fields()).toEqual(["q1", "q2"]);
  await undo();
  expect(await fields()).toEqual(["q2"]);
});

test("of two editors the second is told, and nothing of the first is lost", async () => {
  const { serviceId } = await granted(make());
  const step: DraftChange = { kind: "field_added", type: "date", words, into: null };
  const input = { serviceId, seen: 0, change: step };
  const both = await Promise.all([1, 2].map(() => changeDraft(world.ports, town.localAdmin, input)));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "draft_changed" } });
  expect((await see(serviceId)).definition.form.fields).toHaveLength(1);
});

test("a draft that is not finished is not published, and every fault is told at its page", async () => {
  const { serviceId } = await granted(make());
  const seen = await revisionOf(serviceId);
  const refused = await refusal(publishService(world.ports, town.localAdmin, { serviceId, seen }));
  expect(refused).toEqual({
    kind: "draft_wrong",
    faults: [
      { part: "about", at: "summaryTh", kind: "summary_empty" },
      { part: "form", at: "", kind: "fields_none" },
    ],
  });
});

test("a question moved below the one that asks of it is told where it stands", async () => {
  const { serviceId } = await granted(make());
  await granted(add(serviceId));
  await granted(add(serviceId));
  const typed: TypedField = {
    ...{ labelTh: "เพราะ", labelEn: "", helpTh: "", helpEn: "", required: true, min: "", max: "" },
    ...{ decimals: "", limit: "any", accepts: [], isCrossedOut: false, optionsTh: "", optionsEn: "" },
    condition: { match: "all", rows: [{ field: "q1", op: "answered", option: "", text: "" }] },
  };
  await granted(change(serviceId, { kind: "field_saved", key: "q2", typed }));
  await granted(change(serviceId, { kind: "field_moved", key: "q2", by: -1 }));
  const { definition } = await see(serviceId);
  expect(definitionFaults(definition).map(({ at, kind }) => [at, kind])).toContainEqual([
    "q2",
    "condition_field_later",
  ]);
  const wrong = await refusal(
    change(serviceId, { kind: "field_saved", key: "q1", typed: { ...typed, labelTh: " ", max: "มาก" } }),
  );
  expect(wrong).toMatchObject({ kind: "field_typed_wrong" });
});

test("a document names questions by their words, and an unknown one is told", async () => {
  const { serviceId } = await granted(make());
  await granted(add(serviceId));
  const names = [{ key: "q1", name: "ชื่อร้าน" }];
  const typed = { ...newTemplate, titleTh: "หนังสือ", text: "ร้าน {{ชื่อร้าน}}\n\nวันที่ {{ q1 }}" };
  await granted(change(serviceId, { kind: "template_saved", key: null, typed, names }));
  const [template] = (await see(serviceId)).definition.templates;
  expect(template?.paragraphs).toEqual(["ร้าน {{q1}}", "วันที่ {{q1}}"]);
  const wrong = { ...typed, text: "{{ไม่มี}}" };
  expect(
    await refusal(change(serviceId, { kind: "template_saved", key: "t1", typed: wrong, names })),
  ).toEqual({
    kind: "template_wrong",
    faults: [{ input: "text", kind: "name", name: "ไม่มี" }],
  });
});

test("what is in use stays as it is while the next version is written, and running petitions keep theirs", async () => {
  const serviceId = await published();
  const before = await see(serviceId);
  expect(before.definition.fee).toEqual({ satang: 5_000, words: null });
  await Promise.all([1, 2].map(() => granted(beginVersion(world.ports, town.localAdmin, { serviceId }))));
  await granted(add(serviceId));
  await granted(
    publishService(world.ports, town.localAdmin, { serviceId, seen: await revisionOf(serviceId) }),
  );
  const first = await world.ports.db.as(town.localAdmin, (tx) =>
    findVersion(tx, town.agencyId, serviceId, 1),
  );
  expect(first).toMatchObject({ state: "retired", definition: before.definition });
  expect((await see(serviceId)).definition.form.fields).toHaveLength(2);
  const versions = await granted(seeVersions(world.ports, town.localAdmin, { serviceId }));
  expect(versions.map(({ version, state }) => [version, state])).toEqual([
    [2, "published"],
    [1, "retired"],
  ]);
  const copy = await granted(make({ copyOf: serviceId, nameTh: "ขอยืมโต๊ะ" }));
  expect((await see(copy.serviceId)).definition.form.fields).toHaveLength(2);
});

test("a draft is dropped, a service closed and opened again, and put elsewhere at once", async () => {
  const serviceId = await published();
  const { ports } = world;
  await granted(beginVersion(ports, town.localAdmin, { serviceId }));
  await granted(dropDraft(ports, town.localAdmin, { serviceId, seen: await revisionOf(serviceId) }));
  expect((await see(serviceId)).draft).toBeNull();
  await granted(closeService(ports, town.localAdmin, { serviceId, closed: true }));
  expect((await see(serviceId)).closedAt).not.toBeNull();
  await granted(closeService(ports, town.localAdmin, { serviceId, closed: false }));
  expect((await see(serviceId)).closedAt).toBeNull();
  const place = { serviceId, categoryId: town.categoryId, unitId: town.unitIds[1] };
  await granted(placeService(ports, town.localAdmin, place));
  expect((await see(serviceId)).unitId).toBe(town.unitIds[1]);
  const foreign = { ...place, unitId: elsewhere.unitIds[0] };
  expect((await refusal(placeService(ports, town.localAdmin, foreign))).kind).toBe("unit_missing");
});

test("another agency's service is not there, whatever is asked of it", async () => {
  const serviceId = await published();
  const { ports } = world;
  const stranger = elsewhere.localAdmin;
  const kinds = [
    (await refusal(seeMadeService(ports, stranger, { serviceId }))).kind,
    (await refusal(seeVersions(ports, stranger, { serviceId }))).kind,
    (await refusal(beginVersion(ports, stranger, { serviceId }))).kind,
    (await refusal(closeService(ports, stranger, { serviceId, closed: true }))).kind,
    (
      await refusal(
        changeDraft(ports, stranger, { serviceId, seen: 0, change: { kind: "field_copied", key: "q1" } }),
      )
    ).kind,
    (await refusal(publishService(ports, stranger, { serviceId, seen: 0 }))).kind,
  ];
  expect(new Set(kinds)).toEqual(new Set(["service_missing", "draft_missing"]));
  expect((await seeServices(ports, stranger)).services).toEqual([]);
});

test("categories are made once, ordered among those beside them, and dropped only when empty", async () => {
  const { ports } = world;
  const admin = elsewhere.localAdmin;
  const made = (nameTh: string, parentId = "") =>
    makeCategory(ports, admin, { nameTh, nameEn: "", parentId, requestKey: ports.random.uuid() });
  const one = await granted(made("งานทะเบียน"));
  const two = await granted(made("งานสวัสดิการ"));
  const inner = await granted(made("ผู้สูงอายุ", two.categoryId));
  expect((await refusal(made("งานทะเบียน"))).kind).toBe("name_taken");
  expect((await refusal(made("ลึก", inner.categoryId))).kind).toBe("category_deep");
  expect((await refusal(made("ของคนอื่น", town.categoryId))).kind).toBe("category_missing");
  await granted(moveCategory(ports, admin, { categoryId: two.categoryId, by: -1 }));
  const order = (await seeServices(ports, admin)).categories.map(({ id }) => id);
  expect(order.indexOf(two.categoryId)).toBeLessThan(order.indexOf(one.categoryId));
  expect((await refusal(dropCategory(ports, admin, two))).kind).toBe("category_used");
  await granted(dropCategory(ports, admin, inner));
  await granted(dropCategory(ports, admin, two));
  const foreign = { categoryId: town.categoryId, nameTh: "ก", nameEn: "" };
  expect((await refusal(renameCategory(ports, admin, foreign))).kind).toBe("category_missing");
});
