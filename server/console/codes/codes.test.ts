import { afterAll, beforeAll, expect, test } from "vitest";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { heldCode } from "../../../tests/support/held-code.ts";
import { twoFacilities, type TwoFacilities } from "../../../tests/support/two-facilities.ts";

let two: TwoFacilities;
let clerk: TestBrowser;
let other: TestBrowser;
let nobody: TestBrowser;

beforeAll(async () => {
  two = await twoFacilities("clerk");
  const { world, own, stranger } = two;
  const open = testApp(world);
  nobody = open();
  clerk = open(await staffCookie(world, nobody, own.agencyId));
  other = open(await staffCookie(world, nobody, stranger.agencyId));
});
afterAll(() => two.close());

const held = () => heldCode(two.world.ports, two.own.agencyId);
const statusOf = async (codeId: string) =>
  (await two.sql`select status from service_code where id = ${codeId}`)[0]?.["status"] as string;

test("without a script a code is checked and marked used by two forms", async () => {
  const { token, codeId } = await held();
  const checked = await clerk.post("/console/codes/check", { text: token });
  const page = await checked.text();
  expect([checked.status, page.includes("รหัสใช้ได้")]).toEqual([200, true]);
  const [, text = ""] =
    /name="text" value="([^"]+)"/.exec(page.slice(page.indexOf("/console/codes/mark"))) ?? [];
  const marked = await clerk.post("/console/codes/mark", { text });
  expect(marked.headers.get("location")).toBe("/console/codes/check?done=used");
  expect(await (await clerk.get("/console/codes/check?done=used")).text()).toContain("ใช้รหัสแล้ว");
  const again = await (await clerk.post("/console/codes/check", { text: token })).text();
  expect(again).toContain("รหัสนี้ใช้ไปแล้ว");
  expect(again).not.toContain('action="/console/codes/mark"');
  expect(await statusOf(codeId)).toBe("used");
});

test("another facility's token is refused clearly, with the facility it is for and no button", async () => {
  const { token, codeId } = await held();
  const refused = await other.post("/console/codes/check", { text: token });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toContain("รหัสนี้ออกให้หน่วยบริการอื่น");
  expect(page).toContain("99901");
  expect(page).not.toContain('action="/console/codes/mark"');
  const marked = await other.postJson("/console/codes/marks", { text: token });
  expect([marked.status, await marked.json()]).toEqual([422, { kind: "code_elsewhere" }]);
  expect(await statusOf(codeId)).toBe("issued");
});

test("the script is answered in JSON: the state, the mark, and who is signed out", async () => {
  const { token, code } = await held();
  expect(await (await clerk.postJson("/console/codes/state", { text: code })).json()).toMatchObject({
    code,
    status: "issued",
    usedAt: null,
  });
  const send = async (): Promise<unknown> =>
    (await clerk.postJson("/console/codes/marks", { text: token })).json();
  const marked = { code, status: "used", byOther: false };
  expect([await send(), await send()]).toMatchObject([marked, marked]);
  expect((await nobody.postJson("/console/codes/state", { text: token })).status).toBe(401);
  expect((await nobody.postJson("/console/codes/marks", { text: token })).status).toBe(401);
});

test("the page says what it needs to check alone, and its worker may serve no other folder", async () => {
  const answer = await clerk.get("/console/codes/check");
  const page = await answer.text();
  expect(page).toContain('data-hcode="99901"');
  expect(page).toContain(two.world.ports.keys.codeSigner.kid);
  expect(answer.headers.get("content-security-policy")).toContain("worker-src 'self' blob:");
  const worker = await clerk.get("/console/codes/worker.js");
  expect(worker.headers.get("content-type")).toContain("text/javascript");
  expect(worker.headers.get("cache-control")).toBe("no-cache");
  expect(worker.headers.get("service-worker-allowed")).toBe(null);
  expect(await worker.text()).toContain('importScripts("/assets/keep-codes.js")');
  expect((await nobody.get("/console/codes/worker.js")).status).toBe(401);
});
