import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notice } from "../../../db/schema/index.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { licensedService, testCheck } from "../../../tests/support/papers.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { formatDocumentCode } from "../document-code.ts";
import { takeStep, type StepInput } from "../desk/take-step.ts";
import { feeReceipt } from "../packs/usual.ts";
import { findDocument, documentPlace, type KeptDocument } from "../store/issued-document.ts";
import { findPetition, type KeptPetition } from "../store/petition.ts";
import { issueFromTemplate } from "./issue-document.ts";
import { seeIssuing } from "./see-issuing.ts";

let world: TestWorld;
let town: Town;
let citizen: Citizen;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  const { serviceId } = await town.serviceOf(licensedService());
  petition = await town.filed(citizen, serviceId, { place: "ตลาดสดประตูน้ำ" });
  await move("received");
});

const move = (step: StepInput["step"], more: Pick<StepInput, "outcome" | "words"> = {}) =>
  world.ports.db.as(town.officer, async (tx) => {
    const found = await findPetition(tx, town.agencyId, petition.id);
    if (!found) throw new Error("no petition");
    await granted(
      takeStep(world.ports, tx, town.officer, { petition: found, seen: found.version, step, ...more }),
    );
  });

const issue = (
  more: {
    actor?: Staff;
    template?: string;
    typed?: Record<string, string>;
    replaces?: string;
    key?: string;
  } = {},
) =>
  issueFromTemplate(world.ports, more.actor ?? town.officer, {
    asked: {
      petitionId: petition.id,
      templateKey: more.template ?? "licence",
      replacesId: more.replaces ?? null,
    },
    typed: more.typed ?? {},
    check: testCheck,
    requestKey: more.key ?? world.ports.random.uuid(),
  });

const kept = async (documentId: string): Promise<KeptDocument> => {
  const found = await world.ports.db.as(town.officer, (tx) => findDocument(tx, town.agencyId, documentId));
  if (!found) throw new Error("no document");
  return found;
};

/** The text of a document's file, without its seal. */
async function textOf(documentId: string): Promise<string> {
  const document = await kept(documentId);
  const sealed = await world.ports.files.get(document.fileKey);
  if (!sealed) throw new Error("no file");
  const bytes = world.ports.vault.openBytes(document.dataKey, documentPlace(documentId), sealed);
  return (await readPdf(bytes)).flatMap(({ lines }) => lines.map((line) => line.text)).join("");
}

const squeezed = (text: string) => text.replace(/\s/g, "");

test("a licence carries the petition's fields, its number, days and code, sealed in the store", async () => {
  const { documentId, number } = await granted(issue());
  const document = await kept(documentId);
  expect(number).toMatch(/^อญ \d+\/2569$/);
  expect(document).toMatchObject({
    kind: "licence",
    state: "genuine",
    validUntil: "2027-11-22",
    isListed: true,
  });
  const sealed = await world.ports.files.get(document.fileKey);
  expect(new TextDecoder("latin1").decode(sealed?.slice(0, 8))).not.toContain("%PDF");
  const text = await textOf(documentId);
  for (const word of ["ตลาดสดประตูน้ำ", number, "23 พฤศจิกายน 2569", "22 พฤศจิกายน 2570"]) {
    expect(squeezed(text)).toContain(squeezed(word));
  }
  expect(text).toContain(formatDocumentCode(document.checkCode));
});

test("a receipt says what was asked to be paid and then seen, in figures and in words", async () => {
  const { serviceId } = await town.serviceOf(licensedService({ templates: [feeReceipt] }));
  petition = await town.filed(citizen, serviceId);
  for (const step of ["received", "started"] as const) await move(step);
  await move("payment_asked", { words: { satang: 125_050 } });
  await move("payment_seen");
  const { documentId } = await granted(issue({ template: "fee_receipt" }));
  expect(squeezed(await textOf(documentId))).toContain(
    squeezed("จำนวนเงิน 1,250.50 บาท (หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์)"),
  );
});

