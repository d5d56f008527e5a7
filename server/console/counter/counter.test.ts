import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { drawnJpeg } from "../../../tests/support/drawn-picture.ts";
import { generalCare, haemodialysis, openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";

let world: TestWorld;
let clerk: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  const open = testApp(world);
  clerk = open(await staffCookie(world, open(), await openFacility(world.ports)));
  const other = await openFacility(world.ports, { hcode: "99902" });
  stranger = open(await staffCookie(world, open(), other));
});
afterAll(() => world.close());

const pid = completeCitizenId("140160000001");
const card = {
  way: "card",
  pid,
  fname: "สมชาย",
  lname: "ใจดี",
  birthDate: "25080320",
  mainInscl: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ",
  subInscl: "",
  correlationId: "0190f3a0-1111-7222-8333-444455556666",
};
const visit = (more: Record<string, string> = {}) => ({
  way: "card",
  citizenId: pid,
  correlationId: card.correlationId,
  mainInscl: card.mainInscl,
  mobile: "0997775858",
  telephones: "",
  time: "09:30",
  services: generalCare,
  hn: "",
  an: "",
  then: "confirm",
  requestKey: Buffer.from(world.ports.random.bytes(16)).toString("base64url"),
  ...more,
});

test("a card shows its person, right and services to choose from", async () => {
  const page = await clerk.post("/console/counter/person", card);
  const text = await page.text();
  expect(page.status).toBe(200);
  for (const shown of ["สมชาย ใจดี", "20 มี.ค. 2508", card.mainInscl, generalCare, haemodialysis]) {
    expect(text).toContain(shown);
  }
});

test("a visit that is confirmed shows its code, and no other facility finds it", async () => {
  await clerk.post("/console/counter/person", card);
  const saved = await clerk.post("/console/counter", visit());
  const path = saved.headers.get("location") ?? "";
  expect([saved.status, path]).toEqual([303, expect.stringMatching(/^\/console\/counter\/[0-9a-f-]{36}$/)]);
  expect(await (await clerk.get(path)).text()).toMatch(/PP \d{4} \d{3} \d{3}/);
  expect((await stranger.get(path)).status).toBe(404);
});

test("a draft goes on with what was typed, and the same form sent twice makes one", async () => {
  const typed = visit({ then: "draft", services: haemodialysis, hn: "65-1" });
  const [one, two] = [
    await clerk.post("/console/counter", typed),
    await clerk.post("/console/counter", typed),
  ];
  expect(one.headers.get("location")).toBe(two.headers.get("location"));
  const text = await (await clerk.get(one.headers.get("location") ?? "")).text();
  expect(text).toContain('value="0997775858"');
  expect(text).toContain('value="65-1"');
});

test("wrong fields come back together with everything that was typed", async () => {
  const page = await clerk.post("/console/counter", visit({ mobile: "12", time: "99:99", hn: "65-77" }));
  const text = await page.text();
  expect(page.status).toBe(422);
  for (const id of ["#mobile", "#time"]) expect(text).toContain(`href="${id}"`);
  expect(text).toContain('value="65-77"');
  expect(text).toContain(`name="correlationId" value="${card.correlationId}"`);
});

test("a number with a wrong digit is refused in words, and stays in the field", async () => {
  const page = await clerk.post("/console/counter/person", { way: "picture", citizenId: "1101600000012" });
  expect([page.status, (await page.text()).includes('value="1101600000012"')]).toEqual([422, true]);
});

test("somebody unknown is asked for by name, and without a picture nothing is kept", async () => {
  const citizenId = completeCitizenId("140160000099");
  const desk = await (await clerk.post("/console/counter/person", { way: "picture", citizenId })).text();
  expect(desk).toContain('name="firstName"');
  const names = { way: "picture", citizenId, correlationId: "", firstName: "มานี", lastName: "รักเรียน" };
  const refused = await clerk.post("/console/counter", visit(names));
  expect([refused.status, (await refused.text()).includes('href="#picture"')]).toEqual([422, true]);
});

