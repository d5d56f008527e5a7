import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../tests/support/app.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import {
  acceptTerms,
  join,
  joiner,
  joinFields,
  newestOtp,
  type Joiner,
} from "../../tests/support/web-joiner.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let me: Joiner;

beforeAll(async () => {
  const sms = { send: () => Promise.resolve({ kind: "sent" } as const), available: true };
  world = await testWorld({ sms, pinHash: lightPinHash });
  open = testApp(world);
});
beforeEach(() => {
  world.clock.pass(25 * 60 * 60);
  me = joiner();
});
afterAll(() => world.close());

test("somebody without LINE joins by terms, form and OTP, and stands on the welcome page", async () => {
  const { sent, answer, cookie } = await join(world, open, me);
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/liff/join/otp"]);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/liff/welcome"]);
  const page = await (await open(cookie).get("/liff/welcome")).text();
  expect(page).toContain("ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์");
  expect(page).toContain("ยังไม่ได้ยืนยันตัวตน");
  expect(page).toContain("จดหมายขยะ");
});

test("the session of the way in is worth nothing once joined", async () => {
  const { before, cookie } = await join(world, open, me);
  expect(cookie).not.toBe(before);
  expect(await (await open(before).get("/liff/welcome")).text()).toContain('data-entry="waiting"');
});

test("every wrong field is told beside it, and nothing typed is lost", async () => {
  const cookie = await acceptTerms(open);
  const fields = {
    ...(await joinFields(world, me)),
    citizenId: "1234567890123",
    email: "nobody",
    "address.postcode": "99999",
  };
  const refused = await open(cookie).post("/liff/join/form", fields);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const id of ["citizenId", "email", "address.postcode"]) expect(page).toContain(`href="#${id}"`);
  for (const typed of ["1234567890123", "nobody", me.firstName, "99999", "99 หมู่ 1"])
    expect(page).toContain(typed);
  const again = await (await open(cookie).get("/liff/join/form")).text();
  expect(again).toContain(me.lastName);
  expect(again).not.toContain(me.password);
});

test("without script the address goes on by a button, and keeps what was typed", async () => {
  const cookie = await acceptTerms(open);
  const fields: Record<string, string> = { ...(await joinFields(world, me)), step: "places" };
  expect((await open(cookie).post("/liff/join/form", fields)).headers.get("location")).toBe(
    "/liff/join/form#address",
  );
  const page = await (await open(cookie).get("/liff/join/form")).text();
  expect(page).toContain(`value="${fields["address.subdistrict"]}" selected`);
  expect(page).toContain(me.email);
});

test("the terms come first, ticked, and in the version in force", async () => {
  expect((await open().get("/liff/join/form")).headers.get("location")).toBe("/liff/join");
  const unticked = await open().post("/liff/join/terms", { version: "2569-11" });
  expect([unticked.status, unticked.headers.getSetCookie()]).toEqual([422, []]);
  const old = await open().post("/liff/join/terms", { version: "2500-01", accepted: "yes" });
  expect([old.status, old.headers.getSetCookie()]).toEqual([422, []]);
});

test("a wrong OTP makes no account, and the right one after it does", async () => {
  const cookie = await acceptTerms(open);
  await open(cookie).post("/liff/join/form", await joinFields(world, me));
  const digits = await newestOtp(world);
  const wrong = digits === "000000" ? "000001" : "000000";
  expect((await open(cookie).post("/liff/join/otp", { otp: wrong })).status).toBe(422);
  expect((await open(cookie).post("/liff/join/otp", { otp: digits })).headers.get("location")).toBe(
    "/liff/welcome",
  );
});

test("looking at the form again changes nothing: the OTP on its way stays good", async () => {
  const cookie = await acceptTerms(open);
  await open(cookie).post("/liff/join/form", await joinFields(world, me));
  const form = await open(cookie).get("/liff/join/edit");
  expect([form.status, (await form.text()).includes(me.lastName)]).toEqual([200, true]);
  const done = await open(cookie).post("/liff/join/otp", { otp: await newestOtp(world) });
  expect(done.headers.get("location")).toBe("/liff/welcome");
});

test("a form sent again and found wrong leaves nothing of the first to confirm", async () => {
  const cookie = await acceptTerms(open);
  const fields = await joinFields(world, me);
  await open(cookie).post("/liff/join/form", fields);
  expect((await open(cookie).post("/liff/join/form", { ...fields, email: "nobody" })).status).toBe(422);
  const tried = await open(cookie).post("/liff/join/otp", { otp: await newestOtp(world) });
  expect(tried.headers.get("location")).toBe("/liff/join");
});

test("going back from the OTP keeps the form, and the password need not be typed again", async () => {
  const cookie = await acceptTerms(open);
  const fields = await joinFields(world, me);
  await open(cookie).post("/liff/join/form", fields);
  await open(cookie).get("/liff/join/edit");
  world.clock.pass(61);
  const again = await open(cookie).post("/liff/join/form", {
    ...fields,
    password: "",
    again: "",
    firstName: "สมศรี",
  });
  expect(again.headers.get("location")).toBe("/liff/join/otp");
  const done = await open(cookie).post("/liff/join/otp", { otp: await newestOtp(world) });
  expect(done.headers.get("location")).toBe("/liff/welcome");
});
