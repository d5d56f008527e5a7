import { afterAll, beforeAll, expect, test } from "vitest";
import { idPictureWorld, type IdPictureWorld } from "../../../tests/support/id-pictures.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { onward } from "../../kernel/keyset.ts";
import type { IdPictureSlot } from "../id-check.ts";
import { keepIdPicture } from "./keep-id-picture.ts";
import { parseSlotFault } from "../id-check.ts";
import { decideIdPictures, type IdCheckVerdict } from "./decide-id-check.ts";
import { purgeIdPictures } from "./purge-id-pictures.ts";
import { seeIdCheck } from "./see-id-check.ts";
import { seeIdChecks } from "./see-id-checks.ts";
import { seeIdPicture } from "./see-id-picture.ts";

let at: IdPictureWorld;
let ports: IdPictureWorld["world"]["ports"];
let officer: Staff;
let other: Staff;
beforeAll(async () => {
  at = await idPictureWorld();
  ({ ports } = at.world);
  ({ officer, other } = at.town);
});
afterAll(() => at.close());

const approve = { kind: "approve" } as const;
const sendBack = (...slots: readonly IdPictureSlot[]): IdCheckVerdict => ({
  kind: "send_back",
  faults: slots.map((slot) => ({ slot, fault: "unclear" })),
  said: "ถ่ายในที่สว่าง",
});

async function lastFourOf(citizen: Citizen): Promise<string> {
  return (await at.personOf(citizen)).citizenId.slice(-4);
}

const decide = (checkId: string, verdict: IdCheckVerdict, lastFour: string, by = officer) =>
  decideIdPictures(ports, by, { checkId, verdict, lastFour });

const picturesOf = async (checkId: string, by = officer) =>
  (await granted(seeIdCheck(ports, by, { checkId }))).pictures;

test("those who wait longest come first, page by page, and the queue looks at nobody", async () => {
  const looks = async () => Number((await at.all`select count(*) from look`)[0]?.["count"]);
  const before = await looks();
  const ids: string[] = [];
  for (let made = 0; made < 30; made += 1) {
    const id = ports.random.uuid();
    ids.push(id);
    await at.all`insert into id_check (agency_id, id, person_id, state, made_at)
      values (${at.elsewhere.agencyId}, ${id}, ${ports.random.uuid()}, 'waiting', ${ports.clock.now().toISOString()})`;
    at.world.clock.pass(60);
  }
  const first = await seeIdChecks(ports, at.elsewhere.officer, null);
  const second = await seeIdChecks(ports, at.elsewhere.officer, onward(first.next));
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids);
  expect([second.next, await looks()]).toEqual([null, before]);
  expect((await seeIdChecks(ports, officer, null)).rows.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test("opening a check shows the form without the last four digits, and its person is told of each opening", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const seen = await granted(seeIdCheck(ports, officer, { checkId }));
  const { citizenId } = await at.personOf(citizen);
  expect(seen).toMatchObject({ prefix: "นาง", name: "สมใจ ใจดี", birth: { yearBe: 2498 } });
  expect(seen.address).toMatchObject({ line: "9 หมู่ 1", areas: { province: { nameTh: "กรุงเทพมหานคร" } } });
  expect(seen.citizenId.replaceAll("-", "")).toBe(`${citizenId.slice(0, 9)}xxxx`);
  const [front] = seen.pictures;
  await granted(seeIdPicture(ports, officer, { checkId, pictureId: front?.id ?? "" }));
  const looks =
    await at.all`select what, purpose, staff_id from look where person_id = ${citizen.personId} order by at`;
  expect([...looks]).toEqual([
    { what: "id_check", purpose: "id_check", staff_id: officer.staffId },
    { what: "id_check", purpose: "id_picture", staff_id: officer.staffId },
  ]);
  const entries = await at.all`select actor_id from audit_entry where action = 'id_picture.opened'
    and person_id = ${citizen.personId}`;
  expect([...entries]).toEqual([{ actor_id: officer.staffId }]);
});

test("every view is a picture of its own, with the name of whoever looks and the moment in its pixels", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const [front] = await picturesOf(checkId);
  const marks: string[] = [];
  const pictures = {
    ...ports.pictures,
    markView: (jpeg: Uint8Array, mark: string) => {
      marks.push(mark);
      return ports.pictures.markView(jpeg, mark);
    },
  };
  const see = (by: Staff) =>
    granted(seeIdPicture({ ...ports, pictures }, by, { checkId, pictureId: front?.id ?? "" }));
  const [mine, theirs] = [await see(officer), await see(other)];
  at.world.clock.pass(60);
  const later = await see(officer);
  expect(new Set([mine, theirs, later].map((each) => Buffer.from(each).toString("base64"))).size).toBe(3);
  expect(marks[0]).toMatch(/^\S+ \S+ [0-9a-f]{6} · 21 พ\.ย\. 2569 \d\d:\d\d น\.$/);
  expect(new Set(marks).size).toBe(3);
});

