import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, plainService, townsman, type Town } from "../../../tests/support/municipality.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let elsewhere: Town;
let citizen: Citizen;
let open: (cookie?: string) => TestBrowser;
let officer: StaffInside;
let colleague: StaffInside;
let finance: StaffInside;
let supervisor: StaffInside;
let stranger: StaffInside;
let petition: KeptPetition;

beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  elsewhere = await openTown(world.ports);
  citizen = await townsman(world.ports);
  const inside = (agencyId: string, level: "officer" | "supervisor") =>
    cameIn(world.ports, open, agencyId, level);
  officer = await inside(town.agencyId, "officer");
  colleague = await inside(town.agencyId, "officer");
  finance = await inside(town.agencyId, "officer");
  supervisor = await inside(town.agencyId, "supervisor");
  stranger = await inside(elsewhere.agencyId, "supervisor");
  for (const { staffId } of [officer, colleague]) await joins(staffId, town.unitIds[0]);
  await joins(finance.staffId, town.unitIds[1]);
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  const { serviceId } = await town.serviceOf(plainService({ ends: "decision", isPlaceBased: false }));
  petition = await town.filed(citizen, serviceId);
});

async function joins(staffId: string, unitId: string): Promise<void> {
  await all`insert into staff_unit values (${town.agencyId}, ${staffId}, ${unitId})`;
}

const path = (rest = "") => `/console/petitions/${petition.id}${rest}`;

async function row(): Promise<postgres.Row> {
  const [found] = await all`select * from petition where id = ${petition.id}`;
  if (!found) throw new Error("no petition");
  return found;
}

const key = () => Buffer.from(world.ports.random.bytes(16)).toString("base64url");

function step(who: StaffInside, name: string, more: Record<string, string> = {}, version = petition.version) {
  world.clock.pass(1);
  const fields = { step: name, version: String(version), requestKey: key(), ...more };
  return who.browser.post(path("/steps"), fields);
}

test("the page shows what was filed, who filed it and what comes next, and its person sees the look", async () => {
  const page = await (await officer.browser.get(path())).text();
  expect(page).toContain(petition.number);
  expect(page).toContain("หน้าตลาด");
  expect(page).toContain("สมใจ ใจดี");
  expect(page).toContain("รับเรื่อง");
  const looks =
    await all`select what, staff_id from look where person_id = ${citizen.personId} and subject_id = ${petition.id}`;
  expect(looks.map((each) => `${String(each["what"])} ${String(each["staff_id"])}`)).toEqual([
    `petition ${officer.staffId}`,
  ]);
});

test("whoever does not reach a petition meets the same 404 on every page of it, and nothing changes", async () => {
  const bare = async (answer: Response) =>
    (await answer.text()).replace(/(href|value)="[^"]*"/g, "").replace(/[0-9a-f-]{36}/g, "");
  for (const who of [finance, stranger]) {
    const none = await bare(await who.browser.get("/console/nothing"));
    for (const rest of ["", "/print", `/files/${petition.id}`]) {
      const answer = await who.browser.get(path(rest));
      expect(answer.status, rest).toBe(404);
      expect(await bare(answer), rest).toBe(none);
    }
    for (const rest of ["/steps", "/messages", "/notes", "/photo"]) {
      expect(
        (await who.browser.post(path(rest), { step: "received", version: "1", message: "ก" })).status,
        rest,
      ).toBe(404);
    }
  }
  expect((await row())["version"]).toBe(1);
});

test("a supervisor opens what lies with any unit", async () => {
  expect((await supervisor.browser.get(path())).status).toBe(200);
});

test("an officer who left the unit, and one whose right ended, open it no more", async () => {
  await all`delete from staff_unit where staff_id = ${colleague.staffId}`;
  expect((await colleague.browser.get(path())).status).toBe(404);
  await joins(colleague.staffId, town.unitIds[0]);
  const gone = await cameIn(world.ports, open, town.agencyId, "officer");
  await joins(gone.staffId, town.unitIds[0]);
  expect((await gone.browser.get(path())).status).toBe(200);
  await all`update staff set level = 'executive' where id = ${gone.staffId}`;
  expect((await gone.browser.get(path())).status).toBe(404);
});

