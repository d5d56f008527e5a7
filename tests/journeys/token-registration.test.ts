import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import type { KeptHolding } from "../../server/credentials/store/holding.ts";
import { listTakenCodes } from "../../server/credentials/store/seat.ts";
import { parseUserCode } from "../../server/credentials/user-code.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { openBrowser } from "../support/browser.ts";
import { press } from "../support/citizen-walk.ts";
import { drawnPng } from "../support/drawn-picture.ts";
import { startProduct, type Product } from "../support/product.ts";
import { letterPasswordOfTest, withPassword } from "../support/registering.ts";
import { enterSeat, fits, giveData, giveIdentity, inMail } from "../support/registration-walk.ts";
import { seatSomebody } from "../support/seated.ts";
import { namedHolder, staffOf } from "../support/seats.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

let product: Product;
let browser: Browser;
let computer: Page;
let phone: Page;
let registrar: Page;
let head: Staff;
let holder: KeptHolding;
const email = "manee.choojai@town.example";
const password = "ดอกบัวบานริมคลอง 2570";
const widths = [360, 390, 1280];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  const at = async (width: number): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "th-TH" });
    context.setDefaultTimeout(15_000);
    return context;
  };
  computer = await (await at(1280)).newPage();
  phone = await (await at(390)).newPage();
  registrar = await signedInStaff(product, browser, "kanya");
  head = await staffOf(product.ports, product.seeded.town, "seat_head");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function seatOf(userCode: string): Promise<string> {
  const code = parseUserCode(userCode);
  const find = product.ports.db.as({ kind: "gate" }, (tx) => listTakenCodes(tx, code.ok ? [code.value] : []));
  return (await find)[0]?.id ?? "";
}

test("somebody who was named sets a password by the link in the mail and signs in", async () => {
  holder = await namedHolder(product.ports, head, await seatOf("A75XXX000008001"), { email });
  const link = await inMail(product, email, /(https?:\/\/\S+\/seat\/set-password\/\S+)/);
  await computer.goto(link);
  await computer.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(password);
  await computer.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(password);
  await fits(computer, "set-password", widths);
  await press(computer, "บันทึกรหัสผ่าน");
  await computer.getByText("ตั้งรหัสผ่านแล้ว เข้าสู่ระบบได้").waitFor();
  await fits(computer, "sign-in", widths);
  await enterSeat(computer, product.origin, holder.userCode, password);
  await computer.getByRole("link", { name: "ดำเนินการต่อ" }).waitFor();
  await fits(computer, "landing", widths);
});

test("step 1 asks for number, order and consent, and says what is missing", async () => {
  await computer.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await fits(computer, "checklist", widths);
  await computer.getByRole("link", { name: "พร้อมแล้ว เริ่มลงทะเบียน" }).click();
  await press(computer, "ถัดไป");
  await computer.getByText("แนบคำสั่งหรือเอกสารมอบหมายอย่างน้อย 1 ไฟล์").first().waitFor();
  await fits(computer, "identity-faults", widths);
  await loseSession();
  await giveIdentity(computer, holder);
});

/** The session ends while step 1 is typed: it is said, and after signing in the same step has what was typed. */
async function loseSession(): Promise<void> {
  const number = computer.getByLabel("เลขประจำตัวประชาชน 13 หลัก");
  await number.fill("3600");
  await computer.context().clearCookies();
  await press(computer, "ถัดไป");
  await computer.getByText("สิ่งที่เพิ่งกดส่งยังไม่ได้บันทึก").waitFor();
  await fits(computer, "session-over", [390]);
  await enterSeat(computer, product.origin, holder.userCode, password);
  await computer.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await computer.getByRole("link", { name: "พร้อมแล้ว เริ่มลงทะเบียน" }).click();
  expect(await number.inputValue()).toBe("3600");
}

