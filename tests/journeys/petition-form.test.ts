import { PDFDocument } from "pdf-lib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveContact, type KeptContact } from "../../server/identity/store/contact.ts";
import { findPersonByNumber } from "../../server/identity/store/person.ts";
import { parseCitizenId } from "../../server/kernel/citizen-id.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { register, signIn, unlock } from "../support/citizen-walk.ts";
import { asSuperuser } from "../support/citizens.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import { wholeForm } from "../support/filled-form.ts";
import { openTown, plainService, type Town } from "../support/municipality.ts";
import { somebody, type Typist } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let browser: Browser;
let town: Town;
let phone: BrowserContext;
let page: Page;
let typist: Typist;
let jpeg: Buffer;
let pdf: Buffer;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  town = await openTown(product.ports);
  const paper = await PDFDocument.create();
  paper.addPage();
  [jpeg, pdf] = [Buffer.from(await drawnJpeg(2400, 1800)), Buffer.from(await paper.save())];
  typist = somebody();
  phone = await openPhone(browser);
  await phone.grantPermissions(["geolocation"], { origin: product.phone(1) });
  await phone.setGeolocation({ latitude: 13.7563, longitude: 100.5018 });
  page = await phone.newPage();
  await signIn(product, page, 1, "/liff/register");
  await register(product, page, typist);
  await join(typist.citizenId);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** What joining e-Service leaves behind, for somebody whose number is known. */
async function join(number: string): Promise<void> {
  const id = parseCitizenId(number);
  const { ports } = product;
  await ports.db.as({ kind: "gate" }, async (tx) => {
    const person = id.ok ? await findPersonByNumber(ports, tx, id.value) : null;
    if (!person) throw new Error("nobody of that number");
    const now = ports.clock.now();
    const address = { line: "1", subdistrict: "100101", district: "1001", province: "10", postcode: "10200" };
    await saveContact(ports, tx, person, {
      ...{ prefix: "นาย", email: "somjai@mail.example", pendingEmail: null, address },
      ...{ emailProvenAt: now, termsVersion: "2569-11", termsAcceptedAt: now, savedAt: now },
    } as unknown as KeptContact);
  });
}

/** Begins a petition of a fresh service with the whole form; answers the draft's address. */
async function begin(on: Page = page): Promise<string> {
  const { slug } = await town.serviceOf(plainService({ form: wholeForm, ends: "decision" }));
  await on.goto(`${product.phone(1)}/liff/e-service/${town.slug}/${slug}`);
  await on.getByRole("button", { name: "เริ่มยื่นคำร้อง" }).click();
  await on.getByLabel("ชื่อร้าน").waitFor();
  return on.url();
}

/** Types what is no file and no place. */
async function fillRest(on: Page): Promise<void> {
  await on.getByLabel("ชื่อร้าน").fill("ครัวป้านิด");
  await on.getByLabel("ใช่", { exact: true }).check();
  await on.locator("[id='opens.day']").selectOption("5");
  await on.locator("[id='opens.month']").selectOption("12");
  await on.locator("[id='opens.year']").fill("๒๕๖๙");
  await on.getByLabel("พื้นที่ร้าน").fill("24.5");
  await on.getByLabel("เครื่องดื่ม").check();
  await on.locator("[id='at.line']").fill("99/1 ถนนประตูเมือง");
  await on.getByLabel("ข้อความข้างต้นเป็นความจริง").check();
}

const papers = (on: Page) => on.locator("[id='papers.new']");
const saved = () => page.getByText("บันทึกแล้ว").waitFor();

async function fitsAndReads(on: Page): Promise<void> {
  await on.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const width of [320, 390, 1280]) {
    await on.setViewportSize({ width, height: 844 });
    await expect
      .poll(() => on.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
    expect(await axeFaults(on, wcag)).toEqual([]);
  }
  await on.setViewportSize({ width: 390, height: 844 });
}

