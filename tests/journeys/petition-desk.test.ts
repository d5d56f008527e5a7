import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { y4m } from "../../scripts/clips/y4m.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import type { Citizen, SystemActor } from "../../server/kernel/actor.ts";
import { filePetition } from "../../server/petitions/desk/file-petition.ts";
import { takeStep } from "../../server/petitions/desk/take-step.ts";
import { findPetition, type KeptPetition } from "../../server/petitions/store/petition.ts";
import { findServiceOfSlug, findVersion } from "../../server/petitions/store/service.ts";
import { openBrowser } from "../support/browser.ts";
import { drawnPng } from "../support/drawn-picture.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { layPerson } from "../support/lay-visits.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

const administrator: SystemActor = { kind: "system", job: "test" };
let product: Product;
let folder: string;
let browser: Browser;
let all: postgres.Sql;
let page: Page;
let inspector: Inspector;
let agencyId: string;
let citizen: Citizen;
let petition: KeptPetition;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-desk-"));
  const clip = join(folder, "street.y4m");
  const grey = {
    width: 640,
    height: 480,
    values: Float32Array.from({ length: 640 * 480 }, (_, at) => at % 251),
  };
  await writeFile(clip, y4m([grey, grey], 10));
  [product, browser] = await Promise.all([startProduct(), openBrowser({ clip })]);
  all = postgres(product.database.superuserUrl, { max: 1, onnotice: () => {} });
  const [town] = await all`select agency_id from local_setting where slug = 'banpratu'`;
  agencyId = String(town?.["agency_id"]);
  const person = await layPerson(product.ports);
  citizen = { kind: "citizen", channel: "c", lineUserId: "U1", personId: person.id, unlocked: true };
  petition = await filed("food-shop");
  await filed("street-light");
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  page = await signedInStaff(product, browser, "malee");
  // The officer works in every unit of the town.
  await all`insert into staff_unit select u.agency_id, s.id, u.id from unit u join staff s on s.agency_id = u.agency_id
    where s.username = 'malee' on conflict do nothing`;
  inspector = inspect(page);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await all.end();
  await product.stop();
  await rm(folder, { recursive: true });
});

function filed(slug: string): Promise<KeptPetition> {
  const { ports } = product;
  return ports.db.as(citizen, async (tx) => {
    const service = await findServiceOfSlug(tx, agencyId, slug);
    const version = service?.version ? await findVersion(tx, agencyId, service.id, service.version) : null;
    if (!service || !version) throw new Error(`the demo's town has no ${slug}`);
    const filing = {
      personId: citizen.personId,
      service,
      version: version.version,
      definition: version.definition,
    };
    const requestKey = ports.random.uuid();
    return filePetition(ports, tx, citizen, {
      ...filing,
      answers: {},
      via: "line",
      wantsPaper: false,
      requestKey,
    });
  });
}

const now = () => product.ports.db.as(administrator, (tx) => findPetition(tx, agencyId, petition.id));

/** Presses keys one after the other, and waits for the page that the last one brings. */
async function pressOn(...keys: readonly string[]): Promise<void> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press(keys.at(-1) ?? "")]);
}

test("an officer opens a petition by keyboard, receives it and asks for a correction", async () => {
  await page.goto(`${product.origin}/console/petitions?view=unit&order=newest`);
  await page.locator("[data-row]").first().waitFor();
  await inspector.look("queue");
  await page.keyboard.press("?");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await pressOn("Enter");
  expect(new URL(page.url()).pathname).toBe(`/console/petitions/${petition.id}`);
  await inspector.look("petition, submitted");
  await pressOn("r");
  await page.getByText("รับเรื่องแล้ว ระบบจะแจ้งประชาชนให้").waitFor();
  await page.keyboard.press("c");
  await page.keyboard.press("Space");
  await page.locator("#correction_asked-text").focus();
  await page.keyboard.type("ภาพถ่ายร้านไม่ชัด กรุณาถ่ายใหม่");
  await page.keyboard.press("Tab");
  await pressOn("Enter");
  await page.getByText("หยุดนับวันไว้").first().waitFor();
  await inspector.look("petition, waiting");
  expect(await now()).toMatchObject({ status: "received", pauseReason: "correction" });
});