test("the phone proves by the computer's QR, and the computer sees it by itself", async () => {
  await computer.getByRole("img", { name: "QR สำหรับพิสูจน์ตัวตนบนโทรศัพท์" }).waitFor();
  await fits(computer, "proof", widths);
  const way = await computer.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).getAttribute("href");
  await computer.getByRole("link", { name: "ตรวจสอบสถานะ" }).click();
  await computer.getByText("ยังไม่ได้รับผลจากโทรศัพท์").waitFor();
  await phone.goto(`${product.phone(1)}${way ?? ""}`);
  await phone.getByText(holder.userCode).waitFor();
  await fits(phone, "prove", [360, 390]);
  await phone.getByRole("link", { name: "พิสูจน์ด้วยเป๋าตัง" }).click();
  await phone.getByRole("button", { name: "ยินยอมและยืนยันตัวตน" }).click();
  await phone.getByText("ต้องเลือกรายการที่มีคำว่า (จำเป็น) ให้ครบ").waitFor();
  await phone.getByLabel("เลขประจำตัวประชาชน (จำเป็น)").check();
  await phone.getByLabel("ชื่อและนามสกุล (จำเป็น)").check();
  await phone.locator("#pid").fill(holder.facts.citizenId);
  await phone.getByRole("button", { name: "ยินยอมและยืนยันตัวตน" }).click();
  await phone.getByText("ดำเนินการยืนยันบนเป๋าตังสำเร็จ").first().waitFor();
  await fits(phone, "proven", [360, 390]);
  await computer.getByText("ท่านได้ดำเนินการในขั้นตอนการพิสูจน์ตัวตนเสร็จสิ้นแล้ว").waitFor();
  await fits(computer, "proof-done", widths);
});

test("step 3 proves the e-mail by its code, has a last look, and is sent", async () => {
  await computer.getByRole("link", { name: "ถัดไป" }).click();
  await press(computer, "ถัดไป");
  await computer.getByText("อีเมลยังไม่ได้ยืนยัน").first().waitFor();
  await fits(computer, "data-faults", widths);
  await giveData(product, computer, email);
  await fits(computer, "data", widths);
  await press(computer, "ย้อนกลับ");
  await computer.getByText("พิสูจน์ตัวตนด้วยเลขนี้แล้ว จึงแก้ไขไม่ได้").waitFor();
  await computer.locator(".file-change summary").click();
  const instead = { name: "คำสั่งใหม่.png", mimeType: "image/png", buffer: Buffer.from(drawnPng(61, 41)) };
  await computer.getByLabel("ไฟล์ใหม่ที่ใช้แทน").setInputFiles(instead);
  await fits(computer, "identity-again", widths);
  await press(computer, "ใช้ไฟล์ใหม่แทน");
  await computer.getByText("ใช้ไฟล์ใหม่แทนแล้ว").waitFor();
  await press(computer, "ถัดไป");
  await computer.getByText("ยืนยันอีเมลแล้ว").waitFor();
  await press(computer, "ถัดไป");
  await computer.getByRole("heading", { name: "ตรวจสอบข้อมูลอีกครั้ง" }).waitFor();
  await fits(computer, "review", widths);
  await press(computer, "ยืนยันและส่ง");
  await computer.getByText("อีเมลอาจอยู่ในถังขยะหรือจดหมายขยะ").waitFor();
  await fits(computer, "waiting", widths);
});

