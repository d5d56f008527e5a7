import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { KeptHolding } from "../../server/credentials/store/holding.ts";
import { axeFaults, wcag } from "./axe.ts";
import { press } from "./citizen-walk.ts";
import { drawnPng } from "./drawn-picture.ts";
import type { Product } from "./product.ts";
import { until } from "./until.ts";

/** The newest mail to somebody whose text holds what is looked for; answers the first group of it. */
export function inMail(product: Product, email: string, wanted: RegExp): Promise<string> {
  return until(`a mail to ${email} with ${wanted.source}`, () => {
    const texts = product.simulator.mails(email).map(({ text }) => wanted.exec(text)?.[1] ?? null);
    return texts.findLast((found) => found !== null) ?? null;
  });
}

/** Nothing is cut off and axe finds nothing, at these widths; pictures are kept where SHOTS names a folder. */
export async function fits(page: Page, what: string, widths: readonly number[]): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${what} at ${width}`).toBeLessThanOrEqual(0);
    expect(await axeFaults(page, wcag), `${what} at ${width}`).toEqual([]);
    const folder = process.env["SHOTS"];
    if (folder) await page.screenshot({ path: `${folder}/${what}-${width}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}

/** Signs in with user code and password. */
export async function enterSeat(
  page: Page,
  origin: string,
  userCode: string,
  password: string,
): Promise<void> {
  await page.goto(`${origin}/seat/sign-in`);
  await page.getByLabel("รหัสผู้ใช้งาน").fill(userCode);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
  await press(page, "เข้าสู่ระบบ");
}

/** Step 1, filled in and sent. */
export async function giveIdentity(page: Page, { facts }: Pick<KeptHolding, "facts">): Promise<void> {
  await page.getByLabel("เลขประจำตัวประชาชน 13 หลัก").fill(facts.citizenId);
  const file = { name: "คำสั่ง.png", mimeType: "image/png", buffer: Buffer.from(drawnPng(60, 40)) };
  await page.locator("#files").setInputFiles(file);
  await page.getByLabel("ข้าพเจ้ายอมรับ และได้อ่านข้อความ").check();
  await press(page, "ถัดไป");
}

/** Step 3 up to the last look, the code taken out of the mail. */
export async function giveData(product: Product, page: Page, email: string): Promise<void> {
  // The lists of the address follow each other by a script, which must be there first.
  await page.waitForLoadState("load");
  await page.locator('[id="address.line"]').fill("12 หมู่ 3");
  await page.locator('[id="address.province"]').selectOption({ label: "เชียงใหม่" });
  await page.locator('[id="address.district"] option', { hasText: "สันทราย" }).waitFor({ state: "attached" });
  await page.locator('[id="address.district"]').selectOption({ label: "สันทราย" });
  await page
    .locator('[id="address.subdistrict"] option', { hasText: "หนองหาร" })
    .waitFor({ state: "attached" });
  await page.locator('[id="address.subdistrict"]').selectOption({ label: "หนองหาร" });
  await page.getByLabel("อีเมล").fill(email);
  await page.getByLabel("หมายเลขโทรศัพท์มือถือ").fill("081 234 5678");
  await press(page, "ส่งรหัสยืนยัน");
  await page.getByText(`ส่งรหัส 6 หลักไปที่ ${email} แล้ว`).waitFor();
  const code = await inMail(product, email, /รหัสยืนยัน\D*(\d{6})(?!\d)/);
  await page.getByLabel("รหัสยืนยันจากอีเมล").fill(code);
  await press(page, "ยืนยันรหัส");
  await page.getByText("ยืนยันอีเมลแล้ว").waitFor();
}

/** Step 2 on the phone at hand: ThaID's stand-in says who they are, and the way goes on there. */
export async function proveByThaId(
  page: Page,
  who: { readonly citizenId: string; readonly firstName: string; readonly lastName: string },
): Promise<void> {
  await page.getByRole("link", { name: "พิสูจน์ด้วย ThaID" }).click();
  await page.getByLabel("เลขประจำตัวประชาชนของ ThaID เครื่องนี้").fill(who.citizenId);
  await page.getByLabel("ชื่อและนามสกุลใน ThaID").fill(`${who.firstName} ${who.lastName}`);
  await page.getByRole("button", { name: "ยินยอม", exact: true }).click();
  await page.getByText("ดำเนินการยืนยันบน ThaID สำเร็จ").first().waitFor();
}

/** The password by the link in the mail, then signed in with it: on the page that says where the registration stands. */
export async function enterFirst(
  product: Product,
  page: Page,
  at: {
    readonly origin: string;
    readonly email: string;
    readonly userCode: string;
    readonly password: string;
  },
): Promise<void> {
  const link = await inMail(product, at.email, /(https?:\/\/\S+\/seat\/set-password\/\S+)/);
  await page.goto(link.replace(product.origin, at.origin));
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(at.password);
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(at.password);
  await press(page, "บันทึกรหัสผ่าน");
  await enterSeat(page, at.origin, at.userCode, at.password);
  await page.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await page.getByRole("link", { name: "พร้อมแล้ว เริ่มลงทะเบียน" }).click();
}

/** Step 3 and the last look, sent to the central office. */
export async function giveAndSend(product: Product, page: Page, email: string): Promise<void> {
  await page.getByRole("link", { name: "ถัดไป" }).click();
  await giveData(product, page, email);
  await press(page, "ถัดไป");
  await press(page, "ยืนยันและส่ง");
  await page.getByRole("heading", { name: "รอการอนุมัติ" }).waitFor();
}

/** The first whole sign-in asks for a new password: given, confirmed, and said that one signs in anew. */
export async function changeFirstPassword(page: Page, old: string, fresh: string): Promise<void> {
  await page.getByText("กรุณาเปลี่ยน Password ใช้งาน").waitFor();
  await page.getByLabel("รหัสผ่านเดิม").fill(old);
  await page.getByLabel("รหัสผ่านใหม่", { exact: true }).fill(fresh);
  await page.getByLabel("รหัสผ่านใหม่อีกครั้ง").fill(fresh);
  await page.getByText("บันทึก", { exact: true }).click();
  await page.getByText("ต้องการบันทึกข้อมูล ใช่หรือไม่").waitFor();
  await press(page, "ใช่ บันทึก");
  await page.getByText("กรุณา Login เข้าระบบใหม่").waitFor();
}
