import ExcelJS from "exceljs";
import postgres from "postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatCitizenId } from "../../server/kernel/citizen-id.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { claimColumns, dayText } from "../../server/visits/claim-sheet.ts";
import { openBrowser } from "../support/browser.ts";
import { screenLink } from "../support/console-link.ts";
import { layPerson, layVisit, type LaidPerson } from "../support/lay-visits.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let browser: Browser;
let all: postgres.Sql;
let page: Page;
let came: LaidPerson;
let forgot: LaidPerson;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  all = postgres(product.database.superuserUrl, { max: 1, onnotice: () => {} });
  const agencyId = product.seeded.facilities[0]!.agencyId;
  came = await layPerson(product.ports);
  forgot = await layPerson(product.ports);
  await layVisit(product.ports, all, { agencyId, person: came, at: product.ports.clock.now(), hn: "007" });
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await all.end();
  await product.stop();
});

const today = () => dayText(bangkokDay(product.ports.clock.now()));

async function saved(click: () => Promise<unknown>): Promise<{ name: string; rows: unknown[][] }> {
  const download = page.waitForEvent("download");
  await click();
  const file = await download;
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await file.path());
  const rows: unknown[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return { name: file.suggestedFilename(), rows };
}

test("exports the day to Excel: searched, confirmed, saved by itself, and the page says it is whole", async () => {
  await page.goto(`${product.origin}/console/reports/claims`);
  await page.fill("#number", came.citizenId);
  await page.getByRole("button", { name: "ค้นหา", exact: true }).click();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.getByRole("link", { name: "ส่งออก Excel" }).click();
  const { name, rows } = await saved(() => page.getByRole("button", { name: "ยืนยัน" }).click());
  expect(name).toBe("รายงานการขอ Authen code.xlsx");
  expect(rows[0]).toEqual(claimColumns);
  expect(rows).toHaveLength(2);
  expect([rows[1]![2], rows[1]![13]]).toEqual([came.citizenId, "007"]);
  await page.getByText("ส่งออกครบแล้ว").waitFor();
});

test("mends an uploaded list: the counter opens with the number, codes are closed, clean rows come back", async () => {
  await page.goto(`${product.origin}/console/reports/reconciliation`);
  const lines = [came, forgot].map(({ citizenId }) => `${citizenId},${today()},PG0060001,007`);
  const buffer = Buffer.from(["เลขบัตร,วันที่,รหัสบริการ,HN", ...lines].join("\n"));
  await page.setInputFiles("#file", { name: "วันนี้.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "ส่งไฟล์ตรวจ" }).click();
  await page.getByRole("button", { name: "ปิดสิทธิ" }).click();
  await page.getByText(/รหัสปิดสิทธิ EP/).waitFor();
  await page.getByRole("button", { name: "ออกรหัสที่เคาน์เตอร์" }).click();
  expect(new URL(page.url()).pathname).toBe("/console/counter/person");
  expect(await page.locator("main").innerText()).toContain(formatCitizenId(forgot.citizenId));
  expect(await page.locator("input[name=services]:checked").inputValue()).toBe("PG0060001");
  expect(await page.locator("input[name=hn]").inputValue()).toBe("007");

  const agencyId = product.seeded.facilities[0]!.agencyId;
  const at = product.ports.clock.now();
  await layVisit(product.ports, all, { agencyId, person: forgot, at });
  await page.goto(`${product.origin}/console/reports/reconciliation`);
  await page.getByRole("link", { name: "ดูผล" }).click();
  await page.getByRole("button", { name: "ตรวจอีกครั้ง" }).click();
  await page.getByRole("button", { name: "ปิดสิทธิ" }).click();
  await page.getByText(/รหัสปิดสิทธิ EP/).waitFor();
  const { name, rows } = await saved(() => page.getByRole("link", { name: /ดาวน์โหลดรายการที่ครบถ้วน/ }).click());
  expect(name).toBe("รายการที่ครบถ้วน.xlsx");
  expect(rows.slice(1).map((cells) => cells[0])).toEqual([came.citizenId, forgot.citizenId]);
});
