import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type postgres from "postgres";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import {
  openTown,
  plainService,
  townsman,
  townWorld,
  type Town,
} from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { granted } from "../../../tests/support/people.ts";
import { giveCorrection } from "../../petitions/actions/give-correction.ts";
import { sql } from "drizzle-orm";
import type { Citizen } from "../../kernel/actor.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let open: (cookie?: string) => TestBrowser;
let officer: StaffInside;
let supervisor: StaffInside;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  all = asSuperuser(world);
  open = testApp(world);
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "officer");
  supervisor = await cameIn(world.ports, open, town.agencyId, "supervisor");
  await all`insert into staff_unit values (${town.agencyId}, ${officer.staffId}, ${town.unitIds[0]})`;
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  const promised = { days: 30, unit: "calendar" } as const;
  const { serviceId } = await town.serviceOf(
    plainService({ ends: "decision", isPlaceBased: false, promised }),
  );
  petition = await town.filed(citizen, serviceId);
});

const path = () => `/console/petitions/${petition.id}`;
const seenBy = async (who: StaffInside) => (await who.browser.get(path())).text();

async function step(who: StaffInside, name: string, version: number, more: Record<string, string> = {}) {
  world.clock.pass(1);
  const requestKey = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const fields = { step: name, version: String(version), requestKey, ...more };
  expect((await who.browser.post(`${path()}/steps`, fields)).status).toBe(303);
}

test("a promise of calendar days is told in days, running and standing still, in queue and on the page", async () => {
  await step(officer, "received", 1);
  expect(await seenBy(officer)).toContain("23 ธ.ค. 2569 · เหลือ 30 วัน<");
  const queue = await (await officer.browser.get("/console/petitions?view=all&order=newest")).text();
  expect(queue).toContain("เหลือ 30 วัน<");
  const more = { days: "5", text: "ภาพไม่ชัด", "correction_asked-fields": "place" };
  await step(officer, "correction_asked", 2, more);
  expect(await seenBy(officer)).toContain("หยุดนับวัน · เหลือ 30 วัน<");
});

test("a completed petition keeps its day and says that it was in time", async () => {
  await step(officer, "received", 1);
  await step(officer, "completed", 2, { "completed-outcome": "granted" });
  const page = await seenBy(officer);
  expect(page).toContain("เสร็จเมื่อ 23 พ.ย. 2569 ทันกำหนดวันที่ 23 ธ.ค. 2569");
  expect(page).toContain("คำร้องนี้เสร็จแล้ว");
});

test("whoever gave a petition back reads that it is open and who has it, and the history names both", async () => {
  await step(officer, "received", 1);
  await step(officer, "given_back", 2, { text: "ผู้ยื่นเป็นพี่สาว" });
  const alone = await seenBy(officer);
  expect(alone).toContain("คำร้องนี้ยังไม่เสร็จ แต่คุณแจ้งไว้ว่าพิจารณาเรื่องนี้ไม่ได้");
  expect(alone).toContain("ยังไม่มีผู้รับผิดชอบ หัวหน้าหน่วยงานเป็นผู้มอบหมาย");
  expect(alone).not.toContain("คำร้องนี้เสร็จแล้ว");
  expect(alone).toContain("<strong>คืนเรื่อง</strong>");
  await step(supervisor, "assigned", 3, { officerId: supervisor.staffId });
  expect(await seenBy(officer)).toContain("ผู้รับผิดชอบตอนนี้คือ มานี ชูใจ");
  expect(await seenBy(supervisor)).toContain("<strong>มอบหมายให้ มานี ชูใจ</strong>");
});

