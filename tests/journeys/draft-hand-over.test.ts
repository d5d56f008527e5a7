import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import { joinInLine } from "../support/e-service-walk.ts";
import { somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { joiner } from "../support/web-joiner.ts";

const town = "banpratu";
const owner = joiner({ firstName: "สมใจ", prefix: "นางสาว" });
let product: Product;
let browser: Browser;
let phone: Page;
let officer: Page;
let draft = "";
let number = "";

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  const context = await openPhone(browser);
  context.setDefaultTimeout(30_000);
  phone = await context.newPage();
  await phone.emulateMedia({ reducedMotion: "reduce" });
  officer = await signedInStaff(product, browser, "suda");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const onLine = (path: string) => phone.goto(`${product.phone(1)}${path}`);
const said = (page: Page) => page.locator("main").innerText();
const cards = () => product.simulator.chat("phone1").map(({ message }) => JSON.stringify(message));

/** Types a number where handed drafts are taken up. */
async function takeUp(text: string): Promise<void> {
  await officer.goto(`${product.origin}/console/petitions/new`);
  await officer.getByLabel("เลขส่งต่อ").fill(text);
  await press(officer, "รับเลข");
}

test("somebody begins a petition on the phone with a picture, and the chat offers what was begun", async () => {
  product.simulator.openPhone("phone1");
  await product.simulator.follow("phone1");
  await signIn(product, phone, 1, "/liff/register");
  await register(product, phone, owner);
  await onLine("/liff/join");
  await joinInLine(phone, owner);
  await onLine(`/liff/e-service/${town}/street-light`);
  await press(phone, "เริ่มยื่นคำร้อง");
  await phone.getByText("ไฟดับ", { exact: true }).click();
  await phone.locator("[name=lamps]").fill("1");
  const picture = { name: "เสา.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await drawnJpeg()) };
  await phone.locator("main input[type=file]").first().setInputFiles(picture);
  await phone.locator(".files").getByText("เสา").first().waitFor();
  await phone.getByText(/^บันทึกแล้ว/).waitFor();
  draft = new URL(phone.url()).pathname;
  for (const tapped of [1, 2]) {
    await product.simulator.tapPostback("phone1", { data: "tile=petition", displayText: "ยื่นคำร้อง" });
    const offers = () => cards().filter((card) => card.includes("คำร้องที่ค้างอยู่")).length;
    await expect.poll(offers, { timeout: 20_000 }).toBe(tapped);
  }
  expect(cards().join("\n")).toContain(draft.replace("/liff", ""));
}, 180_000);

test("the form leads to a number to read out; a wrong one is refused at the counter with what to do", async () => {
  await press(phone, "ทำต่อที่เคาน์เตอร์");
  await phone.getByText("เตรียมบัตรประชาชน").waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await press(phone, "ขอเลข");
  const shown = phone.getByRole("img", { name: /เลขส่งต่อ/ });
  await shown.waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);
  number = (await shown.innerText()).replaceAll(/\D/g, "");
  await takeUp(number === "123456" ? "654321" : "123456");
  await officer.getByText("ให้ประชาชนขอเลขใหม่").first().waitFor();
  expect(await axeFaults(officer, wcag)).toEqual([]);
});

test("the officer takes the number, compares the card, and goes on with the citizen's own answers and picture", async () => {
  await takeUp(`${number.slice(0, 3)} ${number.slice(3)}`);
  await officer.getByText(owner.lastName).first().waitFor();
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await officer.getByLabel("เลขประจำตัวประชาชน").fill(somebody().citizenId);
  await press(officer, "เปิดแบบคำร้อง");
  await officer.getByText("ไม่ตรงกับเจ้าของแบบคำร้อง").first().waitFor();
  await officer.getByLabel("เลขประจำตัวประชาชน").fill(owner.citizenId);
  await press(officer, "เปิดแบบคำร้อง");
  await officer.getByText("เสา.jpg").waitFor();
  expect(await officer.locator("[name=lamps]").inputValue()).toBe("1");
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await phone.getByText("เจ้าหน้าที่รับเลขแล้ว").waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);
});

test("what the officer saves the citizen sees, and what the citizen saves meanwhile the officer is told", async () => {
  await officer.locator("[name=landmark]").fill("หน้าวัดประตูแก้ว");
  await press(officer, "บันทึก ยังไม่ยื่น");
  await officer.getByText(/^บันทึกแล้ว/).waitFor();
  await onLine(draft);
  expect(await phone.locator("[name=landmark]").inputValue()).toBe("หน้าวัดประตูแก้ว");
  await phone.locator("[name=pole_number]").fill("บป 12");
  const saved = phone.waitForResponse((answer) => answer.url().endsWith("/save") && answer.ok());
  await phone.locator("[name=pole_number]").blur();
  await saved;
  await officer.locator("[name=landmark]").fill("หน้าวัด ฝั่งตรงข้าม");
  await press(officer, "ยื่นคำร้อง");
  await officer.getByText("ถูกแก้ไขจากโทรศัพท์ของประชาชน").waitFor();
  expect(await officer.locator("[name=landmark]").inputValue()).toBe("หน้าวัด ฝั่งตรงข้าม");
  expect(await axeFaults(officer, wcag)).toEqual([]);
  await officer.getByRole("link", { name: "ดูฉบับของประชาชน" }).click();
  await expect.poll(() => officer.locator("[name=pole_number]").inputValue()).toBe("บป 12");
});

test("the officer files, and the citizen has one petition with its number in LINE; the number is used", async () => {
  await onLine(`${draft}/counter`);
  await officer.getByText("พิมพ์พิกัดเอง").click();
  await officer.locator("[name='place.latitude']").fill("13.7563");
  await officer.locator("[name='place.longitude']").fill("100.5018");
  await press(officer, "ยื่นคำร้อง");
  await officer.getByText("ยื่นคำร้องแทนประชาชนแล้ว").waitFor();
  const page = await said(officer);
  for (const shown of ["เจ้าหน้าที่ยื่นแทนที่เคาน์เตอร์", "บป 12", "เสา.jpg"]) expect(page).toContain(shown);
  await phone.getByText("สำเร็จ", { exact: true }).first().waitFor();
  const filed = /2569-\d{6}-../.exec(await said(phone))?.[0] ?? "no number";
  await expect.poll(() => cards().join("\n"), { timeout: 20_000 }).toContain(filed);
  await onLine("/liff/petitions");
  expect((await said(phone)).split(filed)).toHaveLength(2);
  await takeUp(number);
  await officer.getByText("ให้ประชาชนขอเลขใหม่").first().waitFor();
}, 120_000);

test("a form of pictures too large for one sending, without a script, says what is safe and leads back to it", async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    storageState: await phone.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${product.phone(1)}/liff/e-service/${town}/street-light`);
  await press(plain, "เริ่มยื่นคำร้อง");
  await plain.locator("[name=landmark]").fill("ท้ายซอย 3");
  await press(plain, "ต่อไป");
  const heavy = (name: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.alloc(9_000_000, 1) });
  await plain.locator("input[type=file]").setInputFiles(["1.jpg", "2.jpg", "3.jpg"].map(heavy));
  await press(plain, "ตรวจสอบก่อนส่ง");
  await plain.getByText("แบบคำร้องที่บันทึกไว้ยังอยู่ครบ").waitFor();
  expect(await plain.title()).toContain("ไฟล์ใหญ่เกินไป");
  await plain.getByRole("link", { name: "กลับไปที่แบบคำร้อง" }).click();
  expect(await plain.locator("[name=landmark]").inputValue()).toBe("ท้ายซอย 3");
  await context.close();
}, 60_000);
