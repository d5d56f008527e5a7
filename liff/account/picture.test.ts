import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { drawnJpeg, drawnPng, exif, withSegment } from "../../tests/support/drawn-picture.ts";
import { memoryFiles } from "../../tests/support/files.ts";
import { townWorld } from "../../tests/support/municipality.ts";
import { granted, registered, somebody } from "../../tests/support/people.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { readPictureShape } from "../../server/kernel/picture-shape.ts";
import { limits } from "../../server/identity/limit.ts";
import { endFiles } from "../../server/privacy/actions/end-files.ts";
import { eraseMe } from "../../server/privacy/actions/erase-me.ts";

const files = memoryFiles();
let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let citizen: Citizen;
let mine: TestBrowser;
let jpeg: Uint8Array;
beforeAll(async () => {
  world = await townWorld({ files });
  all = asSuperuser(world);
  open = testApp(world);
  jpeg = await drawnJpeg(900, 600);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.pass(25 * 3600);
  citizen = await registered(world.ports);
  mine = open(await citizenCookie(world, citizen));
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
function send(bytes: Uint8Array, name = "me.jpg", type = "image/jpeg"): Promise<Response> {
  const form = new FormData();
  form.set("picture", new File([Uint8Array.from(bytes)], name, { type }));
  return mine.postForm("/liff/account/picture", form);
}
const addressOf = async (browser = mine) =>
  /\/liff\/account\/picture\/[0-9a-f-]{36}/.exec(await (await browser.get("/liff/account")).text())?.[0];
const rows = () => all<{ key: string }[]>`
  select file_key as key from profile_picture where person_id = ${citizen.personId}`;

test("a picture is drawn anew as a small square JPEG without the place it was taken, kept sealed, and shown", async () => {
  expect(await addressOf()).toBeUndefined();
  const kept = await send(withSegment(jpeg, 0xe1, exif(1, "N 13.7563 E 100.5018")));
  expect(kept.headers.get("location")).toBe("/liff/account?done=picture_kept");
  const answer = await mine.get((await addressOf()) ?? "");
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  const shown = new Uint8Array(await answer.arrayBuffer());
  expect(readPictureShape(shown)).toMatchObject({ format: "jpeg", width: 320, height: 320, isWhole: true });
  for (const gone of ["Exif", "13.7563"]) expect(Buffer.from(shown).includes(gone)).toBe(false);
  const [row] = await rows();
  const sealed = Buffer.from(files.kept.get(row?.key ?? "") ?? []);
  expect(sealed.includes(Buffer.from(shown.subarray(0, 24)))).toBe(false);
});

test("another takes its place, and taking it away leaves nothing", async () => {
  await send(jpeg);
  const [first] = await rows();
  await send(drawnPng(300, 400), "me.png", "image/png");
  const [second, ...others] = await rows();
  expect(others).toEqual([]);
  expect([files.kept.has(first?.key ?? ""), files.kept.has(second?.key ?? "")]).toEqual([false, true]);
  const removed = await mine.post("/liff/account/picture/remove");
  expect(removed.headers.get("location")).toBe("/liff/account?done=picture_removed");
  expect(files.kept.has(second?.key ?? "")).toBe(false);
  expect(await addressOf()).toBeUndefined();
});

test.each([
  [
    "a drawing with script",
    () => bytesOf("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    "ไม่ใช่รูป JPEG หรือ PNG",
  ],
  [
    "a document called a picture",
    () => bytesOf("%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>"),
    "ไม่ใช่รูป JPEG หรือ PNG",
  ],
  ["an archive called a picture", () => bytesOf("PK\u0003\u0004 a zip"), "ไม่ใช่รูป JPEG หรือ PNG"],
  ["a heavy file", () => new Uint8Array(1_500_001), "ไฟล์ใหญ่เกินไป"],
  ["a wide one", () => drawnPng(2_001, 300), "เกิน 2,000 จุด"],
  ["a tiny one", () => drawnPng(40, 40), "รูปเล็กเกินไป"],
  ["one that is cut off", () => jpeg.subarray(0, jpeg.length - 40), "ไม่ครบหรือเสีย"],
  ["nothing", () => new Uint8Array(0), "เลือกรูปก่อน"],
])("%s is refused with words, and the picture before it stays", async (_, bytes, sentence) => {
  await send(jpeg);
  const before = await rows();
  const refused = await send(bytes());
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain(sentence);
  expect(await rows()).toEqual(before);
});

test("a body beyond any picture is told on the page, not cut off", async () => {
  const refused = await send(new Uint8Array(13 * 1024 * 1024));
  expect(refused.headers.get("location")).toBe("/liff/account/picture?told=heavy");
  expect(await (await mine.get("/liff/account/picture?told=heavy")).text()).toContain("ไฟล์ใหญ่เกินไป");
});

test("nobody sees another's picture: the address answers with one's own or none", async () => {
  await send(jpeg);
  const address = (await addressOf()) ?? "";
  const stranger = open(await citizenCookie(world, await registered(world.ports)));
  expect((await stranger.get(address)).status).toBe(404);
  expect((await open().get(address)).headers.get("content-type")).not.toBe("image/jpeg");
});

test("so many an hour and no more; a store that is away keeps the one before", async () => {
  await send(jpeg);
  await all`update limit_count set count = ${limits.profilePictures.most}
    where name = ${limits.profilePictures.name} and key = ${citizen.personId}`;
  expect(await (await send(jpeg)).text()).toContain("เปลี่ยนรูปหลายครั้งเกินไป");
  expect(await addressOf()).toBeDefined();
});

test("who is erased leaves no picture, in the row or in the store of files", async () => {
  await send(jpeg);
  const [row] = await rows();
  await granted(eraseMe(world.ports, citizen, somebody().pin));
  await endFiles(world.ports, { kind: "system", job: "test" });
  expect(await rows()).toHaveLength(0);
  expect(files.kept.has(row?.key ?? "")).toBe(false);
});
