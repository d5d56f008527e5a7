import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { openBrowser } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import {
  chooseAddress,
  decideIdCheck,
  joinInBrowser,
  joinInLine,
  sendIdPicture,
} from "../support/e-service-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { joiner } from "../support/web-joiner.ts";

const town = "banpratu";
const slots = ["card_front", "card_back", "card_with_face"] as const;
const onPhone = joiner({ firstName: "สมใจ", prefix: "นางสาว" });
const atDesk = joiner({ firstName: "บุญช่วย", prefix: "นาย" });
let product: Product;
let browser: Browser;
let phone: Page;
let desktop: Page;
let officer: Page;
let card: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  [phone, desktop] = [await newPage(390), await newPage(1280)];
  officer = await signedInStaff(product, browser, "suda");
  card = { name: "card.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await drawnJpeg(1_600, 1_200)) };
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function newPage(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

const onLine = (path: string) => phone.goto(`${product.phone(1)}${path}`);
const onWeb = (path: string) => desktop.goto(`${product.origin}${path}`);
/** What a page says. */
const said = (page: Page) => page.locator("main").innerText();

test("somebody with a phone and somebody with only a PC register, each asked only for what is missing", async () => {
  product.simulator.openPhone("phone1");
  await product.simulator.follow("phone1");
  await signIn(product, phone, 1, "/liff/register");
  await register(product, phone, onPhone);
  await onLine("/liff/join");
  await joinInLine(phone, onPhone);
  await joinInBrowser(product, desktop, atDesk);
}, 120_000);

test("both send ID pictures; an officer checks them, sends one back once, and both stand higher", async () => {
  await onLine(`/liff/id-check/${town}`);
  for (const slot of slots) await sendIdPicture(phone, slot, card);
  await press(phone, "ส่งให้เจ้าหน้าที่ตรวจ");
  await phone.getByText("กำลังตรวจสอบการยืนยันตัวตน").waitFor();
  await decideIdCheck(product, officer, onPhone, "send_back");
  await phone.reload();
  await phone.getByText("ขอรูปใหม่บางรูป").waitFor();
  await sendIdPicture(phone, "card_back", card);
  await press(phone, "ส่งให้เจ้าหน้าที่ตรวจ");
  await decideIdCheck(product, officer, onPhone, "approve");
  await onWeb(`/liff/id-check/${town}`);
  for (const slot of slots) await sendIdPicture(desktop, slot, card);
  await press(desktop, "ส่งให้เจ้าหน้าที่ตรวจ");
  await decideIdCheck(product, officer, atDesk, "approve");
  await desktop.reload();
  await desktop.getByText("ยืนยันตัวตนแล้ว").first().waitFor();
}, 180_000);

test("an admin takes a pack in, changes its form and puts it in use, and citizens find it", async () => {
  const admin = await signedInStaff(product, browser, "somchai");
  await admin.goto(`${product.origin}/console/packs`);
  await admin
    .locator(".pack-card", { hasText: "ขออนุญาตใช้เครื่องขยายเสียง" })
    .getByRole("link", { name: "ดูก่อนนำเข้า" })
    .click();
  await press(admin, "นำเข้าเป็นฉบับร่าง");
  await admin.getByText("นำเข้าเป็นฉบับร่างแล้ว").waitFor();
  await admin.getByRole("link", { name: "แบบฟอร์ม", exact: true }).click();
  await admin
    .getByRole("link", { name: /^แก้ไข / })
    .first()
    .click();
  await admin.getByLabel("คำถาม", { exact: true }).fill("ชื่องานที่จะจัด");
  await press(admin, "บันทึกคำถาม");
  await admin.getByRole("link", { name: "ตรวจและเปิดใช้" }).click();
  await press(admin, "เปิดใช้ฉบับนี้");
  await onWeb(`/liff/e-service/${town}/sound-permit`);
  expect(await said(desktop)).toContain("เครื่องขยายเสียง");
}, 120_000);

test("both file: a shop that needs a licence, and a lamp that is out", async () => {
  await onLine(`/liff/e-service/${town}/food-shop`);
  await press(phone, "เริ่มยื่นคำร้อง");
  await phone.locator("[name=shop_name]").fill("กาแฟบ้านประตู");
  await phone.getByText("ร้านเครื่องดื่มหรือกาแฟ").click();
  await phone.locator("[name=area]").fill("๔๐");
  await chooseAddress(phone, "shop_address.");
  await phone.getByText("พิมพ์พิกัดเอง").click();
  await phone.locator("[name='place.latitude']").fill("13.7563");
  await phone.locator("[name='place.longitude']").fill("100.5018");
  await phone.locator("[name=opens]").fill("07:00");
  await phone.locator("[name=closes]").fill("17:30");
  await phone.locator("[data-path=cooks]").getByText("ไม่ใช่").click();
  await phone.locator("[data-path=layout] input[type=file]").setInputFiles({ ...card, name: "แผนผัง.jpg" });
  await phone.locator("[data-path=layout]").getByText("แผนผัง").first().waitFor();
  await phone.locator("[data-path=declared_true] input").check();
  await press(phone, "ตรวจสอบก่อนส่ง");
  await press(phone, "ส่งคำร้อง");
  await phone.getByText("สำเร็จ", { exact: true }).first().waitFor();

  await onWeb(`/liff/e-service/${town}/street-light`);
  await press(desktop, "เริ่มยื่นคำร้อง");
  await desktop.getByText("ไฟดับ", { exact: true }).click();
  await desktop.locator("[name=lamps]").fill("1");
  await desktop.getByText("พิมพ์พิกัดเอง").click();
  await desktop.locator("[name='place.latitude']").fill("13.7563");
  await desktop.locator("[name='place.longitude']").fill("100.5018");
  await desktop.locator("[name=landmark]").fill("หน้าวัดประตูแก้ว");
  await press(desktop, "ตรวจสอบก่อนส่ง");
  await press(desktop, "ส่งคำร้อง");
  await desktop.getByText("สำเร็จ", { exact: true }).first().waitFor();
  expect(await said(desktop)).toMatch(/2569-\d{6}-../);
}, 180_000);

/** The officer's page of the petition of a service. */
async function openAtDesk(service: RegExp): Promise<void> {
  await officer.goto(`${product.origin}/console/petitions?view=all&order=newest`);
  await officer.locator("tr", { hasText: service }).locator("[data-row]").first().click();
  await officer.getByText("ขั้นตอนต่อไป").waitFor();
}

/** Presses a step that needs no words. */
async function step(words: string): Promise<void> {
  await officer.getByRole("button", { name: words, exact: true }).first().click();
}

/** Unfolds a step, lets its fields be filled, and takes it. */
async function stepWith(name: string, confirm: string, fill: () => Promise<void>): Promise<void> {
  await officer.locator("summary", { hasText: name }).click();
  await fill();
  await step(confirm);
}

const cards = () => product.simulator.chat("phone1").map(({ message }) => JSON.stringify(message));
const mails = (who: typeof onPhone) => product.simulator.mails(who.email).map(({ subject }) => subject);

test("one is asked for a correction and gives it; both follow the four statuses on their pages", async () => {
  await openAtDesk(/อาหาร/);
  await step("รับเรื่อง");
  await stepWith("ขอให้แก้ไขเอกสาร", "ส่งให้แก้ไข", async () => {
    await officer.locator("input[value=shop_name]").check();
    await officer.locator("#correction_asked-text").fill("ขอชื่อร้านตามป้าย");
  });
  await officer.getByText("หยุดนับวันไว้").first().waitFor();
  await onLine("/liff/petitions");
  await phone.getByText(/อาหาร/).first().click();
  await phone.getByRole("link", { name: "แก้ไขตามที่ขอ" }).click();
  await phone.locator("[name=shop_name]").fill("กาแฟบ้านประตูแก้ว");
  await press(phone, "ส่งการแก้ไข");
  await phone.getByText("ส่งการแก้ไขแล้ว").waitFor();
  expect(await phone.locator(".four-steps [aria-current=step]").innerText()).toContain("เจ้าหน้าที่รับเรื่อง");

  await openAtDesk(/ไฟฟ้า/);
  await step("รับเรื่อง");
  await step("เริ่มดำเนินการ");
  await officer.locator("main input[type=file]").first().setInputFiles(card);
  await step("ส่งรูป");
  await officer.getByText("เก็บรูปแล้ว").waitFor();
  await stepWith("ปิดเรื่องพร้อมผล", "ปิดเรื่อง", async () => {
    await officer.locator("input[value=done]").check();
    await officer.locator("#completed-text").fill("เปลี่ยนหลอดไฟแล้ว");
  });
  await officer.getByText("ปิดเรื่องแล้ว").first().waitFor();
  await expect.poll(() => mails(atDesk).join(" "), { timeout: 20_000 }).toContain("2569-");
}, 180_000);

test("one gets a licence that the public page confirms", async () => {
  await openAtDesk(/อาหาร/);
  await step("เริ่มดำเนินการ");
  await officer.getByRole("link", { name: "ออกเอกสาร" }).first().click();
  await officer.getByRole("link", { name: /^ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร/ }).click();
  await press(officer, "ตรวจก่อนออก");
  await press(officer, "ออกเอกสาร");
  await officer.getByText("ออกเอกสารแล้ว").first().waitFor();
  await onLine("/liff/documents");
  expect(await said(phone)).toContain("ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร");
  const paper = await officer.getByRole("link", { name: "เปิดไฟล์" }).getAttribute("href");
  const pdf = await officer.context().request.get(`${product.origin}${paper ?? ""}`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const check = await officer.getByRole("link", { name: "หน้าตรวจเอกสาร" }).getAttribute("href");
  await onWeb(check ?? "");
  expect(await said(desktop)).toContain("เป็นเอกสารจริงและใช้ได้");
}, 120_000);

test("the other reopens a repair that was not done, and the executive sees it all", async () => {
  await onWeb("/liff/petitions");
  await desktop.getByRole("link", { name: "เสร็จสิ้นแล้ว" }).click();
  await desktop
    .getByText(/ไฟฟ้าสาธารณะ/)
    .first()
    .click();
  await desktop.getByRole("link", { name: "ยังไม่เรียบร้อย" }).click();
  await desktop.getByLabel("ยังขาดอะไร").fill("ไฟยังกะพริบอยู่");
  await press(desktop, "ส่ง และเปิดเรื่องอีกครั้ง");
  await desktop.getByText("เปิดเรื่องอีกครั้งแล้ว").first().waitFor();
  expect(await desktop.locator(".four-steps [aria-current=step]").innerText()).toContain("กำลังดำเนินการ");
  const executive = await signedInStaff(product, browser, "bunmi");
  await executive.goto(`${product.origin}/console/figures`);
  const figures = await said(executive);
  for (const service of ["ไฟฟ้าสาธารณะ", "อาหาร"]) expect(figures).toContain(service);
  await expect.poll(() => cards().join(" "), { timeout: 20_000 }).toContain("2569-");
}, 120_000);