test("a second clerk is told who changed the draft and what, keeps what they typed, and chooses", async () => {
  const typed = visit({ then: "draft", services: haemodialysis });
  const path = (await clerk.post("/console/counter", typed)).headers.get("location")?.split("?")[0] ?? "";
  const edit = (hn: string, version: string, then = "draft") =>
    clerk.post(path, { ...visit({ then, services: haemodialysis, hn }), version });
  expect((await edit("first", "1")).headers.get("location")).toBe(`${path}?done=draft`);
  const second = await edit("second", "1", "confirm");
  const text = await second.text();
  expect([second.status, text.includes("มีผู้แก้ร่างนี้ไปก่อนแล้ว")]).toEqual([409, true]);
  expect(text).toMatch(/ส่วนที่ต่างกัน.*HN.*<span>second<\/span>.*<span>first<\/span>/s);
  expect(text).not.toMatch(/ส่วนที่ต่างกัน.*<td[^>]*>เวลา<\/td>/s);
  expect([text.includes('name="hn" value="second"'), text.includes('name="version" value="2"')]).toEqual([
    true,
    true,
  ]);
  expect(await (await clerk.get(path)).text()).toContain('value="first"');
  expect((await edit("second", "2")).headers.get("location")).toBe(`${path}?done=draft`);
  expect(await (await clerk.get(path)).text()).toContain('value="second"');
});

test("a second clerk who wrote the same has nothing to choose", async () => {
  const typed = visit({ then: "draft", services: haemodialysis });
  const path = (await clerk.post("/console/counter", typed)).headers.get("location")?.split("?")[0] ?? "";
  const same = { ...visit({ then: "draft", services: haemodialysis, hn: "65-2" }), version: "1" };
  for (let sent = 0; sent < 2; sent += 1) {
    expect((await clerk.post(path, same)).headers.get("location")).toBe(`${path}?done=draft`);
  }
});

test("a clerk who goes on with a draft that was confirmed meanwhile is told, and sees what was not kept", async () => {
  const citizenId = completeCitizenId("140160000211");
  const service = { services: haemodialysis, pid: citizenId, citizenId };
  await clerk.post("/console/counter/person", { ...card, pid: citizenId, way: "card" });
  const typed = visit({ ...service, then: "draft" });
  const path = (await clerk.post("/console/counter", typed)).headers.get("location")?.split("?")[0] ?? "";
  expect((await clerk.post(path, { ...visit({ ...service, then: "confirm" }), version: "1" })).status).toBe(
    303,
  );
  const late = await clerk.post(path, { ...visit({ ...service, then: "draft", hn: "late" }), version: "1" });
  const text = await late.text();
  expect([late.status, text.includes("<span>late</span>"), text.includes("จึงแก้ไขไม่ได้")]).toEqual([
    409,
    true,
    true,
  ]);
  expect(text).toMatch(/PP \d{4} \d{3} \d{3}/);
});

/** The form of the way by number and picture, with a file where one was chosen. */
const pictured = (citizenId: string, more: Record<string, string>, file: Uint8Array | null) => {
  const form = new FormData();
  const fields = visit({ way: "picture", citizenId, firstName: "มานี", lastName: "รักเรียน", ...more });
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append("picture", new File([Uint8Array.from(file)], "holiday.jpg", { type: "image/jpeg" }));
  return form;
};
const pictureIdIn = (text: string) => /name="pictureId" value="([0-9a-f-]{36})"/.exec(text)?.[1] ?? "";

