import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyFreePort } from "../../scripts/free-port.ts";
import { openBrowser } from "../support/browser.ts";
import { screenLink } from "../support/console-link.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let browser: Browser;
let page: Page;
let inspector: Inspector;
let key = "";
let secret = "";
let endpoint = "";
let port: number;

beforeAll(async () => {
  [product, browser, port] = await Promise.all([startProduct(), openBrowser(), anyFreePort()]);
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // A page that is still sliding in is thrown out of its transition when its size is changed.
  await page.emulateMedia({ reducedMotion: "reduce" });
  inspector = inspect(page);
  await page.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const open = (path: string) => page.goto(`${product.origin}/console/systems${path}`);
const press = (name: string, role: "button" | "link" = "button") =>
  Promise.all([page.waitForEvent("load"), page.getByRole(role, { name, exact: true }).click()]);

test("a key is made, copied from the one page that shows it, and listed by its beginning alone", async () => {
  await open("");
  await inspector.look("systems, empty");
  await press("ทำกุญแจใหม่", "link");
  await inspector.look("new key");
  await press("ทำกุญแจใหม่");
  await inspector.look("new key, refused");
  await page.fill("#name", "ระบบห้องบัตร โรงพยาบาลสมมติ อาคารผู้ป่วยนอก");
  for (const box of await page.locator("input[name=scopes]").all()) await box.check();
  await press("ทำกุญแจใหม่");
  await inspector.look("key shown");
  key = await page.locator("#secret").innerText();
  await page.getByRole("button", { name: "คัดลอก" }).click();
  await page.getByText("คัดลอกแล้ว").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await press("เก็บไว้แล้ว", "link");
  expect(await page.content()).not.toContain(key);
  await inspector.look("systems, one key");
  await press("เปลี่ยนกุญแจ", "link");
  await inspector.look("rotate");
  await open("");
  await press("เลิกใช้", "link");
  await inspector.look("revoke");
  expect(inspector.found()).toEqual([]);
});

test("an endpoint is added, with its secret on one page", async () => {
  await open("/webhooks/new");
  await inspector.look("new endpoint");
  await press("เพิ่มปลายทาง");
  await inspector.look("new endpoint, refused");
  await page.fill("#url", `http://127.0.0.1:${port}/pratu`);
  await press("เพิ่มปลายทาง");
  await inspector.look("secret shown");
  secret = await page.locator("#secret").innerText();
  await press("เก็บไว้แล้ว", "link");
  endpoint = new URL(page.url()).pathname.replace("/console/systems", "");
  await inspector.look("endpoint, empty");
  expect(inspector.found()).toEqual([]);
});

test("the sample client issues, is told by a webhook that it verifies, and closes", async () => {
  const { citizenId, firstName, lastName, phone } = somebody();
  const service = product.seeded.facilities[0]?.serviceType ?? "";
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["docs/api/client.mjs", citizenId, firstName, lastName, phone, service],
    {
      env: {
        PRATU_URL: product.origin,
        PRATU_KEY: key,
        PRATU_WEBHOOK_SECRET: secret,
        PORT: String(port),
      },
      timeout: 60_000,
    },
  );
  const [, code = ""] = /issued: (PP\d{10})/.exec(stdout) ?? [];
  expect(stdout).toContain(`told: service_code.issued ${code}`);
  expect(stdout).toContain(`told: service_code.closed ${code}`);
  expect(stdout).toMatch(/closed: EP\d{10}/);
});

test("deliveries stand in the console; one is sent again, and the endpoint is paused", async () => {
  const states = async () => {
    await open(endpoint);
    return page.locator("td[data-title=สถานะ]").allInnerTexts();
  };
  await expect.poll(states, { timeout: 15_000 }).toEqual(["ส่งถึงแล้ว", "ส่งถึงแล้ว", "ส่งถึงแล้ว"]);
  await inspector.look("deliveries");
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "ส่งอีกครั้ง" }).first().click(),
  ]);
  await page.getByText("จะส่งอีก 1 ข้อความ").waitFor();
  await press("หยุดพัก");
  await page.getByText("หยุดพักตั้งแต่").waitFor();
  await inspector.look("paused");
  await press("เปลี่ยนความลับ", "link");
  await inspector.look("replace the secret");
  await open(`${endpoint}/events`);
  await page.locator("input[name=events]").last().uncheck();
  await press("บันทึก");
  await page.getByText("เปลี่ยนเหตุการณ์แล้ว").waitFor();
  await open(`${endpoint}/events`);
  await inspector.look("choose events");
  await open(`${endpoint}/end`);
  await inspector.look("end the endpoint");
  expect(inspector.found()).toEqual([]);
});

test("the API is tried on its page: fields from the description, the answer, and the curl line without the key", async () => {
  await open("/try");
  await page.locator("#try:not([hidden])").waitFor();
  await inspector.look("try");
  const { citizenId, firstName, lastName, phone } = somebody();
  await page.selectOption("#operation", "issue");
  await page.fill("#key", key);
  const body = JSON.parse(await page.inputValue("#body")) as Record<string, unknown>;
  expect(Object.keys(body)).toContain("proof");
  const service = product.seeded.facilities[0]?.serviceType;
  const sent = { ...body, citizenId, firstName, lastName, mobile: phone, services: [service] };
  await page.fill("#body", JSON.stringify({ ...sent, proof: { kind: "seen" } }));
  await page.getByRole("button", { name: "ส่งคำขอ" }).click();
  await page.locator("#response-state").getByText("201").waitFor();
  expect(await page.locator("#response").innerText()).toMatch(/"code": "PP\d{10}"/);
  const curl = await page.locator("#curl").innerText();
  expect([curl.includes(key), curl.includes("$PRATU_KEY"), curl.includes(citizenId)]).toEqual([
    false,
    true,
    true,
  ]);
  await inspector.look("tried");
  const named = (await page.locator("#operation option").allInnerTexts()).length;
  expect(named).toBe(10);
  expect(inspector.found()).toEqual([]);
});
