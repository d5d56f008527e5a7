import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
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

test("a second clerk is told that the draft was changed", async () => {
  const typed = visit({ then: "draft", services: haemodialysis });
  const path = (await clerk.post("/console/counter", typed)).headers.get("location")?.split("?")[0] ?? "";
  const edit = (hn: string) =>
    clerk.post(path, { ...visit({ then: "draft", services: haemodialysis, hn }), version: "1" });
  expect((await edit("first")).headers.get("location")).toBe(`${path}?done=draft`);
  const second = await edit("second");
  expect(second.headers.get("location")).toBe(`${path}?done=changed`);
  const text = await (await clerk.get(`${path}?done=changed`)).text();
  expect([text.includes('value="first"'), text.includes("มีผู้แก้ร่างนี้ไปก่อนแล้ว")]).toEqual([true, true]);
});
