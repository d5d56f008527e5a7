import type { Page } from "playwright-core";
import type { Product } from "./product.ts";
import type { Typist } from "./people.ts";
import { until } from "./until.ts";

/** Presses the page's primary button of these words and waits for the page that follows. */
export async function press(page: Page, words: string): Promise<void> {
  await Promise.all([
    page.waitForLoadState("load"),
    page.getByRole("button", { name: words, exact: true }).click(),
  ]);
}

/** The six digits of the newest SMS to a phone that is not among those seen before. */
export async function otpFor(product: Product, phone: string, seen: number): Promise<string> {
  return until(`an SMS to ${phone}`, () => {
    const texts = product.simulator.sms(phone);
    const text = texts.length > seen ? texts.at(-1)?.text : undefined;
    return /(?<!\d)\d{6}(?!\d)/.exec(text ?? "")?.[0] ?? null;
  });
}

/** Walks a new citizen through the nine screens, as a person presses them; ends on "ลงทะเบียนสำเร็จ". */
export async function register(
  product: Product,
  page: Page,
  phoneName: string,
  typist: Typist,
): Promise<void> {
  await page.goto(`${product.phone(Number(phoneName.replace("phone", "")))}/liff/home`);
  await page.getByRole("button", { name: "ยอมรับ", exact: true }).waitFor();
  await press(page, "ยอมรับ");
  await page.getByLabel("หมายเลขบัตรประจำตัวประชาชน").fill(typist.citizenId);
  await press(page, "ถัดไป");
  await page.getByLabel("ชื่อ", { exact: true }).fill(typist.firstName);
  await page.getByLabel("นามสกุล", { exact: true }).fill(typist.lastName);
  await press(page, "ถัดไป");
  await page.locator("#birthDay").selectOption(typist.birth.day);
  await page.locator("#birthMonth").selectOption(typist.birth.month);
  await page.locator("#birthYear").fill(typist.birth.year);
  await page.getByLabel("เลขหลังบัตรประจำตัวประชาชน").fill(typist.laserCode);
  await press(page, "ถัดไป");
  await page.getByLabel("กรอกรหัสผ่าน 6 หลัก").fill(typist.pin);
  await press(page, "ถัดไป");
  await page.getByLabel("กรอกรหัสผ่านอีกครั้งเพื่อยืนยัน").fill(typist.pin);
  await press(page, "ยืนยัน");
  await page.getByLabel("หมายเลขโทรศัพท์").fill(typist.phone);
  await press(page, "ถัดไป");
  const seen = product.simulator.sms(typist.phone).length;
  await press(page, "ขอรับรหัส OTP");
  await page.getByLabel("กรอกรหัส OTP จาก SMS").fill(await otpFor(product, typist.phone, seen));
  await press(page, "ยืนยัน");
  await page.getByText("ลงทะเบียนสำเร็จ").first().waitFor();
}

/** Unlocks with the PIN where the page asks for it. */
export async function unlock(page: Page, pin: string): Promise<void> {
  await page.getByLabel("กรอกรหัสผ่าน").fill(pin);
  await press(page, "ถัดไป");
}