test("what is public of it holds no number of the person, and no whole name but the items of the licence", async () => {
  const { documentId } = await granted(issue({ typed: { name: "ร้านป้าแดง 1-2345-67890-12-1" } }));
  const { listed, holder } = await kept(documentId);
  expect(listed?.map(({ key }) => key)).toEqual(["name", "place"]);
  expect(JSON.stringify(listed)).not.toContain("1-2345-67890-12-1");
  expect(holder).toMatch(/^\S+xxxxx \S+xxxxx$/);
});

test("officers who issue at once get numbers without a gap and none twice", async () => {
  const actors = Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? town.officer : town.supervisor));
  const numbers = await Promise.all(actors.map(async (actor) => (await granted(issue({ actor }))).number));
  const counts = numbers.map((number) => Number(/\d+/.exec(number)?.[0])).sort((a, b) => a - b);
  const first = counts[0] ?? 0;
  expect(counts).toEqual(actors.map((_, at) => first + at));
});

test("sent twice, also at once, is one document and takes one number", async () => {
  const key = world.ports.random.uuid();
  const ids = await Promise.all([issue({ key }), issue({ key }), issue({ key })].map((one) => granted(one)));
  expect(new Set(ids.map(({ documentId }) => documentId)).size).toBe(1);
  const count = ({ number }: { number: string }) => Number(/\d+/.exec(number)?.[0]);
  const next = await granted(issue());
  expect(count(next)).toBe(count(ids[0] ?? next) + 1);
});

test("a store that fails leaves neither a document nor a gap", async () => {
  const before = await granted(issue());
  const failing = {
    ...world.ports,
    files: { ...world.ports.files, put: () => Promise.reject(new Error("full")) },
  };
  const asked = { petitionId: petition.id, templateKey: "licence", replacesId: null };
  const requestKey = world.ports.random.uuid();
  const input = { asked, typed: {}, check: testCheck, requestKey };
  await expect(issueFromTemplate(failing, town.officer, input)).rejects.toThrow("full");
  const count = ({ number }: { number: string }) => Number(/\d+/.exec(number)?.[0]);
  expect(count(await granted(issue()))).toBe(count(before) + 1);
});

test("a new one in its place ends the old one once, and names it", async () => {
  const first = await granted(issue());
  const second = await granted(issue({ replaces: first.documentId }));
  expect(await kept(first.documentId)).toMatchObject({ state: "replaced", replacedBy: second.documentId });
  expect(await refusal(issue({ replaces: first.documentId }))).toEqual({ kind: "document_ended" });
});

test("fields that are empty are named, and nothing is issued", async () => {
  expect(await refusal(issue({ template: "letter" }))).toEqual({ kind: "fields_missing", keys: ["answer"] });
  expect(await refusal(issue({ typed: { place: "  " } }))).toEqual({
    kind: "fields_missing",
    keys: ["place"],
  });
  await granted(issue({ template: "letter", typed: { answer: "อนุญาตแล้ว" } }));
});

test("another agency's petition and a template of another service are not there", async () => {
  const elsewhere = await openTown(world.ports);
  expect(await refusal(issue({ actor: elsewhere.officer }))).toEqual({ kind: "petition_missing" });
  expect(await refusal(issue({ template: "permit" }))).toEqual({ kind: "template_missing" });
});

test("what was refused gets a letter and no licence", async () => {
  await move("completed", { outcome: "refused" });
  expect(await refusal(issue())).toEqual({ kind: "petition_refused" });
  await granted(issue({ template: "letter", typed: { answer: "ไม่อนุญาต" } }));
});

test("its citizen is told, and the look at the person is written", async () => {
  const { documentId } = await granted(issue());
  const told = await world.ports.db.as({ kind: "system", job: "test" }, (tx) => tx.select().from(notice));
  const ofThis = told.filter(({ refs }) => (refs as { documentId?: string }).documentId === documentId);
  expect(ofThis.map(({ kind, personId }) => [kind, personId])).toEqual([
    ["document_issued", citizen.personId],
  ]);
  const asked = { petitionId: petition.id, templateKey: "licence", replacesId: null };
  const seen = await granted(seeIssuing(world.ports, town.officer, { asked, typed: { place: "ที่อื่น" } }));
  expect(seen.chosen?.fields.find(({ key }) => key === "place")?.value).toBe("ที่อื่น");
});
