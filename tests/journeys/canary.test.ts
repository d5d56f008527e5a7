import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openPhone } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { asSuperuser } from "../support/citizens.ts";
import { somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { residueOf, withoutIds } from "../support/residue.ts";
import { until } from "../support/until.ts";

let product: Product;
let browser: Browser;
let sql: postgres.Sql;
/** Values that stand nowhere else, so that a single hit is a leak. */
const canary = somebody({
  firstName: "กระจิบ",
  lastName: "นกน้อยคอแดง",
  laserCode: "JT9182736450",
  pin: "739164",
  phone: "0891837465",
});

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  sql = asSuperuser(product);
});
afterAll(async () => {
  await sql.end();
  await browser.close();
  await product.stop();
});

/** Every spelling in which somebody may write or keep a value. */
function spellings(values: readonly string[]): string[] {
  const dashed = (digits: string) => [
    digits.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, "$1-$2-$3-$4-$5"),
    digits.replace(/^(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3"),
    digits.replace(/^0(\d{9})$/, "66$1"),
    digits.replace(/^0(\d{9})$/, "+66$1"),
    digits.replace(/^([A-Z]{2}\d)(\d{7})(\d{2})$/, "$1-$2-$3"),
  ];
  return [...new Set(values.flatMap((value) => [value, ...dashed(value)]))];
}

test("what a person types in pages and chat stands readable in no log and in no table", async () => {
  const page = await (await openPhone(browser)).newPage();
  await product.simulator.follow("phone1");
  for (const said of [canary.citizenId, `บัตรของฉัน ${canary.laserCode}`, `โทร ${canary.phone}`, canary.pin]) {
    await product.simulator.sendText("phone1", said);
  }
  await signIn(product, page, 1, "/liff/home");
  await register(product, page, canary);
  await page.goto(`${product.phone(1)}/liff/account/pin`);
  await page.locator("#oldPin").fill(canary.pin);
  await page.locator("#newPin").fill("123456");
  await page.locator("#againPin").fill("123456");
  await page.locator("main form button.primary").first().click();
  await page.locator(".summary").waitFor();
  await page.goto(`${product.phone(1)}/liff/account`);
  await press(page, "ออกจากระบบ");
  await until("every event to be answered", async () => {
    const [open] = await sql`select from notice where state in ('waiting', 'claimed') limit 1`;
    return open ? null : true;
  });
  const otps = product.simulator
    .sms(canary.phone)
    .flatMap(({ text }) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? []);
  expect(otps.length).toBeGreaterThan(0);
  const { citizenId, firstName, lastName, laserCode, pin, phone } = canary;
  const log = withoutIds(await readFile(product.logFile, "utf8"));
  const found: string[] = [];
  for (const value of spellings([citizenId, firstName, lastName, laserCode, pin, phone, ...otps])) {
    if (log.includes(value)) found.push(`${value} in the log`);
    for (const where of await residueOf(sql, value)) found.push(`${value} in ${where}`);
  }
  expect(found).toEqual([]);
});

test("the search finds what is there", async () => {
  expect(await residueOf(sql, "โรงพยาบาลบ้านประตู")).toContain("agency.name_th");
  expect(await residueOf(sql, "PG0060001")).toContain("facility_qr.service_type");
  expect(await readFile(product.logFile, "utf8")).toContain("/liff/register/:step");
});
