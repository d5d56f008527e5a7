import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { screenLink } from "../support/console-link.ts";
import { openBrowser } from "../support/browser.ts";
import { startProduct, type Product } from "../support/product.ts";
import { until } from "../support/until.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** The counter's screen in a tab whose clock stands until it is moved. */
async function openScreen(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${product.origin}${await screenLink(product)}`);
  return page;
}

const shortCode = async (page: Page) => (await page.locator("#screen-code").innerText()).replace(/\D/g, "");
const drawing = (page: Page) => page.locator("#screen-qr path").getAttribute("d");

test("changes QR and number every thirty seconds, with a countdown", async () => {
  const page = await openScreen();
  const [code, qr] = [await shortCode(page), await drawing(page)];
  expect(code).toMatch(/^\d{9}$/);
  await page.route("**/state", (route) => route.abort());
  await page.clock.runFor(30_000);
  expect(await shortCode(page)).not.toBe(code);
  expect((await shortCode(page)).slice(0, 5)).toBe(code.slice(0, 5));
  expect(await drawing(page)).not.toBe(qr);
  expect(await page.locator("#screen-seconds").innerText()).toMatch(/เปลี่ยนใน \d+ วินาที/);
  await page.context().close();
});

test("without network it says so, goes on for ten minutes, then sends people to the printed QR", async () => {
  const page = await openScreen();
  const banner = page.locator("#screen-offline");
  await page.route("**/state", (route) => route.abort());
  await page.clock.runFor(3_000);
  await until("the banner", async () => ((await banner.isVisible()) ? true : null));
  expect(await banner.innerText()).toMatch(/ไม่มีเครือข่าย QR นี้ยังใช้ได้อีก \d+ นาที/);
  expect(await page.locator("#screen-qr").isVisible()).toBe(true);
  await page.clock.runFor(11 * 60_000);
  expect(await banner.innerText()).toContain("กรุณาใช้ QR แบบพิมพ์");
  expect(await page.locator("#screen-qr").isVisible()).toBe(false);
  await page.context().close();
});

test("comes back by itself when the network does", async () => {
  const page = await openScreen();
  await page.route("**/state", (route) => route.abort());
  await page.clock.runFor(11 * 60_000);
  await page.unroute("**/state");
  await page.clock.runFor(4_000);
  await until("the QR again", async () => {
    await page.clock.runFor(1_000);
    return (await page.locator("#screen-qr").isVisible()) ? true : null;
  });
  expect(await page.locator("#screen-offline").isVisible()).toBe(false);
  await page.context().close();
});
