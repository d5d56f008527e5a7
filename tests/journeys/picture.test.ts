import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { y4m } from "../../scripts/clips/y4m.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import { layPerson } from "../support/lay-visits.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

let product: Product;
let browser: Browser;
let folder: string;
let clerk: Page;
let registrar: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-picture-"));
  const clip = join(folder, "face.y4m");
  const grey = {
    width: 640,
    height: 480,
    values: Float32Array.from({ length: 640 * 480 }, (_, at) => at % 251),
  };
  await writeFile(clip, y4m([grey, grey], 10));
  [product, browser] = await Promise.all([startProduct(), openBrowser({ clip })]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  clerk = await signedInStaff(product, browser, "manee");
  registrar = await signedInStaff(product, browser, "rattana");
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true });
});

/** The desk of somebody whose number is typed. */
async function deskOf(citizenId: string): Promise<void> {
  await clerk.goto(`${product.origin}/console/counter`);
  await clerk.locator("#citizenId").fill(citizenId);
  await clerk.getByRole("button", { name: "ค้นหา" }).click();
  await clerk.locator("#picture").waitFor();
}

async function fillVisit(): Promise<void> {
  await clerk.locator("#mobile").fill("0997775858");
  await clerk.locator("#time").fill("00:01");
  await clerk.locator("input[name=services]").first().check();
}

test("a clerk takes a picture with the camera, retakes it, and the codes come; the registrar opens it with a reason", async () => {
  const person = await layPerson(product.ports);
  await deskOf(person.citizenId);
  const camera = clerk.locator("#take-picture");
  expect(await camera.innerText()).toBe("เปิดกล้อง");
  await camera.click();
  await clerk.locator("#picture-video").waitFor();
  await clerk.getByRole("button", { name: "ถ่ายรูป" }).click();
  await clerk.locator("#picture-shown").waitFor();
  await clerk.getByRole("button", { name: "ถ่ายใหม่" }).click();
  await clerk.getByRole("button", { name: "ถ่ายรูป" }).click();
  await clerk.locator("#picture-shown").waitFor();
  expect(await axeFaults(clerk, wcag)).toEqual([]);
  await fillVisit();
  await clerk.locator("button[value=confirm]").click();
  await clerk.getByText("ออกรหัสแล้ว").first().waitFor();
  const shown = await clerk.locator("main").innerText();
  expect(shown).toContain("เก็บรูปไว้แล้ว");
  const code = /PP \d{4} \d{3} \d{3}/.exec(shown)?.[0] ?? "";
  await openAsRegistrar(code);
});

async function openAsRegistrar(code: string): Promise<void> {
  await registrar.goto(`${product.origin}/console/pictures`);
  expect(await axeFaults(registrar, wcag)).toEqual([]);
  const today = new Intl.DateTimeFormat("th-TH-u-ca-buddhist", {
    ...{ day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Bangkok" },
  }).format(product.ports.clock.now());
  await registrar.locator("#day").fill(today);
  await registrar.locator("#hcode").fill("99001");
  await registrar.locator("#code").fill(code);
  await registrar.locator("#reason").fill("ตรวจสอบการเบิกจ่าย");
  await registrar.keyboard.press("Enter");
  const picture = registrar.locator(".watched img");
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  expect(await axeFaults(registrar, wcag)).toEqual([]);
}

test("a file that is no picture is told at its field; a picture chosen instead goes with what was typed", async () => {
  const person = await layPerson(product.ports);
  await deskOf(person.citizenId);
  await fillVisit();
  const wrong = {
    name: "face.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("MZ\u0090 no picture at all"),
  };
  await clerk.locator("#picture").setInputFiles(wrong);
  await clerk.locator("button[value=confirm]").click();
  await clerk.getByText("ไฟล์นี้ไม่ใช่รูป").first().waitFor();
  expect(await clerk.locator("#mobile").inputValue()).toBe("0997775858");
  expect(await axeFaults(clerk, wcag)).toEqual([]);
  const buffer = Buffer.from(await drawnJpeg(900, 700));
  await clerk.locator("#picture").setInputFiles({ name: "face.jpg", mimeType: "image/jpeg", buffer });
  await clerk.locator("#picture-shown").waitFor();
  await clerk.locator("button[value=draft]").click();
  await clerk.getByText("บันทึกร่างแล้ว").waitFor();
  expect(await axeFaults(clerk, wcag)).toEqual([]);
  const [kept] = await Promise.all([
    clerk.waitForEvent("popup"),
    clerk.getByRole("link", { name: "ดูรูปที่เก็บไว้" }).click(),
  ]);
  await kept.waitForLoadState();
  expect(await kept.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
  await kept.close();
  await clerk.locator("button[value=confirm]").click();
  await clerk.getByText("ออกรหัสแล้ว").first().waitFor();
});

test("without scripts the way by number and picture works with the file input alone", async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await clerk.context().storageState(),
  });
  const page = await context.newPage();
  const person = await layPerson(product.ports);
  await page.goto(`${product.origin}/console/counter`);
  await page.locator("#citizenId").fill(person.citizenId);
  await page.getByRole("button", { name: "ค้นหา" }).click();
  expect(await page.locator("#take-picture").isVisible()).toBe(false);
  const buffer = Buffer.from(await drawnJpeg());
  await page.locator("#picture").setInputFiles({ name: "face.jpg", mimeType: "image/jpeg", buffer });
  await page.locator("#mobile").fill("0997775858");
  await page.locator("#time").fill("00:01");
  await page.locator("input[name=services]").first().check();
  await page.locator("button[value=confirm]").click();
  await page.getByText("ออกรหัสแล้ว").first().waitFor();
  await context.close();
});
