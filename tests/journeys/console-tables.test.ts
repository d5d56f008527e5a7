import postgres from "postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonName } from "../../server/kernel/person-name.ts";
import type { Staff } from "../../server/kernel/actor.ts";
import { bareStaff } from "../support/bare-staff.ts";
import { openBrowser } from "../support/browser.ts";
import { layConsoleObjects, type ObjectOf } from "../support/console-objects.ts";
import { screenLink } from "../support/console-link.ts";
import { generalCare, haemodialysis } from "../support/facilities.ts";
import { memoryFiles } from "../support/files.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { layPerson, layVisit, type LaidPerson, type LaidVisit } from "../support/lay-visits.ts";
import { testPictures } from "../support/pictures.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let browser: Browser;
let all: postgres.Sql;
let page: Page;
let inspector: Inspector;
let objectOf: ObjectOf;
let crowd: LaidPerson;

/** Names as long as they come, with no place to break but between the two. */
const longNames = {
  firstName: "กุลธิดาพรรณวรางคณารัตน์" as PersonName,
  lastName: "ณ กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา" as PersonName,
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  all = postgres(product.database.superuserUrl, { max: 1, onnotice: () => {} });
  const { ports, seeded } = product;
  const agencyId = seeded.facilities[0]!.agencyId;
  const staff: Staff = { kind: "staff", staffId: ports.random.uuid(), agencyId, level: "facility_admin" };
  objectOf = await layConsoleObjects(
    { ports: { ...ports, pictures: testPictures, files: memoryFiles() } },
    all,
    staff,
  );
  crowd = await layPerson(ports, longNames);
  await layCrowd(agencyId);
  await bareStaff(ports, { agencyId, state: "active", ...longNames });
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(15_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  inspector = inspect(page);
  await page.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await all.end();
  await product.stop();
});

/** More visits than a page holds, of every status, at one facility. */
async function layCrowd(agencyId: string): Promise<void> {
  const { ports } = product;
  const now = ports.clock.now().getTime();
  const states: readonly Partial<LaidVisit>[] = [
    { codeStatus: "cancelled", cancelReason: "บันทึกผิดคน" },
    { visitStatus: "draft" },
    { visitStatus: "cancelled" },
    { codeStatus: "cancelled", hn: "HN-0000000000000001" },
  ];
  for (let made = 0; made < 60; made += 1) {
    await layVisit(ports, all, {
      agencyId,
      person: crowd,
      at: new Date(now - (made % 6) * 24 * 60 * 60_000),
      services: made % 2 ? [generalCare, haemodialysis] : [generalCare],
      ...states[made % states.length],
    });
  }
}

async function look(path: string): Promise<void> {
  await page.goto(`${product.origin}/console${path}`);
  expect(new URL(page.url()).pathname).toBe(`/console${path}`);
  await inspector.look(path);
}

/** What is wrong, but for a card agent that does not run on the machine of the tests. */
const found = () => inspector.found().filter((fault) => !fault.includes("ERR_CONNECTION_REFUSED"));

test.each([
  "/counter",
  "/arrivals",
  "/visits",
  "/history",
  "/codes/check",
  "/qr",
  "/slips",
  "/slips/enter",
  "/relations",
  "/reports/claims",
  "/reports/reconciliation",
  "/dashboard",
  "/people",
  "/systems",
  "/looks",
  "/ready",
  "/account",
])("the page %s is crowded and fits every width", async (path) => {
  await look(path);
  expect(found()).toEqual([]);
});

test.each([
  "/visits/:visitId",
  "/visits/:visitId/cancel",
  "/counter/:visitId",
  "/printed/:qrId",
  "/slips/:blockId/print",
  "/systems/webhooks/:endpointId",
])("what %s leads to fits every width", async (path) => {
  await look(path.replace(/:(\w+)/, (_all, parameter: string) => objectOf(path, parameter) ?? ""));
  expect(found()).toEqual([]);
});

test("a list that was judged, an empty search and a refused one fit every width", async () => {
  await page.goto(`${product.origin}/console/reports/reconciliation`);
  await page.getByRole("link", { name: "ดูผล" }).click();
  await page.locator("a[href*='.xlsx']").first().waitFor();
  await inspector.look("a list that was judged");
  await page.goto(`${product.origin}/console/visits?from=2020-01-01&until=2020-01-02`);
  await inspector.look("an empty search");
  await page.fill("#from", "31/02/2569");
  await page.keyboard.press("Enter");
  await page.locator(".summary").waitFor();
  await inspector.look("a refused search");
  expect(found()).toEqual([]);
});

test("a draft that two clerks wrote shows what differs at every width, and is written over by keyboard", async () => {
  const path = `${product.origin}/console/counter/${objectOf("/visits/:visitId", "visitId") ?? ""}`;
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(path);
  for (const [tab, hn] of [
    [other, "HN-0000000000000002"],
    [page, "HN-0000000000000003"],
  ] as const) {
    await tab.fill("#mobile", "0997775858");
    await tab.fill("#hn", hn);
    await tab.getByRole("button", { name: "บันทึก(ร่าง)" }).click();
    await tab.locator(".banner").first().waitFor();
  }
  await other.close();
  await inspector.look("a draft that somebody else changed");
  expect(found()).toEqual([]);
  await tabTo("บันทึกของฉันทับ (ร่าง)");
  await page.keyboard.press("Enter");
  await page.getByText("บันทึกร่างแล้ว").waitFor();
  expect(await page.locator("#hn").inputValue()).toBe("HN-0000000000000003");
});

test("a person's history, here and elsewhere, fits every width and is paged by keyboard", async () => {
  await page.goto(`${product.origin}/console/history`);
  await page.fill("#citizenId", crowd.citizenId);
  await page.keyboard.press("Enter");
  await page.locator("tbody tr").first().waitFor();
  await inspector.look("history of one");
  expect(found()).toEqual([]);
});

test("a clerk turns the pages of a search, and turns the order, by keyboard alone", async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${product.origin}/console/visits`);
  const first = await page.locator("tbody tr").allTextContents();
  await tabTo("ถัดไป");
  await page.keyboard.press("Enter");
  await page.waitForURL(/after=/);
  expect(await page.locator("tbody tr").allTextContents()).not.toEqual(first);
  await tabTo("ก่อนหน้า");
  await page.keyboard.press("Enter");
  await page.waitForURL(/before=/);
  expect(await page.locator("tbody tr").allTextContents()).toEqual(first);
  await tabTo("เก่าสุดก่อน");
  await page.keyboard.press("Enter");
  await page.waitForURL(/order=earliest/);
  expect(await page.locator("th[aria-sort=ascending]").count()).toBe(1);
});

/** Presses Tab until the focus is on what says this. */
async function tabTo(text: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent.trim());
    if (focused === text) return;
  }
  throw new Error(`no Tab leads to “${text}”`);
}
