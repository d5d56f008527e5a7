import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serveCardAgent, type RunningAgent } from "../../scripts/card-agent/serve.ts";
import { cardAgentOrigin } from "../../server/visits/card-reading.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { screenLink } from "../support/console-link.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let browser: Browser;
let agent: RunningAgent;
let page: Page;
/** What was asked of our own server and posted to it since the page was opened. */
const posted: string[] = [];

beforeAll(async () => {
  [product, browser, agent] = await Promise.all([startProduct(), openBrowser(), serveCardAgent(0)]);
  agent.agent.desk.slow = 50;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(15_000);
  // The agent's port is fixed, and another may be listening there on this machine.
  await context.route(`${cardAgentOrigin}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (agent.agent.desk.stopped) return route.abort();
    const answer = await fetch(`http://127.0.0.1:${agent.port}${url.pathname}${url.search}`);
    return route.fulfill({
      status: answer.status,
      headers: { "access-control-allow-origin": product.origin, "content-type": "application/json" },
      body: await answer.text(),
    });
  });
  page = await context.newPage();
  await page.goto(`${product.origin}${await screenLink(product)}`);
  page.on("request", (request) => {
    if (request.method() !== "GET") posted.push(request.url());
  });
});
afterAll(async () => {
  await browser.close();
  await agent.close();
  await product.stop();
});

const line = (id: string) => page.locator(`#ready-${id}`);

test("the checklist turns green by itself once the card program runs", async () => {
  agent.agent.desk.stopped = true;
  await page.goto(`${product.origin}/console/ready`);
  await line("agent").filter({ hasText: "ยังไม่พร้อม" }).waitFor();
  expect(await line("agent").innerText()).toContain("Start Service");
  expect(await axeFaults(page, wcag)).toEqual([]);
  agent.agent.desk.stopped = false;
  await line("agent").filter({ hasText: "พร้อม: โปรแกรมอ่านบัตรตอบแล้ว" }).waitFor();
  await line("reader").filter({ hasText: "พบ " }).waitFor();
  for (const id of ["browser", "screen", "clock", "network"]) {
    await line(id)
      .filter({ hasText: /^พร้อม: / })
      .waitFor();
  }
  expect(await axeFaults(page, wcag)).toEqual([]);
});

test("a reader that was pulled out is told apart from a program that does not run", async () => {
  agent.agent.desk.readers = 0;
  await line("reader").filter({ hasText: "ไม่พบเครื่องอ่านบัตร" }).waitFor();
  expect(await line("agent").innerText()).toContain("ตอบแล้ว");
  agent.agent.desk.readers = 1;
});

test("a test reading shows that a card was read, and sends nothing anywhere", async () => {
  posted.length = 0;
  await page.locator("#ready-read").click();
  await line("test")
    .filter({ hasText: /^พร้อม: อ่านบัตรได้ เลขลงท้าย \d{4}$/ })
    .waitFor();
  agent.agent.desk.card = null;
  await page.locator("#ready-read").click();
  await line("test").filter({ hasText: "ยังไม่มีบัตร" }).waitFor();
  agent.agent.desk.card = 0;
  expect(posted).toEqual([]);
});

test("the tick for the card's PIN stays on this computer", async () => {
  await page.locator("#ready-pin").check();
  await page.reload();
  await page.locator("#ready-pin:checked").waitFor();
});

test("a browser that was told not to reach this machine is told apart from a program that does not run", async () => {
  const blocked = await page.context().newPage();
  await blocked.addInitScript(() => {
    navigator.permissions.query = () => Promise.resolve({ state: "denied" } as PermissionStatus);
  });
  agent.agent.desk.stopped = true;
  await blocked.goto(`${product.origin}/console/ready`);
  await blocked.locator("#ready-agent").filter({ hasText: "อนุญาตการเข้าถึงเครือข่ายในเครื่อง" }).waitFor();
  agent.agent.desk.stopped = false;
  await blocked.close();
});

test("a clock that is an hour slow is told", async () => {
  const wrong = await page.context().newPage();
  await wrong.clock.install({ time: Date.now() - 3_600_000 });
  await wrong.goto(`${product.origin}/console/ready`);
  await wrong.locator("#ready-clock").filter({ hasText: "คลาดไป 60 นาที" }).waitFor();
  await wrong.close();
});