test("a phone fills a form with a condition, a group, a place and files cut off in the middle, and sends it", async () => {
  await begin();
  await fitsAndReads(page);
  const lease = page.getByLabel("เลขที่สัญญาเช่า");
  expect(await lease.isVisible()).toBe(false);
  await page.getByLabel("ไม่ใช่", { exact: true }).check();
  await lease.waitFor();
  await fillRest(page);
  await lease.waitFor({ state: "hidden" });
  await page.locator("[id='at.province']").selectOption("10");
  await page.locator("[id='at.district'] option").nth(5).waitFor({ state: "attached" });
  await page.locator("[id='at.district']").selectOption("1033");
  await page.locator("[id='at.subdistrict'] option").nth(1).waitFor({ state: "attached" });
  await page.locator("[id='at.subdistrict']").selectOption({ label: "คลองตัน" });
  await expect.poll(() => page.locator("[id='at.postcode']").inputValue()).toBe("10110");
  await page.getByRole("button", { name: "เพิ่มผู้ร่วมกิจการ" }).click();
  await page.locator("[id='partners.0.partner']").fill("คนแรก");
  await page.getByRole("button", { name: "เพิ่มผู้ร่วมกิจการ" }).click();
  await page.locator("[id='partners.1.partner']").fill("สมชาย");
  await page.getByRole("button", { name: "เอาผู้ร่วมกิจการ 1 ออก" }).click();
  expect(await page.locator("[id='partners.0.partner']").inputValue()).toBe("สมชาย");
  await page.getByRole("button", { name: "ใช้ตำแหน่งของฉัน" }).click();
  await expect.poll(() => page.locator("[id='spot.latitude']").inputValue()).toBe("13.756300");
  await page.getByRole("button", { name: "เลือกจุดบนแผนที่" }).click();
  await page.locator(".leaflet-tile-loaded").first().waitFor();
  await page.locator(".map").click({ position: { x: 60, y: 60 } });
  await expect.poll(() => page.locator("[id='spot.latitude']").inputValue()).not.toBe("13.756300");
  await sendFilesWithACut();
  expect(await page.getByLabel("ชื่อร้าน").inputValue()).toBe("ครัวป้านิด");
  await fitsAndReads(page);
  await page.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await page.getByRole("heading", { name: "ตรวจสอบก่อนส่ง" }).waitFor();
  const review = await page.locator("main").innerText();
  for (const said of [
    "ครัวป้านิด",
    "5 ธ.ค. 2569",
    "แขวงคลองตัน เขตคลองเตย",
    "สมชาย",
    "24.5",
    "ถือว่าหน่วยงานได้รับ",
  ]) {
    expect(review).toContain(said);
  }
  expect(review).not.toContain("คนแรก");
  await fitsAndReads(page);
  await page.getByRole("button", { name: "ส่งคำร้อง" }).click();
  await page.getByRole("heading", { name: /^\d{4}-\d{6}-\w{2}$/ }).waitFor();
  await fitsAndReads(page);
});

