import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTreasuryPortal, type RunningPortal } from "../../scripts/demo/treasury-portal/open.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import { endKeysOfHolding } from "../../server/credentials/store/key-end.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { inspect } from "../support/inspector.ts";
import { startProduct, type Product } from "../support/product.ts";
import { seatSomebody, type Seated } from "../support/seated.ts";

let product: Product;
let browser: Browser;
let portal: RunningPortal;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  portal = await openTreasuryPortal(product.ports, { issuer: product.origin, port: await anyFreePort() });
});
afterAll(async () => {
  await browser.close();
  await portal.close();
  await product.stop();
});

/** Puts the cookie of a session into the browser, as the sign-in at the seat does. */
async function signInAtSeat(context: BrowserContext, seated: Seated): Promise<void> {
  const [name = "", value = ""] = seated.cookie.split("=");
  const host = { domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
  await context.addCookies([{ name, value, ...host }]);
}

/** Comes from the portal to the gate, signs in there, and is back. */
async function enter(page: Page, seated: Seated): Promise<void> {
  await page.goto(portal.origin);
  await page.getByRole("link", { name: "เข้าสู่ระบบด้วย Soft Token" }).click();
  await page.waitForURL(/\/seat\/sign-in\?next=/);
  await signInAtSeat(page.context(), seated);
  const next = new URL(page.url()).searchParams.get("next") ?? "";
  await page.goto(product.origin + next).catch(() => undefined);
  await page.waitForURL(`${portal.origin}/`);
}

test("an approver comes in by Pratu, does what the right gives, is refused the rest, and signs out of both", async () => {
  const approver = await seatSomebody(product, { right: "approver_1" });
  const context = await openPhone(browser, { width: 360, height: 780 });
  const page = await context.newPage();
  const inspector = inspect(page);
  await enter(page, approver);
  await inspector.look("the treasury");
  const facts = await page.locator("dl").innerText();
  expect(facts).toContain(approver.userCode);
  expect(facts).toContain("ผู้อนุมัติเบิกเงิน");
  const row = (name: string) => page.locator("li", { hasText: name }).getByRole("button");
  await row("ขอเบิกเงินจากคลัง").click();
  await page.getByText("ทำรายการแล้ว: อนุมัติ 1").waitFor();
  await row("อนุมัติจ่ายตรง").click();
  await page.getByText("ทำไม่ได้: อนุมัติ 2: อนุมัติจ่ายตรง", { exact: true }).waitFor();
  await page.getByRole("button", { name: "ออกจากระบบ" }).click();
  await page.waitForURL(`${portal.origin}/signed-out`);
  await page.goto(`${portal.origin}/sign-in`);
  expect(new URL(page.url()).pathname).toBe("/seat/sign-in");
  expect(inspector.found()).toEqual([]);
  await context.close();
});

test("a phone that is reported lost puts its holder out of the treasury with the next click", async () => {
  const lost = await seatSomebody(product);
  const context = await openPhone(browser);
  const page = await context.newPage();
  await enter(page, lost);
  await product.ports.db.as({ kind: "gate" }, (tx) =>
    endKeysOfHolding(tx, lost.holdingId, { state: "stopped", reason: "lost", now: new Date() }),
  );
  await page.getByRole("button", { name: "ทำรายการ" }).first().click();
  await page.getByRole("heading", { name: "การเข้าใช้งานสิ้นสุดแล้ว" }).waitFor();
  await context.close();
});

test("the pages on the way read well on a small phone", async () => {
  const context = await openPhone(browser, { width: 360, height: 780 });
  const page = await context.newPage();
  const inspector = inspect(page);
  await signInAtSeat(context, await seatSomebody(product));
  await page.goto(`${product.origin}/openid/authorize?client_id=nobody`);
  await inspector.look("a request of nobody");
  await page.goto(`${product.origin}/openid/logout?client_id=treasury-portal`);
  await inspector.look("signing out");
  await page.getByRole("button", { name: "ออกจากระบบ" }).click();
  await page.getByRole("heading", { name: "ออกจากระบบแล้ว" }).waitFor();
  await inspector.look("signed out");
  expect(inspector.found()).toEqual([]);
  await context.close();
});
