import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeptStaff } from "../../scripts/demo/kept-staff.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import { formatDay, bangkokDay } from "../../server/kernel/thai-date.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { scannedLetter } from "../support/access.ts";
import { openBrowser } from "../support/browser.ts";
import { startProduct, type Product } from "../support/product.ts";
import { goodPassword } from "../support/staff.ts";
import { until } from "../support/until.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const newcomer = {
  firstName: "ชุ่มชื่น",
  lastName: "ที่ปู่น้ำ",
  citizenId: completeCitizenId("199990000990"),
  workPhone: "020001234 ต่อ 5",
  mobile: "081-000-9900",
  email: "chumchuen@banpratu.example",
};

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

async function signIn(
  page: Page,
  username: string,
  password: string,
  code: () => Promise<string>,
): Promise<void> {
  await page.goto(`${product.origin}/console/sign-in`);
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/second-step/);
  await page.locator("input[name=code]").fill(await code());
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /ยอมรับ/ }).click();
}

/** Somebody of the demo, inside the console. */
async function comeIn(username: string): Promise<Page> {
  const page = await newPage();
  const held = (await readKeptStaff(product.dataFolder))[username];
  if (!held?.totp) throw new Error(`the demo has no ${username}`);
  const totp = new TOTP({ secret: Secret.fromBase32(held.totp) });
  await signIn(page, username, held.password, () => Promise.resolve(totp.generate()));
  return page;
}

/** No rule of axe broken and no sideways scroll, on phones and on the console's own width. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const name = `${new URL(page.url()).pathname} at ${width}`;
    expect(await axeFaults(page, wcag), name).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, name).toBeLessThanOrEqual(0);
  }
}

test("an admin asks, the registrar grants, and the clerk comes in by the mail's link as far as the counter", async () => {
  const admin = await comeIn("preecha");
  await admin.getByRole("link", { name: "เจ้าหน้าที่และสิทธิ" }).click();
  await expectSound(admin);
  await admin.getByRole("link", { name: "ขอสิทธิให้เจ้าหน้าที่" }).click();
  await expectSound(admin);
  await admin.getByRole("button", { name: "ตรวจและบันทึก" }).last().click();
  await expectSound(admin);

  await admin.getByLabel("ที่ (เลขที่หนังสือ)").fill("สธ 0032/77");
  await admin.getByLabel("วันที่", { exact: true }).fill(formatDay(bangkokDay(new Date()), "th"));
  await admin.getByLabel("ที่อยู่หน่วยงาน").fill("9 หมู่ 9 ตำบลสมมติ จังหวัดสมมติ 10000");
  await admin.getByLabel("ชื่อผู้บังคับบัญชาที่ลงนาม").fill("สมหญิง ใจงาม");
  await admin.getByLabel("ตำแหน่ง").fill("ผู้อำนวยการโรงพยาบาล");
  await admin.getByLabel("หมายเลขโทรศัพท์หน่วยงาน").fill("020001234");
  for (const [field, text] of Object.entries(newcomer)) await admin.fill(`#j0-${field}`, text);
  await admin.selectOption("#j0-level", "clerk");
  await admin.getByRole("button", { name: "เพิ่มอีกคน" }).click();
  expect(await admin.inputValue("#j0-email")).toBe(newcomer.email);
  expect(await admin.evaluate(() => document.activeElement?.id)).toBe("j1-firstName");
  await expectSound(admin);
  await admin.getByText("ขอรับรองว่าผู้ที่มีรายชื่อ").click();
  await admin.locator("#j0-email").press("Enter");
  await admin.getByText("บันทึกร่างแล้ว").waitFor();
  await expectSound(admin);

  const download = admin.waitForEvent("download");
  await admin.getByRole("link", { name: /ดาวน์โหลดหนังสือ/ }).click();
  expect((await download).suggestedFilename()).toBe("access-99001.pdf");
  const buffer = Buffer.from(scannedLetter);
  await admin.setInputFiles("#scan", { name: "ลงนามแล้ว.pdf", mimeType: "application/pdf", buffer });
  await admin.getByRole("button", { name: "แนบไฟล์" }).click();
  await admin.getByText("แนบไฟล์แล้ว").waitFor();
  await admin.getByRole("button", { name: "ส่งคำขอ" }).click();
  await admin.getByText("ส่งคำขอแล้ว").waitFor();
  await expectSound(admin);

  const registrar = await comeIn("rattana");
  await registrar.getByRole("link", { name: "คำขอสิทธิ" }).click();
  await expectSound(registrar);
  await registrar.goto(`${product.origin}/console/access/people`);
  await registrar.getByLabel("รหัสหน่วยงาน 5 หลัก").fill("99001");
  await registrar.keyboard.press("Enter");
  await registrar.getByText("ปรีชา มั่นคง").waitFor();
  await expectSound(registrar);
  await registrar.goto(`${product.origin}/console/access`);
  await registrar.getByRole("link", { name: "พิจารณา" }).click();
  await expectSound(registrar);
  await registrar.getByLabel("ไม่ให้สิทธิ", { exact: true }).check();
  await registrar.getByRole("button", { name: "บันทึกผล" }).click();
  await registrar.getByRole("link", { name: /กรอกเหตุผลที่ไม่ให้สิทธิ/ }).waitFor();
  await expectSound(registrar);
  await registrar.getByLabel("ให้สิทธิ", { exact: true }).check();
  await registrar.getByRole("button", { name: "บันทึกผล" }).click();
  await registrar.getByText("คำขอนี้พิจารณาครบแล้ว").waitFor();
  await expectSound(registrar);

  const mail = await until("the invitation", () =>
    Promise.resolve(product.simulator.mails(newcomer.email).at(0) ?? null),
  );
  const [, path = ""] = /(\/console\/set-password\/[\w-]+)/.exec(mail.text) ?? [];
  const clerk = await newPage();
  await clerk.goto(`${product.origin}${path}`);
  await clerk.locator("input[name=password]").fill(goodPassword);
  await clerk.keyboard.press("Enter");
  await clerk.waitForURL(/sign-in/);
  await signIn(clerk, "chumchuen", goodPassword, async () => {
    const secret = /[A-Z2-7]{4}( [A-Z2-7]{4}){3,}/.exec(await clerk.locator("main").innerText())?.[0] ?? "";
    return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate();
  });
  await clerk.waitForURL(/console\/counter/);
  expect(await clerk.locator("h1").innerText()).toBe("ตรวจสอบและยืนยันการเข้ารับบริการ");

  await admin.goto(`${product.origin}/console/people`);
  const row = admin.getByRole("row", { name: /ชุ่มชื่น ที่ปู่น้ำ chumchuen/ });
  expect(await row.innerText()).toContain("ใช้งานได้");
  await row.getByRole("link", { name: "สิ้นสุดสิทธิ" }).click();
  await expectSound(admin);
  await admin.getByLabel("พ้นหน้าที่หรือย้าย").check();
  await admin.getByRole("button", { name: "ยืนยันสิ้นสุดสิทธิ" }).click();
  await admin.getByText("สิทธิสิ้นสุดแล้ว และออกจากระบบทุกเครื่อง").waitFor();
  await clerk.reload();
  expect(new URL(clerk.url()).pathname).toBe("/console/sign-in");
}, 120_000);
