import { createHash } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawnQr } from "../../../tests/support/drawn-qr.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { readQr } from "../../../tests/support/read-qr.ts";
import { staffCookie, testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { generalCare, openFacility } from "../../../tests/support/facilities.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { takeScan } from "../../visits/actions/take-scan.ts";

let world: TestWorld;
let admin: TestBrowser;
let clerk: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  world = await testWorld();
  const open = testApp(world);
  const agencyId = await openFacility(world.ports);
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "คลินิกอื่น" });
  admin = open(await staffCookie(world, open(), agencyId));
  clerk = open(await clerkCookie(await staffCookie(world, open(), agencyId)));
  stranger = open(await staffCookie(world, open(), other));
});
afterAll(() => world.close());

/** The same session as that of a clerk: a link's is the facility admin's. */
async function clerkCookie(cookie: string): Promise<string> {
  const tokenHash = createHash("sha256")
    .update(cookie.split("=")[1] ?? "")
    .digest();
  const sql = postgres(world.database.superuserUrl, { max: 1 });
  await sql`update staff_session set level = 'clerk' where token_hash = ${tokenHash}`;
  await sql.end();
  return cookie;
}

async function makePrinted(): Promise<string> {
  const requestKey = Buffer.from(world.ports.random.bytes(16)).toString("base64url");
  const made = await admin.post("/console/qr", { service: generalCare, kind: "printed", requestKey });
  return made.headers.get("location") ?? "";
}

async function tokenOf(path: string, paper = "a4"): Promise<string> {
  const file = await admin.get(`${path}/poster-${paper}.pdf`);
  const [page] = await readPdf(new Uint8Array(await file.arrayBuffer()));
  const { grey, width, height } = drawnQr(page!, 3);
  return /\/Q\/(\w+)$/.exec(await readQr(grey, width, height))?.[1] ?? "";
}

const scan = (token: string) => takeScan(world.ports, { kind: "gate" }, { token });
const idOf = (path: string) => path.split("/").at(-1) ?? "";

test("the poster's QR, read by an independent decoder, is taken; both papers hold the same", async () => {
  const path = await makePrinted();
  const token = await tokenOf(path);
  expect((await scan(token)).ok).toBe(true);
  expect(await tokenOf(path, "a5")).toBe(token);
  const file = await clerk.get(`${path}/poster-a5.pdf`);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-disposition")).toMatch(
    /^attachment; filename="poster-a5-99901-\d{5}\.pdf"$/,
  );
});

test("the number on the poster is the one on the page", async () => {
  const path = await makePrinted();
  const shown = /class="printed-code">([\d ]+)</.exec(await (await admin.get(path)).text())?.[1] ?? "";
  const [page] = await readPdf(
    new Uint8Array(await (await admin.get(`${path}/poster-a4.pdf`)).arrayBuffer()),
  );
  const printed = page!.lines.map(({ text }) => text.replace(/\s+/g, " "));
  expect(shown).toMatch(/^\d{3} \d{3} \d{3}$/);
  expect(printed).toContain(shown);
});

test("after a question a new QR takes the place of the old, which leads to it", async () => {
  const path = await makePrinted();
  const token = await tokenOf(path);
  expect((await admin.get(`${path}/replace`)).status).toBe(200);
  const replaced = await admin.post(`${path}/replace`);
  const next = replaced.headers.get("location") ?? "";
  expect([replaced.status, next]).toEqual([
    303,
    expect.stringMatching(/^\/console\/printed\/[0-9a-f-]{36}$/),
  ]);
  expect(await scan(token)).toMatchObject({ refusal: { kind: "qr_revoked" } });
  expect((await scan(await tokenOf(next))).ok).toBe(true);
  const old = await admin.get(path);
  expect([old.status, old.headers.get("location")]).toEqual([303, `/console/qr/${idOf(path)}/scans`]);
  expect(await (await admin.get(`/console/qr/${idOf(path)}/scans`)).text()).toContain(`href="${next}"`);
  expect(await (await admin.get(next)).text()).toContain("แผ่นนี้ใช้แทนหมายเลข");
  expect(await (await admin.get("/console/qr")).text()).toContain(`/console/qr/${idOf(path)}/scans`);
});

test("what has ended has no files and no moves any more", async () => {
  const path = await makePrinted();
  await admin.post(`${path}/revoke`);
  for (const each of ["qr.png", "qr.svg", "poster-a4.pdf", "poster-a5.pdf", "revoke", "replace"]) {
    expect((await admin.get(`${path}/${each}`)).status, each).toBe(404);
  }
  expect((await admin.post(`${path}/replace`)).status).toBe(404);
});

test("the scan log shows scans and refusals in words, as bars with a sentence, and as a table", async () => {
  const path = await makePrinted();
  const token = await tokenOf(path);
  await scan(token);
  await scan(token);
  await scan(`${token.slice(0, 8)}${"0".repeat(16)}`);
  const text = await (await clerk.get(`/console/qr/${idOf(path)}/scans`)).text();
  expect(text).toContain('aria-label="30 วันที่ผ่านมาสแกนสำเร็จ 2 ครั้ง ถูกปฏิเสธ 1 ครั้ง"');
  expect(text).toContain("ไม่ใช่ QR ที่ระบบออกให้");
  expect(text).toContain("21 พ.ย. 2569");
});

test("a QR nobody scanned says so", async () => {
  const text = await (await admin.get(`/console/qr/${idOf(await makePrinted())}/scans`)).text();
  expect(text).toContain("ยังไม่มีการสแกนใน 30 วันนี้");
});

test("a clerk sees and prints, but neither replaces nor revokes", async () => {
  const path = await makePrinted();
  const text = await (await clerk.get(path)).text();
  expect(text).toContain(`${path}/poster-a4.pdf`);
  for (const move of ["replace", "revoke"]) {
    expect(text).not.toContain(`${path}/${move}`);
    expect((await clerk.get(`${path}/${move}`)).status).toBe(404);
    expect((await clerk.post(`${path}/${move}`)).status).toBe(404);
  }
  expect((await scan(await tokenOf(path))).ok).toBe(true);
});

test("another facility finds neither poster, nor log, nor a way to replace", async () => {
  const path = await makePrinted();
  for (const each of [`${path}/poster-a4.pdf`, `${path}/replace`, `/console/qr/${idOf(path)}/scans`]) {
    expect((await stranger.get(each)).status).toBe(404);
  }
  expect((await stranger.post(`${path}/replace`)).status).toBe(404);
  expect((await admin.get(path)).status).toBe(200);
});