test("approving takes the digits off the card, raises the person, tells them and ends the pictures", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const [front] = await picturesOf(checkId);
  expect((await at.personOf(citizen)).assurance).toBe("phone");
  await granted(decide(checkId, approve, await lastFourOf(citizen)));
  expect((await at.personOf(citizen)).assurance).toBe("photo_checked");
  const told =
    await at.all`select medium, refs from notice where person_id = ${citizen.personId} and kind = 'id_check_approved'`;
  expect([...told]).toEqual([{ medium: "any", refs: { agencyId: at.town.agencyId, checkId } }]);
  const seen = seeIdPicture(ports, officer, { checkId, pictureId: front?.id ?? "" });
  expect(await refusal(seen)).toEqual({ kind: "picture_not_found" });
  const before = at.files.kept.size;
  await purgeIdPictures(ports, { kind: "system", job: "test" });
  expect(at.files.kept.size).toBeLessThanOrEqual(before - 3);
  const input = { slug: at.town.slug, slot: "card_front", bytes: at.jpeg } as const;
  expect(await refusal(keepIdPicture(ports, citizen, input))).toEqual({ kind: "id_checked_already" });
});

test.each(["card_front:unclear", "card_front:number_differs", "card_with_face:covered"])(
  "pictures whose number cannot be read, or is another, go back without digits: %s",
  async (text) => {
    const citizen = await at.citizen();
    const checkId = await at.sent(citizen);
    const fault = parseSlotFault(text);
    if (!fault) throw new Error(`${text} is no fault`);
    await granted(decide(checkId, { kind: "send_back", faults: [fault], said: "" }, ""));
    expect((await at.own(citizen)).state).toBe("sent_back");
  },
);

test("where the number can be read, sending back takes the digits too", async () => {
  const checkId = await at.sent(await at.citizen());
  for (const text of ["card_front:expired", "card_with_face:face_differs", "card_back:unclear"]) {
    const fault = parseSlotFault(text);
    if (!fault) throw new Error(`${text} is no fault`);
    const back = decide(checkId, { kind: "send_back", faults: [fault], said: "" }, "");
    expect(await refusal(back)).toEqual({ kind: "id_proof_wrong" });
  }
});

test("approving never lowers somebody who stands higher", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  await at.all`update person set assurance = 'thaid' where id = ${citizen.personId}`;
  await granted(decide(checkId, approve, await lastFourOf(citizen)));
  expect((await at.personOf(citizen)).assurance).toBe("thaid");
});

test("wrong digits decide nothing and are counted; past five the officer is locked for this check alone", async () => {
  const [citizen, second] = [await at.citizen(), await at.citizen()];
  const [checkId, secondId] = [await at.sent(citizen), await at.sent(second)];
  const right = await lastFourOf(citizen);
  for (const wrong of ["0000", "", "12", "abcd", `1${right}`]) {
    expect(await refusal(decide(checkId, approve, wrong))).toEqual({ kind: "id_proof_wrong" });
  }
  expect(await refusal(decide(checkId, approve, right))).toEqual({ kind: "id_proof_locked" });
  expect((await at.own(citizen)).state).toBe("waiting");
  const counted =
    await at.all`select 1 from audit_entry where action = 'id_check.proof_wrong' and subject_id = ${checkId}`;
  expect(counted).toHaveLength(5);
  await granted(decide(secondId, approve, await lastFourOf(second)));
  await granted(decide(checkId, approve, right, other));
});

