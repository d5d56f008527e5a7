import type { Frame, Page } from "playwright-core";
import type { Product } from "./product.ts";
import type { Typist } from "./people.ts";
import { until } from "./until.ts";

/** Where a citizen's page is shown: a tab, or the LIFF browser of the simulated phone. */
export type Surface = Page | Frame;

/** Presses the button of these words. */
export async function press(page: Surface, words: string): Promise<void> {
  await page.getByRole("button", { name: words, exact: true }).click();
}

/** Opens a phone's page of the simulator and its chat's newest button, which opens the LIFF browser. */
export async function openLiff(page: Page, words: string): Promise<Frame> {
  await page.getByRole("button", { name: words }).last().click();
  await page.locator("iframe[name=liff]").waitFor();
  const frame = page.frame({ name: "liff" });
  if (!frame) throw new Error("the LIFF browser did not open");
  return frame;
}

/** Signs a phone's user in by LINE Login, in an ordinary tab, and goes on to a page. */
export async function signIn(product: Product, page: Page, phone: number, next: string): Promise<void> {
  await page.goto(`${product.phone(phone)}/liff/browser?next=${encodeURIComponent(next)}`);
  await page.goto(`${page.url()}&login_as=phone${phone}`);
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
export async function register(product: Product, page: Surface, typist: Typist): Promise<void> {
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
export async function unlock(page: Surface, pin: string): Promise<void> {
  await page.getByLabel("กรอกรหัสผ่าน").fill(pin);
  await press(page, "ถัดไป");
}
