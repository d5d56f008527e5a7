import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { join, joiner } from "../../../tests/support/web-joiner.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { beginVersion } from "../../petitions/actions/begin-version.ts";
import { changeDraft } from "../../petitions/actions/change-draft.ts";
import { publishService } from "../../petitions/actions/publish-service.ts";
import { seeMadeService } from "../../petitions/actions/see-services.ts";
import type { DraftChange } from "../../petitions/draft-change.ts";
import type { TypedField } from "../../forms/typed-field.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import { findPetition, openContent } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let officer: StaffInside;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  // A Monday, in office hours.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

const both = (th: string) => ({ th, en: null });
const line = {
  type: "text",
  required: false,
  minLength: 0,
  maxLength: 100,
  help: null,
  showIf: null,
} as const;
/** Two questions: a place, and a landmark that the next version asks no more. */
const service = () =>
  plainService({
    ...{ ends: "decision", isPlaceBased: false, testDays: 0 },
    form: {
      format: 1,
      fields: [
        { ...line, key: "place", required: true, label: both("จุดที่เสีย") },
        { ...line, key: "landmark", label: both("อยู่ใกล้อะไร") },
      ],
    },
  });

const placeAnew: TypedField = {
  ...{ labelTh: "บ้านเลขที่ที่เสีย", labelEn: "", helpTh: "", helpEn: "", required: true, min: "", max: "5" },
  ...{ decimals: "", limit: "any", accepts: [], isCrossedOut: false, optionsTh: "", optionsEn: "" },
  condition: { match: "all", rows: [] },
};

/** Puts the next version in use: the landmark is gone, the place is asked in other words and shorter, a question is new. */
async function published(serviceId: string): Promise<void> {
  const { ports } = world;
  await granted(beginVersion(ports, town.localAdmin, { serviceId }));
  const seen = async () =>
    (await granted(seeMadeService(ports, town.localAdmin, { serviceId }))).draft?.revision ?? -1;
  const change = async (step: DraftChange) =>
    granted(changeDraft(ports, town.localAdmin, { serviceId, seen: await seen(), change: step }));
  await change({ kind: "field_removed", key: "landmark" });
  await change({ kind: "field_saved", key: "place", typed: placeAnew });
  const words = { label: both("เสียมากี่วัน"), options: [] };
  await change({ kind: "field_added", type: "yes_no", words, into: null });
  await granted(publishService(ports, town.localAdmin, { serviceId, seen: await seen() }));
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();

test("a petition that runs keeps the form it began with: for its citizen, its officer, on paper and in a correction", async () => {
  const { serviceId } = await town.serviceOf(service());
  const citizen = await townsman(world.ports);
  const answers = { place: "หน้าตลาดสดประตูน้ำ", landmark: "ศาลเจ้า" };
  const petition = await town.filed(citizen, serviceId, answers);
  await published(serviceId);
  const holder = open(await citizenCookie(world, citizen));
  const own = `/liff/petitions/${town.agencyId}/${petition.id}`;
  const desk = `/console/petitions/${petition.id}`;
  const now = async () => {
    const found = await world.ports.db.as(citizen, (tx) => findPetition(tx, town.agencyId, petition.id));
    if (!found) throw new Error("no petition");
    return found;
  };
  const step = async (name: "received" | "correction_asked", fields: readonly string[] = []) => {
    const seen = await now();
    const words = fields.length === 0 ? {} : { words: { fields } };
    const input = { petition: seen, seen: seen.version, step: name, ...words };
    await granted(world.ports.db.as(town.officer, (tx) => takeStep(world.ports, tx, town.officer, input)));
  };
  await step("received");
  const pages = [holder.get(own), officer.browser.get(desk), officer.browser.get(`${desk}/print`)];
  for (const page of await Promise.all(pages.map(text))) {
    expect(page).toContain("จุดที่เสีย");
    expect(page).toContain("ศาลเจ้า");
    expect(page).not.toContain("เสียมากี่วัน");
  }
  await step("correction_asked", ["landmark"]);
  expect(await text(holder.get(`${own}/correct`))).toContain("อยู่ใกล้อะไร");
  const form = new FormData();
  form.set("seen", String((await now()).version));
  form.set("landmark", "วัดประตู");
  expect((await holder.postForm(`${own}/correct`, form)).status).toBe(303);
  const corrected = await now();
  expect(openContent(world.ports, corrected).answers).toEqual({ ...answers, landmark: "วัดประตู" });
  expect(corrected.serviceVersion).toBe(1);
});

test("a form that changes while somebody fills it keeps what was typed, and tells what is new and what has no place", async () => {
  const { serviceId, slug } = await town.serviceOf(service());
  const { cookie } = await join(world, open, joiner());
  const citizen = open(cookie);
  const begun = await citizen.post(`/liff/e-service/${town.slug}/${slug}/start`);
  const draft = begun.headers.get("location") ?? "";
  const version = /name="seen" value="(\d+)"/.exec(await text(citizen.get(draft)))?.[1] ?? "";
  await published(serviceId);
  const typed = { seen: version, place: "12/3", landmark: "ต้นไทรใหญ่", do: "check" };
  const posted = await citizen.post(draft, typed);
  expect([posted.status, posted.headers.get("location")]).toEqual([303, `${draft}/check`]);
  const page = await text(citizen.get(`${draft}/check`));
  expect(page).toContain("แบบคำร้องนี้เปลี่ยนเป็นฉบับใหม่");
  expect(page).toContain("เสียมากี่วัน");
  expect(page).toContain("ต้นไทรใหญ่");
  expect(page).toContain('value="12/3"');
  const anew = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  await citizen.post(draft, { seen: anew, place: "12/3", q1: "yes", do: "check" });
  const review = await text(citizen.get(`${draft}/check`));
  expect(review).toContain("ตรวจสอบก่อนส่ง");
  expect(review).toContain("ต้นไทรใหญ่");
});

test("a form that changes while an officer fills it at the counter comes back with what was typed", async () => {
  const { serviceId } = await town.serviceOf(service());
  const comer = {
    citizenId: completeCitizenId("150000000778"),
    prefix: "นาง",
    firstName: "สมศรี",
    lastName: "ใจงาม",
    noPhone: "1",
  };
  const page = await text(officer.browser.post("/console/petitions/new", { serviceId, ...comer }));
  const requestKey = /name="desk:requestKey" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await published(serviceId);
  const posted = new FormData();
  const hidden = { ...comer, serviceId, version: "1", requestKey };
  for (const [name, value] of Object.entries(hidden)) posted.set(`desk:${name}`, value);
  for (const [name, value] of Object.entries({ place: "12/3", landmark: "ศาลเจ้า", do: "file" }))
    posted.set(name, value);
  const again = await text(officer.browser.postForm("/console/petitions/new/form", posted));
  expect(again).toContain("แบบนี้เพิ่งมีฉบับใหม่");
  expect(again).toContain('value="12/3"');
  const filed = await all`select 1 from petition where service_id = ${serviceId}`;
  expect(filed).toHaveLength(0);
});
