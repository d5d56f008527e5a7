import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openTown, plainService, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import type { Form } from "../../forms/form.ts";
import { beginVersion } from "../../petitions/actions/begin-version.ts";

let world: TestWorld;
let town: Town;
let admin: StaffInside;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  open = testApp(world);
  town = await openTown(world.ports);
  admin = await cameIn(world.ports, open, town.agencyId, "local_admin");
}, 60_000);
afterAll(() => world.close());

const both = (th: string) => ({ th, en: null });
const form: Form = {
  format: 1,
  fields: [
    {
      ...{ key: "seen", type: "text", required: true, minLength: 1, maxLength: 40 },
      ...{ label: both("สิ่งที่พบ"), help: null, showIf: null },
    },
    {
      ...{ key: "owners", type: "group", min: 0, max: 3, label: both("เจ้าของร่วม"), help: null, showIf: null },
      fields: [
        {
          ...{ key: "name", type: "text", required: true, minLength: 1, maxLength: 40 },
          ...{ label: both("ชื่อเจ้าของ"), help: null, showIf: null },
        },
      ],
    },
  ],
};

async function drafted(): Promise<string> {
  const { serviceId } = await town.serviceOf(plainService({ form, isPlaceBased: false }));
  await granted(beginVersion(world.ports, town.localAdmin, { serviceId }));
  return `/console/services/${serviceId}/try`;
}
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const revision = (page: string) => /name="example:seen" value="(\d+)"/.exec(page)?.[1] ?? "";

test("without a script an item of a group is added and taken out by its buttons, and what was typed stays", async () => {
  const at = await drafted();
  const typed = { seen: "เสาไฟ" };
  const one = await text(admin.browser.post(at, { ...typed, addItem: "owners" }));
  expect(one).toContain('name="owners.0.name"');
  expect(one).toContain('value="เสาไฟ"');
  expect(one).not.toContain("มีข้อที่ต้องแก้");
  const items = { "owners.0": "1", "owners.0.name": "สมใจ", "owners.1": "1", "owners.1.name": "สมชาย" };
  const less = await text(admin.browser.post(at, { ...typed, ...items, removeItem: "owners.0" }));
  expect(less).toContain('value="สมชาย"');
  expect(less).not.toContain('value="สมใจ"');
});

test("what was tried is kept under a name, stands in the list, is tried again and deleted", async () => {
  const at = await drafted();
  const good = { seen: "เสาไฟ", "owners.0": "1", "owners.0.name": "สมใจ" };
  const judged = await text(admin.browser.post(at, good));
  expect(judged).toContain("คำตอบนี้ยื่นได้");
  const keep = (fields: Record<string, string>) => admin.browser.post(`${at}/keep`, fields);
  const nameless = await keep({ ...good, "example:seen": revision(judged), "example:title": " " });
  expect(nameless.status).toBe(422);
  const again = await text(nameless);
  expect(again).toContain("ตั้งชื่อตัวอย่างก่อน");
  expect(again).toContain('value="สมใจ"');
  const kept = await keep({ ...good, "example:seen": revision(judged), "example:title": "แจ้งครบ" });
  expect(kept.headers.get("location")).toBe(`${at}?done=kept#examples`);
  const list = await text(admin.browser.get(`${at}?example=0`));
  expect(list).toContain("แจ้งครบ");
  expect(list).toContain("ตรงตามที่ควร");
  expect(list).toContain('value="สมใจ"');
  const seen = /name="seen" value="(\d+)"/.exec(list)?.[1] ?? "";
  expect((await admin.browser.post(`${at}/remove`, { seen, at: "0" })).headers.get("location")).toContain(
    "done=removed",
  );
  expect(await text(admin.browser.get(at))).not.toContain("แจ้งครบ");
});

test("answers that are refused are kept as ones to refuse, and a stale page keeps none and loses none", async () => {
  const at = await drafted();
  const judged = await admin.browser.post(at, { seen: "" });
  expect(judged.status).toBe(422);
  const page = await text(judged);
  const fields = { seen: "", "example:seen": revision(page), "example:title": "ลืมตอบ" };
  expect((await admin.browser.post(`${at}/keep`, fields)).status).toBe(303);
  expect(await text(admin.browser.get(at))).toContain("ควรถูกทัก");
  const late = await admin.browser.post(`${at}/keep`, { ...fields, seen: "พิมพ์ไว้", "example:title": "ช้า" });
  expect(late.status).toBe(409);
  const told = await text(late);
  expect(told).toContain("มีผู้อื่นบันทึกฉบับร่างนี้เมื่อครู่");
  expect(told).toContain('value="พิมพ์ไว้"');
  expect(told).toContain('value="ช้า"');
});

test("examples that no longer fit are told before publishing, with their question, and need a tick", async () => {
  const at = await drafted();
  const good = { seen: "เสาไฟ" };
  const judged = await text(admin.browser.post(at, good));
  await admin.browser.post(`${at}/keep`, {
    ...good,
    "example:seen": revision(judged),
    "example:title": "สั้น",
  });
  const service = at.replace("/try", "");
  const field = { labelTh: "สิ่งที่พบ", required: "1", min: "20", max: "40", match: "all" };
  const seenOn = async (path: string) => {
    const page = await text(admin.browser.get(path));
    return /name="seen" value="(\d+)"/.exec(page)?.[1] ?? "";
  };
  const saved = await admin.browser.post(`${service}/form/seen`, {
    ...{ ...field, seen: await seenOn(`${service}/form/seen`) },
  });
  expect(saved.status).toBe(303);
  const page = await text(admin.browser.get(`${service}/versions`));
  expect(page).toContain("สั้น: สิ่งที่พบ");
  const seen = await seenOn(`${service}/versions`);
  const refused = await admin.browser.post(`${service}/publish`, { seen });
  expect(refused.status).toBe(409);
  expect(await text(refused)).toContain("ติ๊กว่าดูแล้ว");
  const done = await admin.browser.post(`${service}/publish`, { seen, despite: "1" });
  expect(done.headers.get("location")).toContain("published=2");
});
