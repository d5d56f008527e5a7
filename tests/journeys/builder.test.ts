import { writeFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { openBrowser } from "../support/browser.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

let product: Product;
let browser: Browser;
let page: Page;
let inspector: Inspector;
let service = "";

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  page = await signedInStaff(product, browser, "somchai", { reducedMotion: "reduce" });
  inspector = inspect(page);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const open = (path: string) => page.goto(`${product.origin}${path}`);
const press = (name: string | RegExp, role: "button" | "link" = "button") =>
  Promise.all([
    page.waitForEvent("load"),
    page.getByRole(role, { name, exact: typeof name === "string" }).click(),
  ]);

/** Adds a question as an officer does: its type by a card, then what it asks. */
async function ask(type: string, label: string, more: () => Promise<void> = async () => {}): Promise<void> {
  const cards = page.locator("#add");
  if ((await cards.getAttribute("open")) === null) await cards.locator("summary").click();
  await Promise.all([
    page.waitForEvent("load"),
    page.locator(".type-card", { has: page.getByText(type, { exact: true }) }).click(),
  ]);
  await page.fill("#labelTh", label);
  await more();
  await press("บันทึกและเพิ่มข้อต่อไป");
}

test("a service from nothing is set up by clicks alone, tried, and put in use", async () => {
  await open("/console/services");
  await inspector.look("services");
  await press("สร้างบริการใหม่", "link");
  await press("สร้างและทำแบบฟอร์ม");
  await inspector.look("new service, refused");
  await page.fill("#nameTh", "ขอยืมเต็นท์และโต๊ะเก้าอี้");
  await press("สร้างและทำแบบฟอร์ม");
  service = new URL(page.url()).pathname.replace("/form", "");
  await inspector.look("form, empty");

  await ask("ข้อความสั้น", "ชื่องาน");
  await ask("เลือกหนึ่งข้อ", "ยืมอะไร", () => page.fill("#optionsTh", "เต็นท์\nโต๊ะและเก้าอี้\nทั้งสองอย่าง"));
  await ask("ตัวเลข", "กี่หลัง", async () => {
    await inspector.look("question with a condition");
    await page
      .getByRole("combobox", { name: "คำถาม", exact: true })
      .first()
      .selectOption({ label: "ยืมอะไร" });
    await page.getByRole("combobox", { name: "คำตอบ", exact: true }).first().selectOption({ label: "เต็นท์" });
  });
  await ask("วันที่", "วันที่ใช้", () => page.getByLabel("วันนี้หรือข้างหน้า").check());
  await ask("เบอร์โทรศัพท์", "เบอร์ที่ติดต่อได้");
  await ask("ที่อยู่", "สถานที่จัดงาน");
  await ask("แนบไฟล์", "สำเนาบัตรประชาชน");
  await ask("ถ่ายรูป", "ภาพสถานที่");
  expect(await page.locator(".field-list > .field-card").count()).toBe(8);
  await page.getByText("แสดงเมื่อ “ยืมอะไร” เท่ากับ “เต็นท์”").waitFor();
  await inspector.look("form of eight questions");

  await page.getByRole("link", { name: "ข้อมูลบริการ" }).click();
  await page.fill("#summaryTh", "ยืมของเทศบาลไปใช้ในงานบุญและงานชุมชน");
  await press("บันทึก");
  await inspector.look("about");
  await page.getByRole("link", { name: "เวลาและเงื่อนไข" }).click();
  await page.fill("#days", "๓");
  await press("บันทึก");
  await inspector.look("rules");
  await page.getByRole("link", { name: "เอกสารที่ออก", exact: true }).last().click();
  await press("เพิ่มแบบเอกสาร", "link");
  await page.fill("#titleTh", "หนังสืออนุญาตให้ยืม");
  await page.fill("#text", "อนุญาตให้ ");
  await page.getByRole("button", { name: "ชื่อผู้ยื่น" }).click();
  await page.locator("[data-lines]").getByText("นางสาวสมหญิง ใจดี").waitFor();
  await inspector.look("a document");
  await press("บันทึก");
  await inspector.look("documents");

  await page.getByRole("link", { name: "ตรวจและเปิดใช้" }).click();
  await inspector.look("ready to publish");
  await press("เปิดใช้ฉบับนี้");
  await page.getByText("เปิดใช้ฉบับที่ 1 แล้ว").waitFor();
  expect(inspector.found()).toEqual([]);
});

test("the trial judges answers as in earnest and keeps none", async () => {
  await open(`${service}/try`);
  await press("ตรวจคำตอบ");
  await page.getByRole("alert").getByText("ชื่องาน: ข้อนี้จำเป็นต้องตอบ").waitFor();
  await inspector.look("trial, refused");
  await open("/console/services");
  await page.getByRole("link", { name: "แจ้งไฟฟ้าสาธารณะขัดข้อง" }).click();
  await page.getByRole("link", { name: "ลองกรอก" }).click();
  await inspector.look("trial");
  expect(inspector.found()).toEqual([]);
});

test("a question is moved, copied, removed and had back; a version in use stays until the next is published", async () => {
  await open(`${service}/form`);
  expect(await page.locator("#add").count()).toBe(0);
  await press("แก้ไข");
  const labels = () => page.locator(".field-list > .field-card > .field-said > strong").allInnerTexts();
  await press("เลื่อน ชื่องาน ลง");
  expect((await labels()).slice(0, 2)).toEqual(["ยืมอะไร", "ชื่องาน"]);
  // The button that was pressed keeps the focus: it is pressed again from the keyboard.
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  expect((await labels()).slice(0, 3)).toEqual(["ยืมอะไร", "กี่หลัง", "ชื่องาน"]);
  await press("ลบ ยืมอะไร");
  await page.getByText("เงื่อนไขอ้างถึงคำถามที่ถูกลบไปแล้ว").waitFor();
  await inspector.look("a question removed");
  await page.getByRole("link", { name: /ตรวจและเปิดใช้/ }).click();
  await page.getByText("ยังเปิดใช้ไม่ได้ มี 1 จุดที่ต้องแก้").waitFor();
  await inspector.look("not ready to publish");
  await open(`${service}/form`);
  await press("เลิกทำ: ลบ “ยืมอะไร”");
  expect(await labels()).toHaveLength(8);
  await open(`${service}/try`);
  await press("ตรวจคำตอบ");
  await page.getByLabel("ชื่อตัวอย่าง").fill("ลืมตอบทุกข้อ");
  await inspector.look("an example to keep");
  await press("เก็บเป็นตัวอย่าง");
  await page.getByText("เก็บตัวอย่างแล้ว").waitFor();
  await inspector.look("an example kept");
  await open(`${service}/form`);
  await press("ทำสำเนา ชื่องาน");
  await press("บันทึกคำถาม");
  expect(await labels()).toHaveLength(9);
  expect(inspector.found()).toEqual([]);
});

test("what a second editor typed stands on the page, and is saved on the second press", async () => {
  const other = await page.context().newPage();
  await Promise.all([page, other].map((each) => each.goto(`${product.origin}${service}`)));
  await other.fill("#audienceTh", "ชาวตำบลบ้านประตู");
  await other.getByRole("button", { name: "บันทึก", exact: true }).click();
  await other.getByText("บันทึกแล้ว").waitFor();
  await other.close();
  await page.fill("#audienceTh", "ทุกคนในตำบล");
  await press("บันทึก");
  await page.getByText("มีผู้อื่นบันทึกฉบับร่างนี้เมื่อครู่").waitFor();
  await inspector.look("somebody else saved");
  expect(await page.inputValue("#audienceTh")).toBe("ทุกคนในตำบล");
  await press("บันทึก");
  await page.getByText("บันทึกแล้ว").waitFor();
  expect(inspector.found()).toEqual([]);
});

test("a ready-made service is taken in with two presses; a file goes out signed and a forged one is refused", async () => {
  await open("/console/packs");
  await inspector.look("ready-made services");
  await open("/console/packs/sound-permit");
  await inspector.look("a pack before it is taken in");
  await press("นำเข้าเป็นฉบับร่าง");
  await page.getByText("นำเข้าเป็นฉบับร่างแล้ว").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "ดาวน์โหลดเป็นชุดบริการ" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  const folder = await mkdtemp(join(tmpdir(), "pratu-pack-"));
  const send = async (content: string) => {
    const path = join(folder, "pack.json");
    await writeFile(path, content);
    await open("/console/packs");
    await page.setInputFiles("#file", path);
    await press("ตรวจไฟล์");
  };
  await send(text.replace("เครื่องขยายเสียง", "เครื่องเสียง"));
  await page.getByRole("alert").getByText("ไฟล์นี้ถูกแก้หลังลงลายมือชื่อ").waitFor();
  await inspector.look("a forged pack");
  await send(text);
  await page.getByText(/ลงลายมือชื่อโดย เทศบาลตำบลบ้านประตู/).waitFor();
  await inspector.look("a pack that was brought");
  expect(inspector.found()).toEqual([]);
});

test("categories, units and kept replies are looked after", async () => {
  await open("/console/services/categories");
  await page.fill("form.card #nameTh", "งานทะเบียน");
  await press("เพิ่มหมวด");
  await inspector.look("categories");
  await open("/console/services/replies");
  await page.fill("#title", "ขอสำเนาโฉนด");
  await page.fill("#body", "กรุณาแนบสำเนาโฉนดทุกหน้า");
  await press("บันทึก");
  await inspector.look("kept replies");
  await open("/console/local/units");
  await inspector.look("units");
  await page.locator("table a").first().click();
  await page.locator("input[name=staffIds]").first().check();
  await press("บันทึกเจ้าหน้าที่");
  await inspector.look("a unit");
  expect(inspector.found()).toEqual([]);
});