test("once it was given, the officer starts, meets what is missing, and closes with reasons", async () => {
  await product.ports.db.as(citizen, async (tx) => {
    const kept = await findPetition(tx, agencyId, petition.id);
    if (!kept) throw new Error("no petition");
    await takeStep(product.ports, tx, citizen, {
      petition: kept,
      seen: kept.version,
      step: "correction_given",
    });
  });
  await page.reload();
  await page.locator("[data-key=r]").waitFor();
  // The key of R writes "พ" while the keyboard stands on Thai.
  const thai = () => {
    const r = new KeyboardEvent("keydown", { key: "พ", code: "KeyR", bubbles: true });
    document.body.dispatchEvent(r);
  };
  await Promise.all([page.waitForEvent("load"), page.evaluate(thai)]);
  await page.keyboard.press("m");
  await page.keyboard.type("ได้รับรูปใหม่แล้ว");
  await page.keyboard.press("Tab");
  await pressOn("Enter");
  await page.getByText("ส่งข้อความแล้ว").waitFor();
  await page.keyboard.press("d");
  await page.keyboard.press("ArrowDown");
  await page.locator("#completed-text").focus();
  await page.keyboard.press("Tab");
  await pressOn("Enter");
  await inspector.look("petition, a refusal without reasons");
  for (const field of ["facts", "law", "considerations"]) {
    await page.locator(`#completed-${field}`).focus();
    await page.keyboard.type("อาคารไม่มีระบบระบายอากาศตามข้อบัญญัติ");
  }
  await page.locator("#completed-text").focus();
  await page.keyboard.press("Tab");
  await pressOn("Enter");
  await page.getByText("ปิดเรื่องแล้ว").waitFor();
  await inspector.look("petition, completed");
  expect(await now()).toMatchObject({ status: "completed", outcome: "refused" });
});

test("its page tells what the citizen was told and by which channel, and shows a document from the moment it is issued", async () => {
  await page.goto(`${product.origin}/console/petitions/${petition.id}`);
  const told = page.locator("#receipts");
  await told.getByText("ผลของคำร้อง", { exact: true }).waitFor();
  await told.getByText("รับคำร้องแล้ว", { exact: true }).waitFor();
  await page.getByRole("link", { name: "ออกเอกสาร" }).click();
  await page.getByRole("link", { name: "อัปโหลดไฟล์แทน" }).click();
  await page.locator("[name=title]").fill("หนังสือแจ้งผลการพิจารณา");
  const picture = { name: "letter.png", mimeType: "image/png", buffer: Buffer.from(drawnPng(60, 80)) };
  await page.locator("[name=file]").setInputFiles(picture);
  await page.getByRole("button", { name: "ออกเอกสารจากไฟล์นี้" }).click();
  await page.getByText("ออกเอกสารแล้ว").waitFor();
  await inspector.look("document, issued");
  await page.getByRole("link", { name: "คำร้อง", exact: true }).last().click();
  await page.getByRole("heading", { name: "เอกสารที่ออก" }).waitFor();
  await page.getByRole("link", { name: "หนังสือแจ้งผลการพิจารณา", exact: true }).waitFor();
  await page
    .locator(".events")
    .getByText(/^ออกเอกสาร นส \d+\/\d{4}$/)
    .waitFor();
  await inspector.look("petition, with its document and receipts");
});

test("several are received at once, and a view is saved, by keyboard too", async () => {
  await page.goto(`${product.origin}/console/petitions?view=unit&order=due`);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.locator("button[value=receive]").focus();
  await pressOn("Enter");
  await page.getByText("สำเร็จ 1 จาก 1 รายการ").waitFor();
  await inspector.look("bulk result");
  await page.goto(`${product.origin}/console/petitions?view=unit&order=due&status=received`);
  await page.locator("#viewName").focus();
  await page.keyboard.type("รับแล้ว");
  await pressOn("Enter");
  await inspector.look("queue, filtered and saved");
  await page.goto(`${product.origin}/console/petitions/${petition.id}/print`);
  await inspector.look("print");
});

test("the photo of what was done is taken with the camera; where it does not open, the page says what to do", async () => {
  const light = await filed("street-light");
  const address = `${product.origin}/console/petitions/${light.id}`;
  await page.goto(address);
  expect(await page.locator("form[action$='/photo'] input[type=file]").isVisible()).toBe(false);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "เปิดกล้อง" }).click();
  await page.getByText("ให้เปิดคำร้องนี้บนโทรศัพท์แล้วถ่ายที่หน้างาน").waitFor();
  await page.goto(address);
  await page.getByRole("button", { name: "เปิดกล้อง" }).click();
  await page.locator("#picture-video").waitFor();
  await page.getByRole("button", { name: "ถ่ายรูป" }).click();
  await page.locator("#picture-shown").waitFor();
  await page.getByRole("button", { name: "ส่งรูป" }).click();
  await page.getByText("เก็บรูปแล้ว").waitFor();
  const [kept] = await all`select media_type from petition_file where petition_id = ${light.id}`;
  expect(kept).toEqual({ media_type: "image/jpeg" });
  await inspector.look("petition, with the photo of what was done");
});

test("nothing was wrong with any page on the way", () => {
  expect(inspector.found()).toEqual([]);
});
