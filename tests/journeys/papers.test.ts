import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lineUser, staff } from "../../db/schema/index.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import type { AcceptedAnswers } from "../../server/forms/accepted.ts";
import type { Citizen, Staff } from "../../server/kernel/actor.ts";
import { issueFromTemplate } from "../../server/petitions/actions/issue-document.ts";
import { filePetition } from "../../server/petitions/desk/file-petition.ts";
import { takeStep } from "../../server/petitions/desk/take-step.ts";
import { findPetition } from "../../server/petitions/store/petition.ts";
import { findServiceOfSlug, findVersion } from "../../server/petitions/store/service.ts";
import { citizenCookie } from "../support/app.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { drawnQr } from "../support/drawn-qr.ts";
import { memoryFiles } from "../support/files.ts";
import { layPerson } from "../support/lay-visits.ts";
import { testCheck } from "../support/papers.ts";
import { testPdf } from "../support/pdf.ts";
import { granted } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { readPdf } from "../support/read-pdf.ts";
import { readQr } from "../support/read-qr.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

const administrator = { kind: "system", job: "test" } as const;
const answers: AcceptedAnswers = {
  ask: "new",
  shop_name: "ร้านป้าแดง อาหารตามสั่ง",
  area: 240,
  shop_address: {
    line: "12/3 หมู่ 4",
    subdistrict: "100101",
    district: "1001",
    province: "10",
    postcode: "10200",
  },
};

let product: Product;
let browser: Browser;
let officer: Page;
let holder: BrowserContext;
let anybody: Page;
let citizen: Citizen;
let petitionId: string;
const faults: string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  citizen = await layCitizen();
  petitionId = await fileReceived(citizen);
  officer = await signedInStaff(product, browser, "suda");
  holder = await phoneOf(citizen);
  anybody = await (
    await browser.newContext({ viewport: { width: 360, height: 780 }, locale: "th-TH" })
  ).newPage();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** Somebody with an account, linked to a LINE user of the deployment's channel. */
async function layCitizen(): Promise<Citizen> {
  const { ports } = product;
  const { id: personId } = await layPerson(ports);
  const { loginChannelId: channel } = product.config.line;
  const lineUserId = `U${personId.replaceAll("-", "")}`;
  const at = ports.clock.now();
  const row = {
    channel,
    lineUserId,
    personId,
    linkedAt: at,
    language: "th",
    largeText: false,
    createdAt: at,
  };
  await ports.db.as(administrator, (tx) => tx.insert(lineUser).values(row));
  return { kind: "citizen", channel, lineUserId, personId, unlocked: true };
}

/** Somebody who may do all of it at the town. */
async function head(): Promise<Staff> {
  const { ports, seeded } = product;
  const agencyId = seeded.town;
  const [one] = await ports.db.as(administrator, (tx) =>
    tx.select({ id: staff.id }).from(staff).where(eq(staff.agencyId, agencyId)),
  );
  return { kind: "staff", staffId: one?.id ?? "", agencyId, level: "supervisor" };
}

/** One more licence of the same holder, issued at once; its number. */
async function issueLicence(): Promise<string> {
  // Its file is drawn here and opened by nobody: the page shows what stands in the row.
  const ports = { ...product.ports, pdf: testPdf, files: memoryFiles() };
  const asked = { petitionId: await fileReceived(citizen), templateKey: "food_licence", replacesId: null };
  const requestKey = ports.random.uuid();
  const input = { asked, typed: {}, check: testCheck, requestKey };
  return (await granted(issueFromTemplate(ports, await head(), input))).number;
}

/** A petition for a food place that somebody of the town received. */
async function fileReceived(citizen: Citizen): Promise<string> {
  const { ports, seeded } = product;
  const agencyId = seeded.town;
  const petition = await ports.db.as(citizen, async (tx) => {
    const service = await findServiceOfSlug(tx, agencyId, "food-shop");
    const version = service && (await findVersion(tx, agencyId, service.id, service.version ?? 1));
    if (!service || !version) throw new Error("the demo's town has no food shops");
    return filePetition(ports, tx, citizen, {
      ...{ personId: citizen.personId, service, version: version.version, answers, via: "line" },
      ...{ definition: version.definition, wantsPaper: false, requestKey: ports.random.uuid() },
    });
  });
  const actor = await head();
  await ports.db.as(actor, async (tx) => {
    const found = await findPetition(tx, agencyId, petition.id);
    if (!found) throw new Error("no petition");
    await granted(takeStep(ports, tx, actor, { petition: found, seen: found.version, step: "received" }));
  });
  return petition.id;
}

async function phoneOf(citizen: Citizen): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH" });
  const [name = "", value = ""] = (await citizenCookie(product, citizen)).split(/=(.*)/);
  await context.addCookies([{ name, value, url: product.origin.replace("http:", "https:"), secure: true }]);
  return context;
}

