import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readKeptStaff } from "../../scripts/demo/kept-staff.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { openBrowser } from "../support/browser.ts";
import { startProduct, type Product } from "../support/product.ts";

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

/** Who stands in the staff pane, by the name on the card. */
async function openPane(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${product.phone(1)}/simulator`);
  await page.getByRole("button", { name: "เจ้าหน้าที่" }).click();
  return page;
}

async function comeIn(pane: Page, name: string): Promise<Page> {
  const card = pane.locator(".staff-card", { hasText: name });
  const held = await card.locator("dd").allInnerTexts();
  const [username = "", password = "", code = ""] = held.map((each) => each.trim());
  const [page] = await Promise.all([pane.waitForEvent("popup"), card.getByRole("link").click()]);
  page.setDefaultTimeout(15_000);
  await page.waitForLoadState();
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/second-step/);
  await page.locator("input[name=code]").fill(code);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /ยอมรับ/ }).click();
  return page;
}

test("whoever tries the demo comes in as a clerk with what the staff pane shows, and as a registrar beside it", async () => {
  const pane = await openPane();
  const [clerk, registrar] = [await comeIn(pane, "มานี ชูใจ"), await comeIn(pane, "รัตนา ใสงาม")];
  await clerk.waitForURL(/console\/counter/);
  expect(await clerk.locator("h1").innerText()).toBe("ตรวจสอบและยืนยันการเข้ารับบริการ");
  await clerk.reload();
  expect(new URL(clerk.url()).pathname).toBe("/console/counter");
  expect(await registrar.locator("nav").getByText("ตรวจสอบและยืนยัน").count()).toBe(0);
});

test("a second start of the demo leaves the accounts as they are", async () => {
  const before = await readKeptStaff(product.dataFolder);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  expect(await readKeptStaff(product.dataFolder)).toEqual(before);
  expect(Object.keys(before)).toHaveLength(17);
});

test("the code on a card is the one of now, again after it has run out", async () => {
  const pane = await openPane();
  const shown = pane.locator(".staff-card .code dd").first();
  const first = await shown.innerText();
  expect(first.trim()).toMatch(/^\d{6}$/);
  await expect.poll(() => shown.innerText(), { timeout: 40_000, interval: 500 }).not.toBe(first);
});