test("by number and picture: from the form to the code, the picture kept when another field is wrong", async () => {
  const citizenId = completeCitizenId("140160000101");
  const wrong = await clerk.postForm(
    "/console/counter",
    pictured(citizenId, { mobile: "12", hn: "65-9" }, await drawnJpeg()),
  );
  const text = await wrong.text();
  expect([wrong.status, text.includes('value="65-9"'), text.includes("เก็บรูปไว้แล้ว")]).toEqual([
    422,
    true,
    true,
  ]);
  const pictureId = pictureIdIn(text);
  const image = await clerk.get(`/console/counter/pictures/${pictureId}`);
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(image.headers.get("cache-control")).toBe("no-store");
  expect(image.headers.get("x-content-type-options")).toBe("nosniff");
  expect(image.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect((await stranger.get(`/console/counter/pictures/${pictureId}`)).status).toBe(404);
  const saved = await clerk.postForm("/console/counter", pictured(citizenId, { pictureId }, null));
  const path = saved.headers.get("location") ?? "";
  const shown = await (await clerk.get(path)).text();
  expect(shown).toMatch(/PP \d{4} \d{3} \d{3}/);
  expect(shown).toContain("เก็บรูปไว้แล้ว");
  expect((await clerk.get(`/console/counter/pictures/${pictureId}`)).status).toBe(404);
});

test("a picture that is refused is told at its field, and everything typed stays", async () => {
  const citizenId = completeCitizenId("140160000102");
  const sent: readonly (readonly [Uint8Array, string])[] = [
    [new TextEncoder().encode("MZ\u0090 This program cannot be run in DOS mode"), "ไม่ใช่รูป JPEG หรือ PNG"],
    [new Uint8Array(3_000_000), "ใหญ่เกิน 1.5 MB"],
  ];
  for (const [bytes, sentence] of sent) {
    const page = await clerk.postForm("/console/counter", pictured(citizenId, { hn: "65-8" }, bytes));
    const text = await page.text();
    expect([page.status, text.includes(sentence), text.includes('value="65-8"')]).toEqual([422, true, true]);
    expect(text).not.toContain("ถ่ายหรือเลือกรูปหน้าพร้อมบัตรก่อน");
  }
});

test("a retake that is refused is not passed over for the picture before it", async () => {
  const citizenId = completeCitizenId("140160000103");
  const first = await clerk.postForm(
    "/console/counter",
    pictured(citizenId, { mobile: "" }, await drawnJpeg()),
  );
  const pictureId = pictureIdIn(await first.text());
  const broken = (await drawnJpeg()).subarray(0, 400);
  const page = await clerk.postForm("/console/counter", pictured(citizenId, { pictureId }, broken));
  const text = await page.text();
  expect([page.status, pictureIdIn(text)]).toEqual([422, pictureId]);
});

test("a draft by picture goes on with it, and with another taken in its place", async () => {
  const citizenId = completeCitizenId("140160000104");
  const typed = { then: "draft" };
  const saved = await clerk.postForm("/console/counter", pictured(citizenId, typed, await drawnJpeg()));
  const path = saved.headers.get("location")?.split("?")[0] ?? "";
  const edit = (version: string, more: Record<string, string>, file: Uint8Array | null) =>
    clerk.postForm(path, pictured(citizenId, { version, ...more }, file));
  const wrong = await edit("1", { ...typed, mobile: "12" }, await drawnJpeg(500, 400));
  const pictureId = pictureIdIn(await wrong.text());
  expect([wrong.status, pictureId]).toEqual([422, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect((await edit("1", { ...typed, pictureId }, null)).headers.get("location")).toBe(`${path}?done=draft`);
  expect(await (await clerk.get(path)).text()).toContain(`/console/counter/pictures/${pictureId}`);
  expect((await edit("2", {}, null)).headers.get("location")).toBe(path);
});

test("after two hundred numbers in an hour an account looks up no more, and says why; the others go on", async () => {
  const open = testApp(world);
  const agencyId = await openFacility(world.ports, { hcode: "99903" });
  const [curious, other] = [
    open(await staffCookie(world, open(), agencyId)),
    open(await staffCookie(world, open(), agencyId)),
  ];
  const ask = (by: TestBrowser, number: number) =>
    by.post(number % 2 === 0 ? "/console/counter/person" : "/console/history", {
      way: "picture",
      citizenId: completeCitizenId(String(150_170_000_000 + number)),
    });
  const said = async (answer: Response) => (await answer.text()).includes("ครบ 200 ครั้ง");
  for (let number = 0; number < 200; number += 1) expect(await said(await ask(curious, number))).toBe(false);
  for (const number of [200, 201]) expect(await said(await ask(curious, number))).toBe(true);
  expect(await said(await ask(other, 202))).toBe(false);
});
