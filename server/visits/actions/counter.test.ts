import { afterAll, beforeAll, expect, test } from "vitest";
import { generalCare, haemodialysis } from "../../../tests/support/facilities.ts";
import { granted, registered, somebody } from "../../../tests/support/people.ts";
import {
  kindOf,
  metAtCounter,
  twoFacilities,
  type TwoFacilities,
} from "../../../tests/support/two-facilities.ts";
import type { Staff } from "../../kernel/actor.ts";
import { completeCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { cancelDraft } from "./cancel-draft.ts";
import { confirmVisit } from "./confirm-visit.ts";
import { editDraft } from "./edit-draft.ts";
import { saveDraft, type DraftInput } from "./save-draft.ts";
import { seeVisit } from "./see-visit.ts";

let two: TwoFacilities;
let world: TwoFacilities["world"];
let sql: TwoFacilities["sql"];
let clerk: Staff;
let stranger: Staff;

beforeAll(async () => {
  two = await twoFacilities("clerk");
  ({ world, sql, own: clerk, stranger } = two);
});
afterAll(() => two.close());

const met = () => metAtCounter(world.ports, clerk);

const draftOf = (citizenId: CitizenId, more: Partial<DraftInput> = {}): DraftInput => ({
  citizenId,
  way: "card",
  typed: {
    mobile: "0997775858",
    telephones: "",
    time: "09:30",
    services: [generalCare, haemodialysis],
    hn: "",
    an: "",
  },
  correlationId: world.ports.random.uuid(),
  rights: { mainRight: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ", subRight: null },
  pictureId: null,
  day: null,
  requestKey: world.ports.random.uuid(),
  ...more,
});

const draft = async (more: Partial<DraftInput> = {}) =>
  granted(saveDraft(world.ports, clerk, draftOf(await met(), more)));

test("a draft is confirmed with one code for each service", async () => {
  const saved = await draft();
  const { codes } = await granted(confirmVisit(world.ports, clerk, saved));
  expect(codes.map(({ serviceType, isNew }) => [serviceType, isNew]).sort()).toEqual([
    [generalCare, true],
    [haemodialysis, true],
  ]);
  for (const { code } of codes) expect(code).toMatch(/^PP\d{10}$/);
  const seen = await granted(seeVisit(world.ports, clerk, { visitId: saved.visitId, purpose: "check" }));
  expect(seen).toMatchObject({
    visit: { status: "confirmed", way: "card" },
    person: { firstName: "มานี" },
    contact: { mobile: "+66997775858", mainRight: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ" },
  });
});

test("confirming twice, or twenty times at once, issues once", async () => {
  const saved = await draft();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => confirmVisit(world.ports, clerk, saved)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.map(kindOf))).toEqual(new Set(["ok", "visit_not_draft"]));
  const [row] = await sql`select count(*)::int as n from service_code where visit_id = ${saved.visitId}`;
  expect(row?.["n"]).toBe(2);
});

test("the same request keeps one draft, also when sent twice at once", async () => {
  const input = draftOf(await met());
  const [one, two] = await Promise.all([
    granted(saveDraft(world.ports, clerk, input)),
    granted(saveDraft(world.ports, clerk, input)),
  ]);
  expect(one).toEqual(two);
});

test("the second of two clerks is told, and nothing is overwritten", async () => {
  const saved = await draft();
  const { typed } = draftOf("" as CitizenId);
  const other = { ...clerk, staffId: world.ports.random.uuid() };
  await granted(editDraft(world.ports, other, { ...saved, typed: { ...typed, hn: "first" } }));
  expect(await editDraft(world.ports, clerk, { ...saved, typed: { ...typed, hn: "second" } })).toMatchObject({
    ok: false,
    refusal: { kind: "draft_changed", version: 2, by: other.staffId },
  });
  expect(kindOf(await confirmVisit(world.ports, clerk, saved))).toBe("draft_changed");
  expect(kindOf(await cancelDraft(world.ports, clerk, saved))).toBe("draft_changed");
  const seen = await granted(seeVisit(world.ports, clerk, { visitId: saved.visitId, purpose: "check" }));
  expect(seen.visit).toMatchObject({ hn: "first", status: "draft" });
});

test("a service with a live code of the day keeps it; when all have one, nothing is confirmed", async () => {
  const citizenId = await met();
  const one = draftOf(citizenId);
  const first = await granted(
    saveDraft(world.ports, clerk, { ...one, typed: { ...one.typed, services: [generalCare] } }),
  );
  const { codes } = await granted(confirmVisit(world.ports, clerk, first));
  const second = await granted(saveDraft(world.ports, clerk, draftOf(citizenId)));
  const both = await granted(confirmVisit(world.ports, clerk, second));
  expect(both.codes.find(({ serviceType }) => serviceType === generalCare)).toMatchObject({
    code: codes[0]?.code,
    isNew: false,
  });
  const third = await granted(saveDraft(world.ports, clerk, draftOf(citizenId)));
  expect(kindOf(await confirmVisit(world.ports, clerk, third))).toBe("codes_there_already");
});

test("a cancelled draft stays cancelled, with who and when", async () => {
  const saved = await draft();
  await granted(cancelDraft(world.ports, clerk, saved));
  const seen = await granted(seeVisit(world.ports, clerk, { visitId: saved.visitId, purpose: "check" }));
  expect(seen.visit).toMatchObject({ status: "cancelled", cancelledBy: clerk.staffId });
  expect(kindOf(await confirmVisit(world.ports, clerk, { ...saved, version: 2 }))).toBe("visit_not_draft");
});

test("the database itself refuses to change what was confirmed, and a change that saw nothing", async () => {
  const saved = await draft();
  await expect(sql`update visit set hn = 'x' where id = ${saved.visitId}`).rejects.toMatchObject({
    code: "23514",
  });
  await granted(confirmVisit(world.ports, clerk, saved));
  await expect(
    sql`update visit set hn = 'x', version = version + 1 where id = ${saved.visitId}`,
  ).rejects.toMatchObject({ code: "23514" });
});

test("another facility finds neither draft nor visit", async () => {
  const saved = await draft();
  const { typed } = draftOf("" as CitizenId);
  expect(kindOf(await seeVisit(world.ports, stranger, { visitId: saved.visitId, purpose: "x" }))).toBe(
    "visit_not_found",
  );
  expect(kindOf(await confirmVisit(world.ports, stranger, saved))).toBe("visit_not_found");
  expect(kindOf(await cancelDraft(world.ports, stranger, saved))).toBe("visit_not_found");
  expect(kindOf(await editDraft(world.ports, stranger, { ...saved, typed }))).toBe("visit_not_found");
});

test("each way of proof needs its proof, and a person must have been met", async () => {
  const citizenId = await met();
  const way = (more: Partial<DraftInput>) =>
    saveDraft(world.ports, clerk, draftOf(citizenId, more)).then(kindOf);
  expect(await way({ correlationId: null })).toBe("card_missing");
  expect(await way({ way: "picture" })).toBe("draft_incomplete");
  expect(await way({ citizenId: completeCitizenId("199999999999") })).toBe("person_unknown");
});

test("a citizen with LINE is told of each code, and sees who looked", async () => {
  const typist = somebody();
  const citizen = await registered(world.ports, typist);
  const saved = await granted(saveDraft(world.ports, clerk, draftOf(typist.citizenId as CitizenId)));
  const { person } = await granted(seeVisit(world.ports, clerk, { ...saved, purpose: "counter" }));
  expect(person).toMatchObject({ id: citizen.personId, firstName: "สมใจ" });
  await granted(confirmVisit(world.ports, clerk, saved));
  const notices =
    await sql`select line_user_id from notice where kind = 'code_issued' and person_id = ${citizen.personId}`;
  expect(notices.map((row) => row["line_user_id"] as string)).toEqual([
    citizen.lineUserId,
    citizen.lineUserId,
  ]);
  const looks = await world.ports.db.as(citizen, (tx) =>
    tx.execute<{ what: string }>("select what from look"),
  );
  expect([...looks].length).toBeGreaterThanOrEqual(2);
});
