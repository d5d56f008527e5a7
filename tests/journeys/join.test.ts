import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { otpFor, press } from "../support/citizen-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { until } from "../support/until.ts";
import { joiner } from "../support/web-joiner.ts";

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const me = joiner({ firstName: "บัวผัน", lastName: "ศรีสุข", email: "buaphan@example.com" });
const secondPassword = "ดอกบัวบานริมคลอง 2570";
const widths = [320, 390, 1280];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Nothing is cut off and axe finds nothing, on a small phone, a phone and a desk. */
async function fits(what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${what} at ${width}`).toBeLessThanOrEqual(0);
    expect(await axeFaults(page, wcag), `${what} at ${width}`).toEqual([]);
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${what}-${width}.png`, fullPage: true });
  }
}

/** The way in the newest mail of that subject to me. */
function linkIn(subject: string): Promise<string> {
  return until(`the mail "${subject}"`, () => {
    const mail = product.simulator.mails(me.email).findLast((each) => each.subject.includes(subject));
    return /https?:\/\/\S+\/liff\/\S+/.exec(mail?.text ?? "")?.[0] ?? null;
  });
}

test("the entry page offers LINE, the number with a password, and joining", async () => {
  await page.goto(`${product.origin}/liff/welcome`);
  await page.getByRole("link", { name: "ไม่มี LINE ลงทะเบียนที่นี่" }).waitFor({ state: "visible" });
  await fits("entry");
  await page.getByRole("link", { name: "ไม่มี LINE ลงทะเบียนที่นี่" }).click();
});

test("joins on a PC: terms, form with the address in steps, and the OTP from the phone", async () => {
  await press(page, "ตกลง");
  await page.getByText("กรุณาแก้ไขตามนี้").waitFor();
  await fits("terms");
  await page.getByLabel("ข้าพเจ้ายอมรับเงื่อนไข").check();
  await press(page, "ตกลง");
  await page.getByLabel("เลขประจำตัวประชาชน").fill(me.citizenId);
  await page.getByLabel("คำนำหน้า").fill(me.prefix);
  await page.getByLabel("ชื่อ", { exact: true }).fill(me.firstName);
  await page.getByLabel("นามสกุล", { exact: true }).fill(me.lastName);
  await page.locator("#birthYear").fill("2498");
  await page.getByLabel("หมายเลขโทรศัพท์").fill(me.phone);
  await page.getByLabel("อีเมลของคุณเอง").fill("buaphan");
  await press(page, "ถัดไป");
  await page.getByText("กรุณาแก้ไขตามนี้").waitFor();
  await fits("form");
  await page.getByLabel("อีเมลของคุณเอง").fill(me.email);
  await page.locator('[id="address.line"]').fill("12 หมู่ 3");
  await page.locator('[id="address.province"]').selectOption({ label: "เชียงใหม่" });
  await page.locator('[id="address.district"] option', { hasText: "สันทราย" }).waitFor({ state: "attached" });
  await page.locator('[id="address.district"]').selectOption({ label: "สันทราย" });
  await page
    .locator('[id="address.subdistrict"] option', { hasText: "หนองหาร" })
    .waitFor({ state: "attached" });
  await page.locator('[id="address.subdistrict"]').selectOption({ label: "หนองหาร" });
  expect(await page.locator('[id="address.postcode"]').inputValue()).toBe("50290");
  await page.locator("#password").fill(me.password);
  await page.locator("#again").fill(me.password);
  const seen = product.simulator.sms(me.phone).length;
  await press(page, "ถัดไป");
  await page.getByLabel("กรอกรหัส OTP จาก SMS").waitFor();
  await fits("otp");
  await page.getByLabel("กรอกรหัส OTP จาก SMS").fill(await otpFor(product, me.phone, seen));
  await press(page, "ยืนยัน");
  await page.getByRole("heading", { name: "ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์" }).waitFor();
  await fits("welcome");
});

test("proves the e-mail by its link, which looking at does not use up", async () => {
  const link = await linkIn("ยืนยันอีเมล");
  await page.goto(link);
  await page.goto(link);
  await fits("prove");
  await press(page, "ยืนยันอีเมล");
  await page.getByRole("heading", { name: "ดำเนินการสำเร็จ" }).waitFor();
  await page.getByRole("link", { name: "ไปที่บริการประชาชนออนไลน์" }).click();
  await page.getByText("ยังไม่ได้ยืนยันตัวตน").first().waitFor();
  expect(await page.getByText("ส่งลิงก์อีกครั้ง").count()).toBe(0);
});

test("signs out, and in again by the number and the password", async () => {
  await page.goto(`${product.origin}/liff/account`);
  await fits("account");
  await press(page, "ออกจากระบบ");
  await page.goto(`${product.origin}/liff/password`);
  await fits("sign-in");
  await page.getByLabel("เลขประจำตัวประชาชน อีเมล หรือโทรศัพท์").fill(me.citizenId);
  await page.locator("#password").fill("ไม่ใช่รหัสผ่านนี้แน่นอน");
  await press(page, "เข้าสู่ระบบ");
  await page.getByText("กรุณาแก้ไขตามนี้").waitFor();
  await page.locator("#password").fill(me.password);
  await press(page, "เข้าสู่ระบบ");
  await page.getByRole("heading", { name: "ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์" }).waitFor();
});

test("changes the address, the password given again", async () => {
  await page.goto(`${product.origin}/liff/account/contact`);
  await fits("contact");
  await page.locator('[id="address.line"]').fill("99/1 หมู่ 3");
  await page.locator("#proof").fill(me.password);
  await press(page, "บันทึก");
  await page.getByText("บันทึกที่อยู่และอีเมลแล้ว").first().waitFor();
});

test("loses the password, and sets another by the mail", async () => {
  await page.goto(`${product.origin}/liff/forgot`);
  await fits("forgot");
  await page.getByLabel("อีเมลที่ลงทะเบียน").fill(me.email);
  await press(page, "ถัดไป");
  await page.getByText("จดหมายขยะ").first().waitFor();
  await fits("sent");
  await page.goto(await linkIn("แจ้งเปลี่ยนรหัสผ่าน"));
  await fits("new-password");
  await page.locator("#password").fill(secondPassword);
  await page.locator("#again").fill(secondPassword);
  await press(page, "ถัดไป");
  await page.getByRole("heading", { name: "ดำเนินการสำเร็จ" }).waitFor();
  await page.goto(`${product.origin}/liff/welcome`);
  await page.getByRole("link", { name: "เข้าสู่ระบบด้วยเลขประจำตัวประชาชน" }).click();
  await page.getByLabel("เลขประจำตัวประชาชน อีเมล หรือโทรศัพท์").fill(me.email);
  await page.locator("#password").fill(secondPassword);
  await press(page, "เข้าสู่ระบบ");
  await page.getByRole("heading", { name: "ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์" }).waitFor();
});