test("a refused petition is marked as refused in the queue and on its page", async () => {
  await step(officer, "received", 1);
  const reasons = { facts: "อยู่ในแนวเขต", law: "ข้อ 5", considerations: "ไม่ปลอดภัย" };
  await step(officer, "completed", 2, { "completed-outcome": "refused", ...reasons });
  const refused = /<span class="tag refused">.*?ไม่อนุญาต\/ไม่อนุมัติ<\/span>/;
  expect(await seenBy(officer)).toMatch(refused);
  const queue = await (await officer.browser.get("/console/petitions?view=completed")).text();
  const row = queue.split("<tr").find((each) => each.includes(petition.number));
  expect(row).toMatch(refused);
});

test("who was overtaken reads that what they typed is there only where they typed", async () => {
  await step(supervisor, "received", 1);
  const behind = async (more: Record<string, string>) =>
    (await officer.browser.post(`${path()}/steps`, { version: "1", ...more })).text();
  expect(await behind({ step: "received" })).not.toContain("สิ่งที่คุณพิมพ์ยังอยู่");
  const forwarded = { step: "forwarded", text: "งานของกองคลัง", unitId: town.unitIds[1] };
  expect(await behind(forwarded)).toContain("สิ่งที่คุณพิมพ์ยังอยู่ด้านล่าง");
  const own = await (
    await supervisor.browser.post(`${path()}/steps`, { version: "1", step: "received" })
  ).text();
  expect(own).toContain("คุณทำขั้นตอนก่อนหน้านี้ไปแล้วในอีกหน้าต่างหนึ่ง");
});

test("a photo of what was done is taken with the camera alone, and sending none says that none was taken", async () => {
  const { serviceId } = await town.serviceOf(plainService({ ends: "deed", isPlaceBased: true }));
  petition = await town.filed(citizen, serviceId);
  const page = await (await officer.browser.get(path())).text();
  const form = page.slice(page.indexOf(`action="${path()}/photo"`)).split("</form>")[0] ?? "";
  expect(form).toMatch(/<input[^>]*type="file"[^>]*hidden/);
  expect(form).toContain("เลือกรูปจากอัลบั้มหรือไฟล์ไม่ได้");
  expect(form).toContain("เปิดคำร้องนี้บนโทรศัพท์");
  const answer = await officer.browser.post(`${path()}/photo`, {});
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("ยังไม่ได้ถ่ายรูป");
});

test("after a correction the changed question is marked, with what stood there before", async () => {
  await step(officer, "received", 1);
  const more = { days: "5", text: "บอกจุดให้ชัด", "correction_asked-fields": "place" };
  await step(officer, "correction_asked", 2, more);
  const ref = { agencyId: town.agencyId, petitionId: petition.id };
  const correction = { ...ref, seen: 3, typed: { place: "เสาที่ 12 หน้าวัด" }, files: [], text: "" };
  await granted(giveCorrection(world.ports, citizen, correction));
  const page = await seenBy(officer);
  expect(page).toContain("เสาที่ 12 หน้าวัด");
  expect(page).toContain("แก้ไขแล้ว</span><small>เดิม: หน้าตลาด</small>");
  expect(page).toContain("ข้อที่แก้: จุดที่เสีย");
});

test("the officer sees how to reach the person and how far they are proven, and only of a petition of their agency", async () => {
  const page = await seenBy(officer);
  expect(page).toMatch(/href="tel:\+66\d+"/);
  expect(page).toContain("ระดับการยืนยันตัวตน</dt><dd>");
  const elsewhere = await openTown(world.ports);
  const rows = await world.ports.db.as(elsewhere.officer, (tx) =>
    tx.execute(sql`select contact, phone from contact_of_petition(${town.agencyId}, ${petition.id})`),
  );
  expect([...rows]).toEqual([]);
});

test("the printed petition names the agency, its number and who printed it", async () => {
  const page = await (await officer.browser.get(`${path()}/print`)).text();
  const head = /<thead>.*?<\/thead>/.exec(page)?.[0];
  expect(head).toContain("เทศบาลตำบลทดสอบ");
  expect(head).toContain(petition.number);
  expect(head).toContain("พิมพ์เมื่อ 23 พ.ย. 2569");
  expect(head).toContain("โดย มานี ชูใจ");
});
