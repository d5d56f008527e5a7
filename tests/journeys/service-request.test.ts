import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeptStaff } from "../../scripts/demo/kept-staff.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import type { KeptHolding } from "../../server/credentials/store/holding.ts";
import { openBrowser } from "../support/browser.ts";
import { drawnPng } from "../support/drawn-picture.ts";
import { activateKey } from "../support/key-walk.ts";
import { press } from "../support/citizen-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { letterPasswordOfTest, withPassword } from "../support/registering.ts";
import { enterSeat, fits, inMail } from "../support/registration-walk.ts";
import { liveHolder, staffOf } from "../support/seats.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { grantKey } from "../support/test-phone.ts";

const widths = [360, 390, 1280];
const email = "prapa.request@banpratu.example";

let product: Product;
let browser: Browser;
let computer: Page;
let head: Page;
let registrar: Page;
let holding: KeptHolding;
let phone: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const { ports } = product;
  await openDemoAccounts(ports, product.dataFolder, product.seeded);
  const sql = postgres(product.database.superuserUrl, { max: 1 });
  const [seat] = await sql<{ id: string; agency: string }[]>`
    select s.id, s.agency_id as agency from seat s where s."right" = 'recorder' and s.agency_id =
      (select agency_id from staff where username = 'prasit') order by s.user_code limit 1`;
  await sql.end();
  const naming = await staffOf(ports, seat?.agency ?? "", "seat_head");
  holding = await liveHolder(ports, naming, seat?.id ?? "", { email });
  await withPassword(ports, holding.id, { isOwn: true });
  computer = await (await browser.newContext({ locale: "th-TH" })).newPage();
  computer.setDefaultTimeout(15_000);
  phone = await (
    await browser.newContext({ locale: "th-TH", viewport: { width: 390, height: 780 } })
  ).newPage();
  phone.setDefaultTimeout(15_000);
  head = await signedInStaff(product, browser, "prasit");
  registrar = await signedInStaff(product, browser, "kanya");
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Fills the form for one case and sends it. */
async function send(label: string): Promise<void> {
  await computer.goto(`${product.origin}/seat/requests/new`);
  await computer.getByLabel(label).check();
  await computer.getByLabel("รหัสหน่วยเบิกจ่าย").fill("750000800100001");
  await computer.getByLabel("เบอร์โทรศัพท์มือถือ").fill("081 234 5678");
  await computer.getByLabel("หน่วยงานสังกัด").fill("กองคลัง");
  await computer.getByLabel("รหัสผ่านของคุณ").fill(letterPasswordOfTest);
  await press(computer, "ดำเนินการต่อ");
  await computer.getByText("ส่งคำร้องแล้ว").waitFor();
}

/** Fills the same form and keeps it, to be signed another way. */
async function keepFor(way: string, label: string, said = ""): Promise<void> {
  await computer.goto(`${product.origin}/seat/requests/new`);
  await computer.getByLabel(label).check();
  await fillRest(computer, said);
  await computer.getByLabel(way).check();
  await press(computer, "ดำเนินการต่อ");
  await computer.getByText("บันทึกแบบคำร้องแล้ว เหลือลงนาม").waitFor();
}

async function fillRest(page: Page, said: string): Promise<void> {
  if (said !== "") await page.getByLabel("โปรดระบุ", { exact: true }).fill(said);
  await page.getByLabel("รหัสหน่วยเบิกจ่าย").fill("750000800100001");
  await page.getByLabel("เบอร์โทรศัพท์มือถือ").fill("081 234 5678");
  await page.getByLabel("หน่วยงานสังกัด").fill("กองคลัง");
}

/** The head opens the one that waits and signs, with a code that was not used before. */
async function signAsHead(what: string): Promise<void> {
  await head.goto(`${product.origin}/console/tokens/requests`);
  await head.locator("tr", { hasText: "รอหัวหน้าลงนาม" }).first().getByRole("link").click();
  await head.getByRole("heading", { name: "ลงนามในคำร้องนี้" }).waitFor();
  await fits(head, `${what}-head`, widths);
  const held = (await readKeptStaff(product.dataFolder))["prasit"];
  const totp = new TOTP({ secret: Secret.fromBase32(held?.totp ?? "") });
  await head.waitForTimeout(totp.remaining() + 500);
  await head.locator("input[name=proof]").fill(totp.generate());
  await press(head, "ลงนาม");
  await head.getByText("ลงนามแล้ว").first().waitFor();
}

