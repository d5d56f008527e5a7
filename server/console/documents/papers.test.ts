import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { openTown, townsman, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { licensedService } from "../../../tests/support/papers.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { checkDocument } from "../../petitions/actions/check-document.ts";
import { seeShown } from "../../petitions/actions/see-own-documents.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import { findDocument, type KeptDocument } from "../../petitions/store/issued-document.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let officer: StaffInside;
let stranger: StaffInside;
let citizen: Citizen;
let holder: TestBrowser;
let open: (cookie?: string) => TestBrowser;
let petition: KeptPetition;

const gate = { kind: "gate" } as const;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  open = testApp(world);
  town = await openTown(world.ports);
  const elsewhere = await openTown(world.ports);
  officer = await cameIn(world.ports, open, town.agencyId, "supervisor");
  stranger = await cameIn(world.ports, open, elsewhere.agencyId, "supervisor");
  citizen = await townsman(world.ports);
  holder = open(await citizenCookie(world, citizen));
  petition = await received();
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

async function received(): Promise<KeptPetition> {
  const { serviceId } = await town.serviceOf(licensedService());
  const filed = await town.filed(citizen, serviceId, { place: "ตลาดสดประตูน้ำ" });
  return world.ports.db.as(town.officer, async (tx) => {
    const found = await findPetition(tx, town.agencyId, filed.id);
    if (!found) throw new Error("no petition");
    const step = { petition: found, seen: found.version, step: "received" } as const;
    return granted(takeStep(world.ports, tx, town.officer, step));
  });
}

const textOf = async (answer: Promise<Response> | Response) => (await answer).text();
const idOf = (answer: Response) =>
  /documents\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
const issueFields = (more: Record<string, string> = {}) => ({
  petition: petition.id,
  template: "licence",
  replaces: "",
  requestKey: Buffer.from(world.ports.random.bytes(16)).toString("base64url"),
  ...more,
});

async function issued(more: Record<string, string> = {}): Promise<KeptDocument> {
  const answer = await officer.browser.post("/console/documents", issueFields(more));
  expect(answer.status).toBe(303);
  const kept = await world.ports.db.as(town.officer, (tx) => findDocument(tx, town.agencyId, idOf(answer)));
  if (!kept) throw new Error("no document");
  return kept;
}

test("before a petition was received nothing offers to issue, and the page that refuses leads back to it", async () => {
  const { serviceId } = await town.serviceOf(licensedService());
  const { id } = await town.filed(citizen, serviceId, { place: "ตลาดสดประตูน้ำ" });
  const way = `/console/documents/new?petition=`;
  expect(await textOf(officer.browser.get(`/console/petitions/${id}`))).not.toContain(way);
  expect(await textOf(officer.browser.get(`/console/petitions/${petition.id}`))).toContain(way);
  const refused = await officer.browser.get(way + id);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(new RegExp(`class="button primary" href="/console/petitions/${id}"`));
});

test("whoever issues reads that the holder is told in the morning when it is night", async () => {
  const { id } = await issued();
  const byDay = await textOf(officer.browser.get(`/console/documents/${id}?done=issued`));
  expect(byDay).not.toContain("หลัง 08:00\u00a0น.");
  const asBefore = world.clock.now();
  world.clock.set(new Date("2026-11-23T23:30:00+07:00"));
  const { browser } = await cameIn(world.ports, open, town.agencyId, "supervisor");
  expect(await textOf(browser.get(`/console/documents/${id}?done=issued`))).toContain(
    "จะได้รับแจ้งหลัง 08:00\u00a0น.",
  );
  const desk = await textOf(browser.get(`/console/petitions/${petition.id}?done=received`));
  expect(desk).toContain("ประชาชนจะได้รับแจ้งหลัง 08:00\u00a0น.");
  world.clock.set(asBefore);
});

test("an officer chooses, fills, looks at it and issues; the list finds it by its number", async () => {
  const { browser } = officer;
  const choose = await textOf(browser.get(`/console/documents/new?petition=${petition.id}`));
  expect(choose).toContain("ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร");
  const fill = await textOf(browser.get(`/console/documents/new?petition=${petition.id}&template=licence`));
  expect(fill).toContain('value="ตลาดสดประตูน้ำ"');
  const typed = { ...issueFields(), field: "place", f_place: "ตลาดใหม่" };
  const review = await textOf(browser.post("/console/documents/new", typed));
  expect(review).toContain("ตลาดใหม่");
  expect(review).toContain("ใส่ให้เอง");
  const preview = await browser.post("/console/documents/preview", typed);
  expect(preview.headers.get("content-type")).toBe("application/pdf");
  const kept = await issued({ field: "place", f_place: "ตลาดใหม่" });
  expect(kept.listed?.find(({ key }) => key === "place")?.value).toBe("ตลาดใหม่");
  expect(await textOf(browser.get(`/console/documents?q=${encodeURIComponent(kept.number)}`))).toContain(
    kept.id,
  );
  expect(await textOf(browser.get("/console/documents?q=%25"))).not.toContain(kept.id);
});

test("an empty field comes back with the others as they were typed", async () => {
  const typed = { ...issueFields({ template: "letter" }), field: "answer", f_answer: "" };
  const answer = await officer.browser.post("/console/documents/new", typed);
  expect(answer.status).toBe(422);
  expect(await textOf(answer)).toMatch(/href="#f_answer">[^<:]+: กรอกช่องนี้</);
});

test("anybody checks it by its code: genuine, then replaced with the way on, revoked, expired", async () => {
  const first = await issued();
  const page = (code: string) => textOf(open().get(`/check/${code}`));
  const genuine = await page(first.checkCode);
  expect(genuine).toContain("เป็นเอกสารจริงและใช้ได้");
  expect(genuine).toContain(first.number);
  expect(genuine).not.toContain("สมใจ");
  expect(await textOf(open().get(`/CHECK/${first.checkCode}`))).toContain("เป็นเอกสารจริงและใช้ได้");
  const second = await issued({ replaces: first.id });
  const replaced = await page(first.checkCode);
  expect(replaced).toContain("ออกฉบับใหม่แทนแล้ว");
  expect(replaced).toContain(`/check/${second.checkCode}`);
  const revoke = (id: string, reason: string) =>
    officer.browser.post(`/console/documents/${id}/revoke`, { reason });
  expect((await revoke(second.id, "สั้น")).status).toBe(422);
  expect((await revoke(second.id, "เลิกกิจการตามที่แจ้ง")).status).toBe(303);
  expect(await page(second.checkCode)).toContain("ยกเลิกแล้ว ใช้ไม่ได้");
  const third = await issued();
  world.clock.set(new Date("2027-11-23T09:00:00+07:00"));
  expect(await page(third.checkCode)).toContain("หมดอายุแล้ว");
  world.clock.set(new Date("2026-11-23T09:02:00+07:00"));
});

test("a forged code is told from a mistyped one, and a program that tries codes is stopped", async () => {
  const { checkCode } = await issued();
  const wrong = `${checkCode.startsWith("7") ? "8" : "7"}${checkCode.slice(1)}`;
  const mistyped = await open().get(`/check?code=${wrong}`);
  expect(mistyped.status).toBe(422);
  expect(await textOf(mistyped)).toContain("พิมพ์รหัสผิดหนึ่งตัว");
  const forged = await open().get("/check/000000000000");
  expect(forged.status).toBe(404);
  expect(await textOf(forged)).toContain("ไม่พบเอกสารนี้ในระบบ");
  const short = await open().get(`/check?code=${checkCode.slice(0, 11)}`);
  expect(short.status).toBe(422);
  const told = await textOf(short);
  expect(told).toContain("รหัสมี 12 ตัว ตอนนี้มี 11 ตัว");
  expect(told).toContain(`value="${checkCode.slice(0, 11)}"`);
  const statuses: number[] = [];
  for (let tried = 0; tried < 200; tried += 1)
    statuses.push((await open().get("/check/000000000000")).status);
  expect(statuses.slice(-100).every((status) => status === 429)).toBe(true);
  expect(await textOf(open().get(`/check/${checkCode}`))).not.toContain("เป็นเอกสารจริงและใช้ได้");
  world.clock.pass(120);
  expect(await textOf(open().get(`/check/${checkCode}`))).toContain("เป็นเอกสารจริงและใช้ได้");
});

test("another agency meets the same 404 for every path of a document, and nothing changes", async () => {
  const kept = await issued();
  const { browser } = stranger;
  for (const path of ["", "/file", "/revoke"]) {
    expect((await browser.get(`/console/documents/${kept.id}${path}`)).status).toBe(404);
  }
  expect((await browser.post(`/console/documents/${kept.id}/revoke`, { reason: "" })).status).toBe(404);
  expect((await browser.post("/console/documents", issueFields())).status).toBe(404);
  expect((await browser.get(`/console/documents/new?petition=${petition.id}`)).status).toBe(404);
  expect(await textOf(browser.get("/console/documents"))).not.toContain(kept.number);
});

test("its holder opens and keeps it; nobody else does, and the officer's opening is written as a look", async () => {
  const kept = await issued();
  expect(await textOf(holder.get("/liff/documents"))).toContain(kept.number);
  expect(await textOf(holder.get(`/liff/documents/${kept.id}`))).toContain("ดาวน์โหลด");
  const file = await holder.get(`/liff/documents/${kept.id}/file?download`);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
  expect(new TextDecoder("latin1").decode(await file.arrayBuffer()).slice(0, 5)).toBe("%PDF-");
  const other = open(await citizenCookie(world, await townsman(world.ports)));
  expect((await other.get(`/liff/documents/${kept.id}`)).status).toBe(404);
  expect((await other.get(`/liff/documents/${kept.id}/file`)).status).toBe(404);
  expect(await textOf(other.get(`/liff/documents/show?only=${kept.id}`))).not.toContain(kept.number);
  const looks = async () =>
    (await all`select 1 from look where subject_id = ${kept.id} and what = 'document'`).length;
  expect(await looks()).toBe(0);
  expect((await officer.browser.get(`/console/documents/${kept.id}/file`)).status).toBe(200);
  expect(await looks()).toBe(1);
});

test("a licence that is shown proves its moment: of now, of long ago, or of nobody", async () => {
  const kept = await issued();
  const [shown] = await seeShown(world.ports, citizen, { documentId: kept.id });
  const [showing = "", next = ""] = shown?.showings ?? [];
  expect(showing).not.toBe(next);
  const check = async (text: string) =>
    (await granted(checkDocument(world.ports, gate, { text: kept.checkCode, showing: text }))).shown?.kind;
  expect(await check(showing)).toBe("live");
  world.clock.pass(300);
  expect(await check(showing)).toBe("old");
  expect(await check(`${showing.slice(0, -1)}${showing.endsWith("0") ? "1" : "0"}`)).toBe("forged");
  const live = (await seeShown(world.ports, citizen, { documentId: kept.id }))[0]?.showings[0] ?? "";
  expect(await textOf(open().get(`/check/${kept.checkCode}/${live}`))).toContain("แสดงจากบัญชีของผู้ถือเอง");
});

test("the public list holds what is good today, found by its items, without numbers of a person", async () => {
  const kept = await issued({ field: "place", f_place: "ซอยหมู่บ้านสุขใจ" });
  const list = (text = "") => textOf(open().get(`/licences/${town.slug}?q=${encodeURIComponent(text)}`));
  const page = await list("สุขใจ");
  expect(page).toContain(kept.number);
  expect(page).not.toMatch(/\d-\d{4}-\d{5}-\d{2}-\d/);
  expect(await list("ไม่มีคำนี้")).toContain("ไม่พบใบอนุญาต");
  expect(await list("%")).not.toContain(kept.number);
  await officer.browser.post(`/console/documents/${kept.id}/revoke`, { reason: "เลิกกิจการตามที่แจ้ง" });
  expect(await list("สุขใจ")).not.toContain(kept.number);
  expect((await open().get("/licences/nobody-has-this")).status).toBe(404);
});

test("a file that lies about its type is not issued; a picture is, once", async () => {
  const upload = async (bytes: Uint8Array, name: string, requestKey = world.ports.random.uuid()) => {
    const form = new FormData();
    const fields = { petition: petition.id, replaces: "", kind: "letter", title: "แผนที่แนบท้าย", requestKey };
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set("file", new File([Uint8Array.from(bytes)], name));
    return officer.browser.postForm("/console/documents/upload", form);
  };
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect((await upload(svg, "map.pdf")).status).toBe(422);
  const script = new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\n%%EOF",
  );
  expect((await upload(script, "map.pdf")).status).toBe(422);
  const key = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const jpeg = await drawnJpeg();
  const [once, twice] = [await upload(jpeg, "map.jpg", key), await upload(jpeg, "map.jpg", key)];
  expect(once.status).toBe(303);
  expect(idOf(twice)).toBe(idOf(once));
});