/** A paper at once, and a picture whose pieces do not come through until the page was loaded again. */
async function sendFilesWithACut(): Promise<void> {
  await papers(page).setInputFiles({ name: "สัญญา.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.getByRole("link", { name: "สัญญา.pdf" }).waitFor();
  const wrong = {
    name: "รูป.jpg",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("MZ no picture"),
  };
  await papers(page).setInputFiles(wrong);
  await page.getByText("ไฟล์นี้ไม่ใช่รูป").first().waitFor();
  const pieces = /\/uploads\/[0-9a-f-]+\/\d+$/;
  await page.route(pieces, (route) => route.abort("internetdisconnected"));
  await papers(page).setInputFiles({ name: "ทะเบียนบ้าน.jpg", mimeType: "image/jpeg", buffer: jpeg });
  await page.getByText("รอสัญญาณอินเทอร์เน็ต").first().waitFor();
  await page.reload();
  await page.getByText("รอสัญญาณอินเทอร์เน็ต").first().waitFor();
  await page.unroute(pieces);
  await page.getByRole("link", { name: "ทะเบียนบ้าน.jpg" }).waitFor();
  const address = await page.getByRole("link", { name: "ทะเบียนบ้าน.jpg" }).getAttribute("href");
  const kept = await page.evaluate(async (path) => {
    const answer = await fetch(path ?? "");
    return [answer.status, answer.headers.get("content-type")];
  }, address);
  expect(kept).toEqual([200, "image/jpeg"]);
  const previews = (name: string) =>
    page.locator("li.file", { hasText: name }).locator(".file-preview").count();
  expect([await previews("ทะเบียนบ้าน.jpg"), await previews("สัญญา.pdf")]).toEqual([1, 0]);
  await saved();
}

test("two windows on one draft: the second is told, and nothing that was typed is lost", async () => {
  const address = await begin();
  const second = await phone.newPage();
  await second.goto(address);
  await page.getByLabel("ชื่อร้าน").fill("จากหน้าต่างแรก");
  await saved();
  await expect.poll(() => page.locator("input[name=seen]").inputValue(), { timeout: 10_000 }).toBe("2");
  await second.getByLabel("ชื่อร้าน").fill("จากหน้าต่างที่สอง");
  await second.getByText("แบบคำร้องนี้ถูกบันทึกจากอีกหน้าหนึ่ง").waitFor();
  expect(await axeFaults(second, wcag)).toEqual([]);
  await second.getByRole("button", { name: "ใช้ที่พิมพ์ในหน้านี้" }).click();
  await second.getByText("บันทึกแล้ว").waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel("ชื่อร้าน").inputValue()).toBe("จากหน้าต่างที่สอง");
  await second.close();
});

test("a page that was locked while somebody typed is opened again with what they typed", async () => {
  const draft = await begin();
  await page.getByLabel("ชื่อร้าน").fill("ครัวก่อนล็อก");
  await saved();
  const sql = asSuperuser(product);
  await sql`update session set unlocked_at = unlocked_at - interval '3 hours',
    last_used_at = last_used_at - interval '3 hours'`;
  await sql.end();
  await page.getByLabel("ชื่อร้าน").fill("ครัวหลังล็อก");
  await page.getByLabel("พื้นที่ร้าน").fill("31.5");
  await page.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await unlock(page, typist.pin);
  await page.waitForURL(draft);
  await expect.poll(() => page.getByLabel("ชื่อร้าน").inputValue()).toBe("ครัวหลังล็อก");
  expect(await page.getByLabel("พื้นที่ร้าน").inputValue()).toBe("31.5");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("without scripts the same form is filled by its buttons, files among it", async () => {
  const address = await begin();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await phone.storageState(),
    viewport: { width: 390, height: 844 },
  });
  context.setDefaultTimeout(15_000);
  const bare = await context.newPage();
  await bare.goto(address);
  await bare.getByLabel("ไม่ใช่", { exact: true }).check();
  await bare.getByRole("button", { name: "ต่อไป" }).click();
  await bare.getByLabel("เลขที่สัญญาเช่า").fill("12/2569");
  await fillRest(bare);
  await bare.getByLabel("ไม่ใช่", { exact: true }).check();
  await bare.locator("[id='at.province']").selectOption("10");
  await bare.getByRole("button", { name: "ต่อไป" }).click();
  await bare.locator("[id='at.district']").selectOption("1033");
  await bare.getByRole("button", { name: "ต่อไป" }).click();
  await bare.locator("[id='at.subdistrict']").selectOption({ label: "คลองตัน" });
  await bare.locator("[id='at.postcode']").fill("10110");
  await bare.getByRole("button", { name: "เพิ่มผู้ร่วมกิจการ" }).click();
  await bare.locator("[id='partners.0.partner']").fill("สมหญิง");
  await bare.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await bare.getByRole("link", { name: /จุดบนแผนที่/ }).waitFor();
  expect(await bare.locator(".summary li").count()).toBe(2);
  await bare.locator("[id='spot.latitude']").fill("13.7563");
  await bare.locator("[id='spot.longitude']").fill("100.5018");
  await papers(bare).setInputFiles({ name: "สัญญา.pdf", mimeType: "application/pdf", buffer: pdf });
  await bare.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await bare.getByRole("heading", { name: "ตรวจสอบก่อนส่ง" }).waitFor();
  expect(await bare.locator("main").innerText()).toContain("สมหญิง");
  await bare.getByRole("button", { name: "ส่งคำร้อง" }).click();
  await bare.getByText("ส่งคำร้องแล้ว").first().waitFor();
  await context.close();
});

test("where no map comes, a landmark in words alone is enough", async () => {
  const definition = plainService();
  const fields = definition.form.fields.map((field) =>
    field.type === "map_point" ? { ...field, required: true } : field,
  );
  const { slug } = await town.serviceOf({ ...definition, form: { ...definition.form, fields } });
  await page.goto(`${product.phone(1)}/liff/e-service/${town.slug}/${slug}`);
  await page.getByRole("button", { name: "เริ่มยื่นคำร้อง" }).click();
  await page.getByLabel("จุดที่เสีย").fill("เสาต้นที่สอง");
  const tiles = (await page.locator("[data-map]").getAttribute("data-tiles")) ?? "";
  const piece = new RegExp(tiles.split("{")[0]?.replace(/[.?]/g, "\\$&") ?? "");
  await page.route(piece, (route) => route.abort("internetdisconnected"));
  await page.getByRole("button", { name: "เลือกจุดบนแผนที่" }).click();
  await page.getByText("เปิดแผนที่ไม่ได้").waitFor();
  await page.unroute(piece);
  await page.getByLabel("หรือพิมพ์ที่อยู่ / จุดสังเกต").fill("หน้าวัดใหม่ หมู่ 3");
  await saved();
  await fitsAndReads(page);
  await page.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await page.getByRole("heading", { name: "ตรวจสอบก่อนส่ง" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("หน้าวัดใหม่ หมู่ 3");
  await page.getByRole("button", { name: "ส่งคำร้อง" }).click();
  await page.getByRole("heading", { name: /^\d{4}-\d{6}-\w{2}$/ }).waitFor();
});

test("anybody reads the catalogue before joining, and comes back to the service after signing in", async () => {
  const context = await openPhone(browser);
  const stranger = await context.newPage();
  await stranger.goto(`${product.origin}/liff/e-service`);
  await stranger.getByLabel("ค้นหาชื่อ").fill("บ้านประตู");
  await stranger.getByRole("button", { name: "ค้นหา" }).click();
  await stranger.getByRole("link", { name: /บ้านประตู/ }).click();
  await fitsAndReads(stranger);
  await stranger.getByLabel("ค้นหาบริการ").fill("ไฟฟ้า");
  await stranger.getByRole("button", { name: "ค้นหา" }).click();
  await stranger.getByRole("link", { name: /ไฟฟ้าสาธารณะ/ }).click();
  await stranger.getByText("ระยะเวลา").waitFor();
  await fitsAndReads(stranger);
  await context.close();
});