async function grant(what: string): Promise<void> {
  await registrar.goto(`${product.origin}/console/tokens/requests`);
  await fits(registrar, `${what}-queue`, widths);
  await registrar.locator("tr", { hasText: "รอส่วนกลาง" }).getByRole("link").click();
  await registrar.getByRole("heading", { name: "พิจารณา" }).waitFor();
  await fits(registrar, `${what}-decide`, widths);
  await registrar.getByRole("button", { name: "อนุมัติ", exact: true }).click();
  await registrar.getByText("อนุมัติแล้ว และดำเนินการตามคำร้องเรียบร้อย").waitFor();
}

const passwordLink = /ตั้งรหัสผ่านใหม่[\s\S]*?(http\S*\/seat\/set-password\/\S+)/;
const phoneNumber = 3;
const pin = "730948";
const newPassword = "ดอกบัวบานริมคลอง 2570";

test("case 1: a new password is asked for, signed by the head, granted, and its link works", async () => {
  await enterSeat(computer, product.origin, holding.userCode, letterPasswordOfTest);
  await computer.goto(`${product.origin}/seat/requests/new`);
  await fits(computer, "request-new", widths);
  await send("1. ขอ reset รหัสผ่าน/ลืมรหัสผ่าน");
  await fits(computer, "request-sent", widths);
  await signAsHead("case1");
  await grant("case1");
  const link = await inMail(product, email, passwordLink);
  await computer.goto(link);
  expect(await computer.locator("input[name=password]").count()).toBe(1);
}, 180_000);

test("what was typed and chosen is there again after the session ended in the middle", async () => {
  await computer.context().clearCookies();
  await enterSeat(computer, product.origin, holding.userCode, letterPasswordOfTest);
  await computer.goto(`${product.origin}/seat/requests/new`);
  await computer.getByLabel("4. อื่น ๆ (โปรดระบุ)").check();
  await fillRest(computer, "ขั้นตอนที่ 5 ไม่สำเร็จ");
  await computer.context().clearCookies();
  await press(computer, "ดำเนินการต่อ");
  await computer.waitForURL(/seat\/sign-in/);
  await computer.locator("input[name=userCode]").fill(holding.userCode);
  await computer.locator("input[name=password]").fill(letterPasswordOfTest);
  await computer.keyboard.press("Enter");
  await computer.waitForURL(/seat\/requests\/new/);
  await expect.poll(() => computer.getByLabel("4. อื่น ๆ (โปรดระบุ)").isChecked()).toBe(true);
  expect(await computer.getByLabel("โปรดระบุ", { exact: true }).inputValue()).toBe("ขั้นตอนที่ 5 ไม่สำเร็จ");
  expect(await computer.getByLabel("รหัสหน่วยเบิกจ่าย").inputValue()).toBe("750000800100001");
}, 120_000);

test("case 2: another phone is granted, and the way to its key is open", async () => {
  await grantKey(product.ports, holding.id);
  const before = await inMail(product, email, passwordLink);
  await send("2. เปลี่ยนมือถือ");
  await signAsHead("case2");
  await grant("case2");
  await inMail(product, email, /(คำร้องขอใช้บริการ Soft Token ได้รับอนุมัติ)/);
  // A stolen password signs a request; it must not have the key too. The link goes to the registered address.
  await expect.poll(() => inMail(product, email, passwordLink), { timeout: 20_000 }).not.toBe(before);
  await computer.context().clearCookies();
  await computer.goto(await inMail(product, email, passwordLink));
  await computer.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(newPassword);
  await computer.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(newPassword);
  await press(computer, "บันทึกรหัสผ่าน");
  await enterSeat(computer, product.origin, holding.userCode, newPassword);
  await computer.getByRole("heading", { name: "เปิดใช้งาน Soft Token" }).waitFor();
  expect(new URL(computer.url()).pathname).toBe("/seat/activate");
}, 180_000);

/** The PIN under the words of a request that the phone shows. */
async function signOnPhone(): Promise<void> {
  await phone.getByRole("heading", { name: "ลงนามในคำร้อง" }).waitFor();
  await phone.locator("input[name=pin]").fill(pin);
  await press(phone, "ลงนามและส่งคำร้อง");
  await phone.getByText("ส่งคำร้องแล้ว").waitFor();
}

/** The registrar opens the one that was sent last. */
async function openAtOffice(what: string): Promise<void> {
  await registrar.goto(`${product.origin}/console/tokens/requests`);
  await registrar.locator("tr", { hasText: what }).first().getByRole("link").click();
}

