import { encode } from "fast-png";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { drawnJpeg, drawnPng } from "../../../tests/support/drawn-picture.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { testCodec } from "../../../tests/support/pictures.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { openJpegCodec } from "../../adapters/pictures/jpeg-codec.ts";

let world: TestWorld;
let town: Town;
let admin: StaffInside;
let open: (cookie?: string) => TestBrowser;
let isStoreDown = false;

beforeAll(async () => {
  const kept = memoryFiles();
  const put: typeof kept.put = (...file) =>
    isStoreDown ? Promise.reject(new Error("the store is down")) : kept.put(...file);
  world = await townWorld({ files: { ...kept, put } });
  open = testApp(world);
  town = await openTown(world.ports);
  admin = await cameIn(world.ports, open, town.agencyId, "local_admin");
}, 60_000);
afterAll(() => world.close());

const at = "/console/local";
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const setting = {
  ...{ welcomeTh: "ยินดีต้อนรับ", welcomeEn: "Welcome", addressTh: "99 หมู่ 1", phone: "02-000-0000" },
  ...{ keepDays: "๓๖๕๐", idPictures: "card_front" },
};

async function sendSeal(bytes: Uint8Array | null, name = "ตรา.png"): Promise<Response> {
  const form = new FormData();
  if (bytes) form.set("seal", new File([Uint8Array.from(bytes)], name));
  return admin.browser.postForm(`${at}/seal`, form);
}
const sealBytes = async () => new Uint8Array(await (await admin.browser.get(`${at}/seal.jpg`)).arrayBuffer());

test("what is set is kept, in Thai digits too, and stands in the form again", async () => {
  const saved = await admin.browser.post(at, setting);
  expect([saved.status, saved.headers.get("location")]).toEqual([303, `${at}?done=saved`]);
  const page = await text(admin.browser.get(`${at}?done=saved`));
  for (const kept of ["บันทึกแล้ว", 'value="3650"', 'value="99 หมู่ 1"']) expect(page).toContain(kept);
  const front = /<input[^>]*value="card_front"[^>]*>/.exec(page)?.[0] ?? "";
  expect(front).toContain("checked");
});

test.each([
  ["ไม่ใช่เลข", "กรอกจำนวนวันเป็นตัวเลข"],
  ["364", "เก็บได้ตั้งแต่ 365 ถึง"],
  ["99999", "เก็บได้ตั้งแต่ 365 ถึง"],
])(
  "days of keeping as %s are refused at their field, and what was typed beside stays",
  async (keepDays, why) => {
    const refused = await admin.browser.post(at, { ...setting, keepDays, addressTh: "ที่อยู่ใหม่" });
    expect(refused.status).toBe(422);
    const page = await text(refused);
    for (const shown of [why, 'href="#keepDays"', 'value="ที่อยู่ใหม่"']) expect(page).toContain(shown);
    expect(await text(admin.browser.get(at))).toContain('value="99 หมู่ 1"');
  },
);

test("a seal is kept as a picture of its own, and another one takes its place", async () => {
  expect((await admin.browser.get(`${at}/seal.jpg`)).status).toBe(204);
  expect(await text(admin.browser.get(at))).toContain("ยังไม่มีตรา");
  const first = await sendSeal(drawnPng(200, 200));
  expect([first.status, first.headers.get("location")]).toEqual([303, `${at}?done=seal`]);
  const before = await sealBytes();
  expect([...before.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  expect((await sendSeal(await drawnJpeg(300, 240), "ตรา.jpg")).status).toBe(303);
  const after = (await openJpegCodec(await testCodec())).decode(await sealBytes());
  expect([after?.width, after?.height]).toEqual([300, 240]);
});

test("what is transparent in a seal prints as white paper", async () => {
  const data = new Uint8ClampedArray(200 * 200 * 4);
  for (let at = 0; at < 200 * 200; at += 1) if (at % 200 > 100) data.set([160, 20, 20, 255], at * 4);
  expect((await sendSeal(new Uint8Array(encode({ width: 200, height: 200, data })))).status).toBe(303);
  const drawn = (await openJpegCodec(await testCodec())).decode(await sealBytes());
  const pixel = (x: number) => [...(drawn?.data.subarray((100 * 200 + x) * 4).subarray(0, 3) ?? [])];
  for (const channel of pixel(20)) expect(channel).toBeGreaterThan(240);
  expect(pixel(180)[0]).toBeGreaterThan(pixel(180)[1] ?? 255);
});

test("no seal but a whole picture of a fitting size is taken, each refusal says why, and the seal stays", async () => {
  const before = await sealBytes();
  const png = drawnPng(200, 200);
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refusals: readonly (readonly [string, Uint8Array | null])[] = [
    ["เลือกรูปตราก่อน", null],
    ["ไม่ใช่ PNG หรือ JPG", svg],
    ["ไม่ใช่ PNG หรือ JPG", png.subarray(0, png.length - 20)],
    ["ไม่ใช่ PNG หรือ JPG", Buffer.concat([png, svg])],
    ["150–1,600 จุด", drawnPng(149, 200)],
    ["150–1,600 จุด", drawnPng(160, 1601)],
    ["รูปใหญ่เกิน 1 MB", Buffer.concat([png, new Uint8Array(1_000_000)])],
  ];
  for (const [why, bytes] of refusals) {
    const refused = await sendSeal(bytes);
    expect(refused.status).toBe(422);
    const page = await text(refused);
    expect(page).toContain(why);
    expect(page).toContain('href="#seal"');
  }
  expect(Buffer.from(await sealBytes()).equals(Buffer.from(before))).toBe(true);
});

test("a store that fails leaves the seal that is there, and says so", async () => {
  const before = await sealBytes();
  isStoreDown = true;
  const quiet = console.error;
  console.error = () => {};
  const refused = await sendSeal(drawnPng(220, 220));
  console.error = quiet;
  isStoreDown = false;
  expect(await text(refused)).toContain("ตราเดิมยังใช้อยู่");
  expect(Buffer.from(await sealBytes()).equals(Buffer.from(before))).toBe(true);
});
