import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveCardAgent, type RunningAgent } from "../../scripts/card-agent/serve.ts";
import { askCode } from "../../server/visits/actions/ask-code.ts";
import { makeTicket } from "../../server/visits/scan-ticket.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { useCardAgent } from "../support/card-reader.ts";
import { screenLink } from "../support/console-link.ts";
import { granted, registered, somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { until } from "../support/until.ts";

let product: Product;
let browser: Browser;
let agent: RunningAgent;
let page: Page;

beforeAll(async () => {
  [product, browser, agent] = await Promise.all([startProduct(), openBrowser(), serveCardAgent(0)]);
  agent.agent.desk.slow = 50;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(15_000);
  await useCardAgent(context, agent, product.origin);
  page = await context.newPage();
  await page.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await agent.close();
  await product.stop();
});

/** Moves by the Tab key until the focus is on what the selector names. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}

async function type(selector: string, text: string): Promise<void> {
  await tabTo(selector);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

test("a clerk serves somebody by card with the keyboard alone, from the reader to the codes", async () => {
  await page.goto(`${product.origin}/console/counter`);
  await page.getByText("พร้อมอ่านบัตร").waitFor();
  expect(await axeFaults(page, wcag)).toEqual([]);
  await tabTo("#read-card");
  await page.keyboard.press("Enter");
  await page.getByText("สมชาย ใจดี").waitFor();
  await type("#mobile", "0997775858");
  await type("#time", "00:01");
  await tabTo("input[name=services]");
  await page.keyboard.press("Space");
  await tabTo("input[name=services]:not(:checked)");
  await page.keyboard.press("Space");
  expect(await axeFaults(page, wcag)).toEqual([]);
  await tabTo("button[value=confirm]");
  await page.keyboard.press("Enter");
  await page.getByText("ออกรหัสแล้ว").first().waitFor();
  expect((await page.locator("main").innerText()).match(/PP \d{4} \d{3} \d{3}/g)).toHaveLength(2);
  expect(await axeFaults(page, wcag)).toEqual([]);
});

test("a draft is found again, changed, and cancelled; the list of visits says so", async () => {
  agent.agent.desk.card = 1;
  await page.goto(`${product.origin}/console/counter`);
  await page.locator("#read-card").click();
  await page.getByText("มะลิ ร่มเย็น").waitFor();
  await page.locator("#mobile").fill("0812345678");
  await page.locator("#time").fill("00:01");
  await page.locator("input[name=services]").first().check();
  await page.locator("button[value=draft]").click();
  await page.getByText("บันทึกร่างแล้ว").waitFor();
  await page.goto(`${product.origin}/console/visits`);
  expect(await axeFaults(page, wcag)).toEqual([]);
  await page
    .getByRole("row", { name: /มะลิ ร่มเย็น/ })
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "ยกเลิก/ลบ" }).click();
  await page.getByRole("button", { name: "ยืนยันการยกเลิก" }).click();
  await page.getByText("ยกเลิกรายการแล้ว").waitFor();
  expect(await axeFaults(page, wcag)).toEqual([]);
});

test.each([
  ["the agent is not running", { stopped: true }, "ไม่พบโปรแกรมอ่านบัตร"],
  ["there is no reader", { readers: 0 }, "ไม่พบเครื่องอ่านบัตร"],
  ["there is no card", { card: null }, "ยังไม่มีบัตรในเครื่องอ่าน"],
  ["the card comes out while it is read", { pullsOut: true }, "ยังไม่มีบัตรในเครื่องอ่าน"],
])("when %s the page says what to do, and the way by number stays open", async (_, trouble, said) => {
  const { desk } = agent.agent;
  const before = { ...desk };
  Object.assign(desk, { card: 0 }, trouble);
  await page.goto(`${product.origin}/console/counter`);
  await page.locator("#read-card").click();
  await page.locator("#card-state", { hasText: said }).waitFor();
  expect(await page.locator("#citizenId").isEnabled()).toBe(true);
  Object.assign(desk, before);
});

test("somebody who asked for a code by QR stands on the counter's live list by themselves", async () => {
  await page.goto(`${product.origin}/console/arrivals`);
  await page.getByText("กำลังรับรายการสด").waitFor();
  const before = await page.locator("#arrivals tbody tr").count();
  const citizen = await registered(product.ports, somebody());
  const [facility] = product.seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const ticket = makeTicket(product.ports.keys.qr, {
    qrId: facility.screenQrId,
    facilityId: facility.agencyId,
    serviceType: facility.serviceType,
    scannedAt: product.ports.clock.now(),
    nonce: product.ports.random.uuid(),
    evidence: "screen",
  });
  await granted(askCode(product.ports, citizen, { ticket, delegationId: null }));
  const rows = page.locator("#arrivals tbody tr");
  await until("the line of who asked", async () => ((await rows.count()) === before + 1 ? true : null));
  expect(await rows.first().innerText()).toContain("สxxxxx");
  expect(await axeFaults(page, wcag)).toEqual([]);
});

test("every table of the console fits a page of 1280 pixels", async () => {
  for (const path of [
    "counter",
    "visits",
    "history",
    "qr",
    "slips",
    "relations",
    "reports/claims",
    "dashboard",
  ]) {
    await page.goto(`${product.origin}/console/${path}`);
    const { wide, room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: innerWidth,
    }));
    expect([path, wide <= room]).toEqual([path, true]);
  }
});