test("case 4 is written and signed on the phone, called back about, and talked over in its thread", async () => {
  await activateKey(product, { computer, phone, phoneNumber, pin });
  await phone.goto(`${product.phone(phoneNumber)}/liff/token`);
  await phone.getByRole("link", { name: "คำร้องขอใช้บริการ" }).click();
  await fits(phone, "phone-requests", [360, 390]);
  await phone.getByRole("link", { name: "ยื่นคำร้อง" }).first().click();
  await phone.getByLabel("4. อื่น ๆ (โปรดระบุ)").check();
  await fillRest(phone, "ลงทะเบียนใช้งาน Soft Token ในขั้นตอนที่ 5 ไม่สำเร็จ");
  await fits(phone, "phone-request-new", [360, 390]);
  await press(phone, "ไปลงนาม");
  await phone.getByText("ลงทะเบียนใช้งาน Soft Token ในขั้นตอนที่ 5 ไม่สำเร็จ").waitFor();
  await fits(phone, "phone-request-sign", [360, 390]);
  await signOnPhone();
  await phone.getByLabel("ข้อความ", { exact: true }).fill("โทรได้หลังบ่ายสอง");
  await press(phone, "ส่งข้อความ");
  await phone.getByText("ส่งข้อความแล้ว").waitFor();
  await fits(phone, "phone-request-sent", [360, 390]);
  await openAtOffice("4. อื่น ๆ");
  await registrar.getByText("Soft Token ในโทรศัพท์ และ PIN").waitFor();
  await registrar.getByText("โทรได้หลังบ่ายสอง").waitFor();
  await registrar.getByLabel("เบอร์ที่โทร").fill("081 234 5678");
  await registrar.getByLabel("มีผู้รับสาย", { exact: true }).check();
  await registrar.getByLabel("คุยกับใคร").fill("คุยกับคุณประภา แนะนำวิธีแล้ว");
  await press(registrar, "บันทึกการโทรกลับ");
  await registrar.getByText("มีผู้รับสาย · 081-234-5678").waitFor();
  await registrar.getByLabel("ข้อความ", { exact: true }).fill("ลองเปิดใช้งานอีกครั้งได้เลย");
  await press(registrar, "ส่งข้อความ");
  await registrar.getByText("ส่งข้อความแล้ว").waitFor();
  await fits(registrar, "request-thread", widths);
  await inMail(product, email, /(มีข้อความใหม่ในคำร้องขอใช้บริการ Soft Token)/);
  await phone.reload();
  await phone.getByText("ลองเปิดใช้งานอีกครั้งได้เลย").waitFor();
}, 180_000);

test("case 2 is written at the computer and signed on the phone; the computer's page sees it", async () => {
  await keepFor("ลงนามด้วย Soft Token ในโทรศัพท์", "2. เปลี่ยนมือถือ");
  await fits(computer, "request-unsigned", widths);
  await phone.goto(`${product.phone(phoneNumber)}/liff/token`);
  await phone.getByRole("link", { name: "ลงนามในคำร้อง" }).click();
  await signOnPhone();
  await computer.getByText("ส่งคำร้องแล้ว").waitFor();
  await signAsHead("device");
}, 180_000);

test("holder and head print, sign by hand and attach; a file that is none takes nothing away", async () => {
  await keepFor("พิมพ์ ลงนามด้วยมือ แล้วแนบไฟล์", "1. ขอ reset รหัสผ่าน/ลืมรหัสผ่าน");
  const png = { name: "signed.png", mimeType: "image/png", buffer: Buffer.from(drawnPng()) };
  const file = computer.locator("input[name=paper]");
  await file.setInputFiles({ name: "signed.txt", mimeType: "text/plain", buffer: Buffer.from("no paper") });
  await press(computer, "แนบและส่งคำร้อง");
  await computer.locator(".field.refused input[name=paper]").waitFor();
  await computer.getByText("750000800100001").waitFor();
  await file.setInputFiles(png);
  await press(computer, "แนบและส่งคำร้อง");
  await computer.getByText("ส่งคำร้องแล้ว").waitFor();
  await head.goto(`${product.origin}/console/tokens/requests`);
  await head.locator("tr", { hasText: "1. ขอ reset" }).first().getByRole("link").click();
  await head.locator("input[name=paper]").setInputFiles(png);
  await press(head, "แนบเป็นลายมือชื่อของหัวหน้า");
  await head.getByText("ลงนามแล้ว").first().waitFor();
  await openAtOffice("1. ขอ reset");
  for (const name of ["เปิดแบบที่ผู้ยื่นลงนาม", "เปิดแบบที่หัวหน้าลงนาม"]) {
    const path = await registrar.getByRole("link", { name }).getAttribute("href");
    const opened = await registrar.request.get(`${product.origin}${path ?? ""}`);
    expect(opened.headers()["content-type"]).toBe("image/png");
  }
  await fits(registrar, "request-paper", widths);
}, 180_000);