test("from receiving to a decision, each step tells what it did, and whoever received it has it", async () => {
  const received = await step(officer, "received");
  expect(received.headers.get("location")).toBe(`${path()}?done=received`);
  expect(await row()).toMatchObject({ status: "received", officer_id: officer.staffId, version: 2 });
  expect((await step(officer, "started", {}, 2)).status).toBe(303);
  const granted = await step(officer, "completed", { "completed-outcome": "granted" }, 3);
  expect(granted.status).toBe(303);
  expect(await row()).toMatchObject({ status: "completed", outcome: "granted" });
  const page = await (await officer.browser.get(`${path()}?done=completed`)).text();
  expect(page).toContain("ปิดเรื่องแล้ว");
});

test("a post that comes twice, or five times at once, is taken once and answered the same", async () => {
  const requestKey = key();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => step(officer, "received", { requestKey })),
  );
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  const events = await all`select kind from petition_event where petition_id = ${petition.id} order by kind`;
  expect(events.map(({ kind }) => String(kind))).toEqual(["received", "submitted"]);
});

test("of two officers at once the second is told who was first, and what was typed stays", async () => {
  await step(officer, "received");
  const ask = (who: StaffInside, text: string) =>
    step(who, "correction_asked", { text, days: "5", "correction_asked-fields": "place" }, 2);
  const answers = await Promise.all([ask(officer, "ขอรูปใหม่"), ask(supervisor, "ขอสำเนาโฉนด")]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const second = answers.findIndex(({ status }) => status === 409);
  const page = await answers[second]?.text();
  expect(page).toContain("มีผู้ทำขั้นตอนก่อนคุณ");
  expect(page).toContain("มานี ชูใจ: ขอให้แก้ไขเพิ่มเติม");
  expect(page).toContain(second === 0 ? "ขอรูปใหม่" : "ขอสำเนาโฉนด");
});

test("asking for a correction says which fields and why, and stands the clock", async () => {
  await step(officer, "received");
  const wrong = await step(officer, "correction_asked", { days: "0", text: "" }, 2);
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  for (const id of ["correction_asked-fields", "correction_asked-text", "correction_asked-days"]) {
    expect(page).toContain(`href="#${id}"`);
  }
  const more = { days: "5", text: "ภาพไม่ชัด", "correction_asked-fields": "place" };
  expect((await step(officer, "correction_asked", more, 2)).status).toBe(303);
  expect(await row()).toMatchObject({ status: "received", pause_reason: "correction", due_day: null });
  expect(await (await officer.browser.get(path())).text()).toContain("ภาพไม่ชัด");
});

test("a refusal has facts, law and considerations, and tells until when it may be appealed", async () => {
  await step(officer, "received");
  const without = await step(
    officer,
    "completed",
    { "completed-outcome": "refused", facts: "ก", law: "" },
    2,
  );
  expect(without.status).toBe(422);
  const reasons = { facts: "อาคารอยู่ในแนวเขต", law: "ข้อบัญญัติ ข้อ 5", considerations: "ขัดต่อความปลอดภัย" };
  expect((await step(officer, "completed", { "completed-outcome": "refused", ...reasons }, 2)).status).toBe(
    303,
  );
  const page = await (await officer.browser.get(path())).text();
  for (const said of Object.values(reasons)) expect(page).toContain(said);
  expect(page).toContain("อุทธรณ์ได้ถึง 8 ธ.ค. 2569");
});

test("what is another agency's says whose it is", async () => {
  expect(
    (await step(officer, "completed", { "completed-outcome": "not_ours", agencyName: " " })).status,
  ).toBe(422);
  const named = { "completed-outcome": "not_ours", agencyName: "การไฟฟ้าส่วนภูมิภาค" };
  expect((await step(officer, "completed", named)).status).toBe(303);
  expect(await (await officer.browser.get(path())).text()).toContain("การไฟฟ้าส่วนภูมิภาค");
});

test("whoever gives a petition back over a conflict acts in it no more, whoever asks them to", async () => {
  await step(officer, "received");
  expect((await step(officer, "given_back", { text: "ผู้ยื่นเป็นญาติ" }, 2)).status).toBe(303);
  expect((await row())["officer_id"]).toBeNull();
  expect((await step(officer, "started", {}, 3)).status).toBe(422);
  const given = await step(supervisor, "assigned", { officerId: officer.staffId }, 3);
  expect(given.status).toBe(422);
  expect(await given.text()).toContain("เลือกคนอื่น");
  expect((await step(supervisor, "assigned", { officerId: colleague.staffId }, 3)).status).toBe(303);
});

test("an officer takes a petition, and only whoever may assign gives it to others", async () => {
  expect((await step(officer, "assigned", { officerId: colleague.staffId })).status).toBe(422);
  expect((await step(officer, "assigned", { officerId: officer.staffId })).status).toBe(303);
  expect((await step(supervisor, "assigned", { officerId: stranger.staffId }, 2)).status).toBe(422);
  expect((await row())["officer_id"]).toBe(officer.staffId);
});

test("what was forwarded is the other unit's from then on, and the post sent again is answered the same", async () => {
  const more = { unitId: town.unitIds[1], text: "เป็นงานของกองคลัง", requestKey: key() };
  expect((await step(officer, "forwarded", { ...more, unitId: elsewhere.unitIds[0] })).status).toBe(422);
  for (let sent = 0; sent < 2; sent += 1) {
    const answer = await step(officer, "forwarded", more);
    expect(answer.headers.get("location")).toBe("/console/petitions?done=forwarded");
  }
  expect((await officer.browser.get(path())).status).toBe(404);
  expect((await finance.browser.get(path())).status).toBe(200);
});

test("words to the citizen are told, notes stay inside, and each is kept once", async () => {
  const requestKey = key();
  for (let sent = 0; sent < 2; sent += 1) {
    expect((await officer.browser.post(path("/messages"), { message: "รอช่างตรวจ", requestKey })).status).toBe(
      303,
    );
  }
  expect(
    (await officer.browser.post(path("/notes"), { note: "โทรถามช่างแล้ว", requestKey: key() })).status,
  ).toBe(303);
  expect((await officer.browser.post(path("/messages"), { message: " " })).status).toBe(422);
  const kept =
    await all`select is_internal from petition_message where petition_id = ${petition.id} order by said_at, id`;
  expect(kept.map(({ is_internal: inside }) => String(inside)).sort()).toEqual(["false", "true"]);
  const told =
    await all`select kind from notice where refs->>'petitionId' = ${petition.id} and kind = 'petition_answered'`;
  expect(told).toHaveLength(1);
  const page = await (await colleague.browser.get(path())).text();
  expect(page).toContain("รอช่างตรวจ");
  expect(page).toContain("โทรถามช่างแล้ว");
  expect(await (await officer.browser.get(path("/print"))).text()).not.toContain("โทรถามช่างแล้ว");
});

test("of several petitions at once each has its own answer", async () => {
  const { serviceId } = await town.serviceOf();
  const other = await town.filed(citizen, serviceId);
  await step(officer, "received");
  const lines = [`${petition.id}.1`, `${other.id}.1`, `${world.ports.random.uuid()}.1`];
  const fields = new URLSearchParams([
    ["what", "receive"],
    ["requestKey", key()],
    ...lines.map((line) => ["line", line]),
  ]);
  const answer = await officer.browser.post("/console/petitions/bulk", fields);
  const page = await answer.text();
  expect(page).toContain("สำเร็จ 1 จาก 3 รายการ");
  expect(page).toContain(other.number);
  expect(page).toContain("มีผู้แก้ไขคำร้องนี้ก่อนคุณ");
  expect(page).toContain("ไม่พบคำร้องนี้ในส่วนที่คุณดูแล");
  const again = await (await officer.browser.post("/console/petitions/bulk", fields)).text();
  expect(again).toContain("สำเร็จ 1 จาก 3 รายการ");
});

test("a view of one's own is kept once, shown to oneself alone, and removed", async () => {
  const fields = {
    viewName: "รอแก้ไข",
    query: `view=unit&order=due&waits=1&person=${citizen.personId}`,
    requestKey: key(),
  };
  for (let sent = 0; sent < 2; sent += 1) {
    expect((await officer.browser.post("/console/petitions/views", fields)).status).toBe(303);
  }
  const page = await (await officer.browser.get("/console/petitions")).text();
  expect(page.match(/>รอแก้ไข</g)).toHaveLength(1);
  expect(page).not.toContain(citizen.personId);
  expect(await (await colleague.browser.get("/console/petitions")).text()).not.toContain(">รอแก้ไข<");
  const [, id = ""] = /petitions\/views\/([0-9a-f-]{36})\/remove/.exec(page) ?? [];
  expect((await colleague.browser.post(`/console/petitions/views/${id}/remove`)).status).toBe(404);
  expect((await officer.browser.post(`/console/petitions/views/${id}/remove`)).status).toBe(303);
  expect(await (await officer.browser.get("/console/petitions")).text()).not.toContain(">รอแก้ไข<");
});