async function look(page: Page, name: string): Promise<void> {
  for (const fault of await axeFaults(page, wcag)) faults.push(`${name}: ${fault}`);
  const folder = process.env["PAPERS_SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What the QR on a page says, read by a decoder that is not ours, off what the browser drew. */
async function qrOn(page: Page): Promise<string> {
  const path = (await page.locator(".qr path").first().getAttribute("d")) ?? "";
  const side = Number((await page.locator(".qr svg").first().getAttribute("viewBox"))?.split(" ")[2]);
  const scale = 6;
  const grey = new Uint8Array((side * scale) ** 2).fill(255);
  for (const [, x = "0", y = "0", width = "1"] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = row * side * scale + Number(x) * scale;
      grey.fill(0, from, from + Number(width) * scale);
    }
  }
  return readQr(grey, side * scale, side * scale);
}

const here = (address: string) => `${product.origin}${new URL(address.toLowerCase()).pathname}`;

test("an officer issues a licence, its holder opens it, its QR says genuine; revoked, the same QR says so", async () => {
  await officer.goto(`${product.origin}/console/documents/new?petition=${petitionId}`);
  await look(officer, "choose");
  await officer.getByText("ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร").first().click();
  await officer.locator("#f_shop_name").waitFor();
  await look(officer, "fields");
  await officer.getByRole("button", { name: "ตรวจก่อนออก" }).click();
  await officer.getByRole("heading", { name: "ตรวจก่อนออกเอกสาร" }).waitFor();
  await look(officer, "review");
  await officer.getByRole("button", { name: "ออกเอกสาร" }).click();
  await officer.waitForURL(/done=issued/);
  await look(officer, "issued");

  const page = await holder.newPage();
  await page.goto(`${product.origin}/liff/documents`);
  await look(page, "folder");
  await page.getByText("ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร").click();
  await page.getByText("ดาวน์โหลด", { exact: true }).waitFor();
  await look(page, "document");
  const file = await holder.request.get(`${page.url()}/file`, {
    headers: {
      cookie: (await holder.cookies(product.origin.replace("http:", "https:")))
        .map(({ name, value }) => `${name}=${value}`)
        .join("; "),
    },
  });
  const [paper] = await readPdf(new Uint8Array(await file.body()));
  if (!paper) throw new Error("the file has no page");
  const { grey, width, height } = drawnQr(paper, 3);
  const address = await readQr(grey, width, height);

  await anybody.goto(here(address));
  expect(await anybody.locator("main").innerText()).toContain("เป็นเอกสารจริงและใช้ได้");
  await look(anybody, "genuine");

  await page.getByText("แสดงต่อเจ้าหน้าที่").click();
  await page.locator(".shown-sheet .qr").waitFor();
  await look(page, "show");
  await anybody.goto(here(await qrOn(page)));
  expect(await anybody.locator("main").innerText()).toContain("แสดงจากบัญชีของผู้ถือเอง");

  await anybody.goto(`${product.origin}/licences/banpratu`);
  expect(await anybody.locator("main").innerText()).toContain("ร้านป้าแดง");
  await look(anybody, "licences");

  await officer.getByText("ยกเลิกเอกสาร", { exact: true }).click();
  await officer.locator("#reason").fill("เลิกกิจการตามที่แจ้งไว้");
  await look(officer, "revoke");
  await officer.getByRole("button", { name: "ยืนยันยกเลิก" }).click();
  await officer.waitForURL(/done=revoked/);
  await anybody.goto(here(address));
  expect(await anybody.locator("main").innerText()).toContain("ยกเลิกแล้ว ใช้ไม่ได้");
  await look(anybody, "revoked");
}, 120_000);

test("several licences are shown one after the other, and go on proving their moment without network", async () => {
  const numbers = [await issueLicence(), await issueLicence()];
  const page = await holder.newPage();
  await page.goto(`${product.origin}/liff/documents/show`);
  const sheets = page.locator(".shown-sheet");
  expect(await sheets.count()).toBe(2);
  const shown = await sheets.allInnerTexts();
  for (const number of numbers) expect(shown.some((text) => text.includes(number))).toBe(true);
  expect(shown.map((text) => text.split("\n")[0])).toEqual(["ใบที่ 1 จาก 2", "ใบที่ 2 จาก 2"]);
  await look(page, "show-two");
  const left = () => page.locator("#shown").evaluate((list) => list.scrollLeft);
  await page.getByRole("button", { name: "ใบถัดไป" }).click();
  await expect.poll(left).toBeGreaterThan(0);
  await holder.setOffline(true);
  const before = await qrOn(page);
  await page.getByText("ไม่มีเครือข่าย QR นี้ยังตรวจได้").waitFor();
  await expect.poll(() => qrOn(page), { timeout: 45_000, interval: 1_000 }).not.toBe(before);
  await anybody.goto(here(await qrOn(page)));
  expect(await anybody.locator("main").innerText()).toContain("แสดงจากบัญชีของผู้ถือเอง");
  await look(page, "show-offline");
  await holder.setOffline(false);
  await page.close();
}, 120_000);

test("an administrator looks after days and settings", async () => {
  const admin = await signedInStaff(product, browser, "somchai");
  await admin.goto(`${product.origin}/console/calendar?year=2570`);
  await look(admin, "calendar");
  await admin.locator("#dayDay").selectOption("26");
  await admin.locator("#dayMonth").selectOption("11");
  await admin.locator("#dayYear").fill("2570");
  await admin.locator("form#add-day #name").fill("วันหยุดประจำท้องถิ่น");
  await admin.getByRole("button", { name: "บันทึกวันนี้" }).click();
  await admin.waitForURL(/done=1/);
  expect(await admin.locator("table").innerText()).toContain("วันหยุดประจำท้องถิ่น");
  await admin.goto(`${product.origin}/console/local`);
  await look(admin, "local");
  await admin.setViewportSize({ width: 360, height: 780 });
  await admin.goto(`${product.origin}/console/calendar`);
  await look(admin, "calendar-narrow");
  await admin.goto(`${product.origin}/console/documents`);
  await look(admin, "documents-narrow");
}, 60_000);

test("every page of papers is sound for screen readers", () => {
  expect(faults).toEqual([]);
});