test("pictures sent back are asked again, those alone; the officer's words reach the citizen and no notice", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const lastFour = await lastFourOf(citizen);
  const none = { kind: "send_back", faults: [], said: "" } as const;
  expect(await refusal(decide(checkId, none, lastFour))).toEqual({ kind: "id_faults_missing" });
  await granted(decide(checkId, sendBack("card_back"), lastFour));
  const own = await at.own(citizen);
  expect(own).toMatchObject({ state: "sent_back", said: "ถ่ายในที่สว่าง" });
  expect(own.pictures.map(({ slot, pictureId, faults }) => [slot, pictureId !== null, faults])).toEqual([
    ["card_front", true, []],
    ["card_back", false, ["unclear"]],
    ["card_with_face", true, []],
  ]);
  const [notice] =
    await at.all`select refs from notice where person_id = ${citizen.personId} and kind = 'id_check_sent_back'`;
  expect(JSON.stringify(notice)).not.toContain("สว่าง");
  await at.kept(citizen, ["card_back"]);
  const again = await at.sent(citizen);
  expect((await picturesOf(again)).map(({ slot }) => slot)).toEqual([
    "card_front",
    "card_back",
    "card_with_face",
  ]);
  await granted(decide(again, approve, lastFour, other));
  expect((await at.personOf(citizen)).assurance).toBe("photo_checked");
});

test("of two officers at once one decides, and the other is told that it is decided, by whom and when", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const lastFour = await lastFourOf(citizen);
  const both = await Promise.all([
    decide(checkId, approve, lastFour),
    decide(checkId, sendBack("card_front"), lastFour, other),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter((each) => !each.ok && each.refusal.kind === "id_check_decided")).toHaveLength(1);
  const late = both[0].ok ? other : officer;
  const seen = await refusal(seeIdCheck(ports, late, { checkId }));
  expect(seen).toMatchObject({ kind: "id_check_decided", decided: { isOwn: false } });
  expect(seen.kind === "id_check_decided" && seen.decided.decidedBy).toMatch(/\S+ \S+/);
  const notices =
    await at.all`select 1 from notice where person_id = ${citizen.personId} and kind like 'id_check%'`;
  expect(notices).toHaveLength(1);
});

test("an officer of another agency, and a made-up id, find nothing and nobody is looked at", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const [front] = await picturesOf(checkId);
  const looks = async () => (await at.all`select 1 from look where person_id = ${citizen.personId}`).length;
  const before = await looks();
  const stranger = at.elsewhere.officer;
  const pictureId = front?.id ?? "";
  expect(await refusal(seeIdCheck(ports, stranger, { checkId }))).toEqual({ kind: "id_check_not_found" });
  expect(await refusal(seeIdPicture(ports, stranger, { checkId, pictureId }))).toEqual({
    kind: "picture_not_found",
  });
  const lastFour = await lastFourOf(citizen);
  expect(await refusal(decide(checkId, approve, lastFour, stranger))).toEqual({ kind: "id_check_not_found" });
  for (const id of ["x", ports.random.uuid()]) {
    expect(await refusal(decide(id, approve, lastFour))).toEqual({ kind: "id_check_not_found" });
    expect(await refusal(seeIdPicture(ports, officer, { checkId: id, pictureId }))).toEqual({
      kind: "picture_not_found",
    });
    expect(await refusal(seeIdPicture(ports, officer, { checkId, pictureId: id }))).toEqual({
      kind: "picture_not_found",
    });
  }
  expect(await looks()).toBe(before);
});

test("the database itself keeps staff from raising anybody they did not approve, and from keys of pictures", async () => {
  const citizen = await at.citizen();
  const checkId = await at.sent(citizen);
  const asOfficer = (sql: string) => ports.db.as(officer, (tx) => tx.execute(sql));
  const raise = `select raise_to_photo_checked('${at.town.agencyId}', '${checkId}', '${officer.staffId}', '2026-11-21')`;
  const refused = { cause: { code: "42501" } };
  await expect(asOfficer(raise)).rejects.toMatchObject(refused);
  await expect(asOfficer("select data_key from id_picture")).rejects.toMatchObject(refused);
  await expect(asOfficer("select sealed from contact")).rejects.toMatchObject(refused);
  const asCitizen = (sql: string) => ports.db.as(citizen, (tx) => tx.execute(sql));
  await expect(asCitizen("update id_check set state = 'approved'")).rejects.toMatchObject(refused);
  for (const sql of ["delete from id_picture", "update id_picture set check_id = null"]) {
    await expect(asCitizen(sql)).rejects.toMatchObject({ cause: { code: "23514" } });
  }
});
