import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { holderCsv, listedHolder } from "../support/holder-lists.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

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

/** The eleven characters of the codes of the demo's town. */
const agency = "A75XXX00000";

test("the central office sets whom to ask, brings holders from a file, follows who moved, and ticks off an old key", async () => {
  const page = await signedInStaff(product, browser, "kanya");
  await page.goto(`${product.origin}/console/tokens/settings`);
  await page.fill("#phone", "12");
  await page.getByRole("button", { name: "บันทึกช่องทางติดต่อ" }).click();
  await page.getByRole("alert").waitFor();
  await expectSound(page);
  await page.fill("#phone", "0 2000 0199");
  await page.getByRole("button", { name: "บันทึกช่องทางติดต่อ" }).click();
  await page.getByText("บันทึกช่องทางติดต่อแล้ว").waitFor();
  await page.getByRole("link", { name: "0 2000 0199" }).waitFor();
  await expectSound(page);

  const [first, faulty] = [listedHolder({ agency }), listedHolder({ agency, email: "ไม่มี" })];
  await page.goto(`${product.origin}/console/tokens/import`);
  await expectSound(page);
  const buffer = Buffer.from(`\ufeff${holderCsv([first, faulty])}`);
  await page.setInputFiles("#file", { name: "ผู้ถือสิทธิ.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "ส่งไฟล์ตรวจ" }).click();
  await page.getByText("อีเมล: อีเมลไม่ครบหรือมีเครื่องหมายผิด").waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: "นำเข้า 1 รายชื่อ" }).click();
  await expect.poll(() => importState(page), { timeout: 20_000 }).toContain("นำเข้าแล้ว 1");

  await page.goto(`${product.origin}/console/tokens/campaign`);
  await page.getByText(first.userCode).waitFor();
  await expectSound(page);
  await page.getByRole("button", { name: "รับคืนอุปกรณ์แล้ว" }).click();
  await page.getByText("บันทึกการคืนอุปกรณ์แล้ว").waitFor();
  await page.getByRole("button", { name: "ยกเลิกการรับคืน" }).waitFor();
  await page.getByRole("button", { name: "เตือนทุกคนที่ยังไม่ย้าย" }).click();
  await page.getByText("กำลังส่งคำเตือน").waitFor();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "ดาวน์โหลดรายชื่อ" }).click();
  expect((await file).suggestedFilename()).toContain(".xlsx");
}, 120_000);

async function importState(page: Page): Promise<string> {
  await page.reload();
  return page.getByRole("navigation", { name: "เลือกดูตามผลตรวจ" }).innerText();
}

test("the head of the agency sees the own part of the move", async () => {
  const page = await signedInStaff(product, browser, "prasit");
  await page.goto(`${product.origin}/console/seats`);
  await page.getByRole("heading", { name: "การย้ายมาใช้ Soft Token ของหน่วยงาน" }).waitFor();
  await page.getByRole("heading", { name: "ติดต่อสอบถาม" }).waitFor();
  await expectSound(page);
}, 60_000);