test("the central office refuses with a reason; it is corrected, sent again and approved", async () => {
  await registrar.goto(`${product.origin}/console/tokens/registrations`);
  await fits(registrar, "queue", [390, 1280]);
  await registrar.getByRole("link", { name: "เปิดดู" }).click();
  await registrar.getByText("ชื่อตรงกัน").waitFor();
  await fits(registrar, "registration", [390, 1280]);
  await registrar.getByLabel("แนบเอกสารไม่ครบ ขาดแบบมอบหมายให้ถือสิทธิ").check();
  await press(registrar, "ไม่อนุมัติ");
  await registrar.getByText("ส่งกลับให้แก้ไขแล้ว").waitFor();
  const reason = await inMail(
    product,
    email,
    /ไม่ได้รับการอนุมัติข้อมูลลงทะเบียน (แนบเอกสารไม่ครบ ขาดแบบมอบหมายให้ถือสิทธิ)/,
  );
  expect(reason).not.toBe("");

  await computer.getByRole("link", { name: "ตรวจสอบผล" }).click();
  await computer.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await computer.getByText(`ชื่อผู้ใช้งาน ${holder.userCode} ไม่ได้รับการอนุมัติ`).waitFor();
  await fits(computer, "refused", widths);
  await computer.getByRole("link", { name: "แก้ไขแล้ว ตรวจและส่งใหม่" }).click();
  await press(computer, "ยืนยันและส่ง");
  await computer.getByRole("heading", { name: "รอการอนุมัติ" }).waitFor();

  await registrar.goto(`${product.origin}/console/tokens/registrations`);
  await registrar.getByRole("link", { name: "เปิดดู" }).click();
  await press(registrar, "อนุมัติ");
  await registrar.getByText("อนุมัติแล้ว แจ้งผล").waitFor();
  await inMail(product, email, /(คุณเป็นผู้ถือสิทธิแล้ว)/);
  await press(computer, "ออกจากระบบ");
  await computer.getByText("ออกจากระบบแล้ว").waitFor();
  await enterSeat(computer, product.origin, holder.userCode, password);
  await computer.waitForURL(/\/seat\/activate/);
});

test("on one phone the QR is a button, ThaID proves, and everything fits at 390", async () => {
  const own = "piti.raksa@town.example";
  const seatId = await seatOf("A75XXX000000101");
  const named = await namedHolder(product.ports, head, seatId, {
    email: own,
    firstName: "ปิติ",
    lastName: "รักษา",
  });
  const link = await inMail(product, own, /(https?:\/\/\S+\/seat\/set-password\/\S+)/);
  const origin = product.phone(1);
  await phone.goto(link.replace(product.origin, origin));
  await phone.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(password);
  await phone.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(password);
  await press(phone, "บันทึกรหัสผ่าน");
  await enterSeat(phone, origin, named.userCode, password);
  await phone.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await phone.getByRole("link", { name: "พร้อมแล้ว เริ่มลงทะเบียน" }).click();
  await giveIdentity(phone, named);
  await phone.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).click();
  await phone.getByRole("link", { name: "พิสูจน์ด้วย ThaID" }).click();
  await phone.getByLabel("เลขประจำตัวประชาชนของ ThaID เครื่องนี้").fill(named.facts.citizenId);
  await phone.getByLabel("ชื่อและนามสกุลใน ThaID").fill("ปิติ รักษา");
  await phone.getByRole("button", { name: "ยินยอม", exact: true }).click();
  await phone.getByText("ดำเนินการยืนยันบน ThaID สำเร็จ").first().waitFor();
  await phone.getByRole("link", { name: "ทำต่อบนโทรศัพท์เครื่องนี้" }).click();
  await phone.getByRole("link", { name: "ถัดไป" }).click();
  await giveData(product, phone, own);
  await press(phone, "ถัดไป");
  await press(phone, "ยืนยันและส่ง");
  await phone.getByRole("heading", { name: "รอการอนุมัติ" }).waitFor();
  await fits(phone, "waiting-phone", [360, 390]);
});

test("a password somebody else made is changed first; it is asked before it is saved, and no takes one back", async () => {
  const seated = await seatSomebody({ ports: product.ports }, { mustChangePassword: true });
  await withPassword(product.ports, seated.holdingId);
  const [name = "", value = ""] = seated.cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  await context.addCookies([
    { name, value, url: product.origin.replace("http:", "https:"), secure: true, httpOnly: true },
  ]);
  const page = await context.newPage();
  await page.goto(`${product.origin}/seat`);
  await page.getByText("กรุณาเปลี่ยน Password ใช้งาน").waitFor();
  await page.getByLabel("รหัสผ่านเดิม").fill(letterPasswordOfTest);
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(password);
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(password);
  await fits(page, "password", widths);
  await page.getByText("บันทึก", { exact: true }).click();
  await page.getByText("ต้องการบันทึกข้อมูล ใช่หรือไม่").waitFor();
  await fits(page, "password-sure", widths);
  await page.getByRole("link", { name: "ยกเลิก" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("password");
  await press(page, "ใช่ บันทึก");
  await page.getByText("กรุณา Login เข้าระบบใหม่").waitFor();
});
