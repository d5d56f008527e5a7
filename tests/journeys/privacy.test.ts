import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskFiles } from "../../server/adapters/files-disk.ts";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { formatPhone, type Phone } from "../../server/kernel/phone.ts";
import type { Ports } from "../../server/ports.ts";
import { carryOnErasures } from "../../server/privacy/actions/carry-on-erasures.ts";
import { endFiles } from "../../server/privacy/actions/end-files.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { press, signIn, unlock } from "../support/citizen-walk.ts";
import { asSuperuser } from "../support/citizens.ts";
import { drawnJpeg } from "../support/drawn-picture.ts";
import { joinInBrowser, sendIdPicture } from "../support/e-service-walk.ts";
import { openTown } from "../support/municipality.ts";
import { openableAt } from "../support/openable.ts";
import { newVisitor, registered, somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { givesEmail } from "../support/reached.ts";
import { residueOf, withoutIds } from "../support/residue.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { joiner } from "../support/web-joiner.ts";

const town = "banpratu";
const job = { kind: "system", job: "test" } as const;
/** Words that stand nowhere else, so that a single hit is a leak. */
const me = somebody({ firstName: "กระจาบ", lastName: "ทองคำเหลืออร่าม", phone: "0891746352" });
const other = somebody({ firstName: "ยางโทน", lastName: "ใหญ่พันธุ์แท้", phone: "0891746353" });
/** However it is written, +66 or 0 before it. */
const phone = me.phone.slice(1);
const email = "krajab.nokthong@example.com";
const landmark = "ศาลาริมบึงบัวหลวงหลังที่สาม";
const foreignPlace = "ซุ้มประตูบ้านคนอื่น";
let product: Product;
let browser: Browser;
let sql: postgres.Sql;
let page: Page;
let officer: Page;
let citizen: Citizen;
let number = "";
let fileKeys: readonly string[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const { ports, simulator } = product;
  sql = asSuperuser(product);
  await openDemoAccounts(ports, product.dataFolder, product.seeded);
  const { userId } = simulator.openPhone("phone1");
  await simulator.follow("phone1");
  const visitor = await newVisitor(ports, userId.slice(1), product.config.line.loginChannelId);
  citizen = await registered(ports, me, visitor);
  await givesEmail(ports, citizen, email);
  await foreignPetition(ports);
  page = await newPage();
  await signIn(product, page, 1, "/liff/account");
  await unlock(page, me.pin);
  officer = await signedInStaff(product, browser, "suda");
}, 180_000);
afterAll(async () => {
  await sql.end();
  await browser.close();
  await product.stop();
});

/** Somebody else with a petition: none of it may turn up in what the citizen takes home. */
async function foreignPetition(ports: Ports): Promise<void> {
  const stranger = await registered(ports, other);
  const elsewhere = await openTown(ports);
  const { serviceId } = await elsewhere.serviceOf();
  await elsewhere.filed(stranger, serviceId, { place: foreignPlace });
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: "th-TH", acceptDownloads: true },
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

const open = (path: string) => page.goto(`${product.phone(1)}${path}`);
const said = (on = page) => on.locator("main").innerText();

/** Nothing against WCAG and nothing sideways, on a narrow and a usual phone and at a desk. */
async function fits(what: string, on = page): Promise<void> {
  for (const width of [360, 390, 1280]) {
    await on.setViewportSize({ width, height: 844 });
    const sideways = await on.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([Math.max(0, sideways), ...(await axeFaults(on, wcag))], `${what}, ${width} px`).toEqual([0]);
  }
  await on.setViewportSize({ width: 390, height: 844 });
}

/** The ports of the job that ends files, at a moment: over the very folder the app keeps them in. */
function portsAt(now: Date): Ports {
  const files = diskFiles(join(product.config.dataFolder, "files"));
  return { ...product.ports, files, clock: { now: () => now } };
}

/** Where a value stands readable: in a table, in what a key still opens, or in the log. */
async function whereIs(value: string): Promise<readonly string[]> {
  const log = withoutIds(await readFile(product.logFile, "utf8"));
  return [
    ...(await residueOf(sql, value)),
    ...(await openableAt(product.ports, sql, value)),
    ...(log.includes(value) ? ["the log"] : []),
  ];
}

/** Those of the card's pictures whose bytes lie there still. */
async function filesLeft(): Promise<readonly string[]> {
  const { files } = portsAt(new Date());
  const found = await Promise.all(fileKeys.map((key) => files.get(key)));
  return fileKeys.filter((_, at) => found[at] !== null);
}

test("a citizen files a petition with a picture of their card on the way, and writes in the chat", async () => {
  await product.simulator.sendText("phone1", "สวัสดี");
  const buffer = Buffer.from(await drawnJpeg(800, 600));
  await open(`/liff/id-check/${town}`);
  await sendIdPicture(page, "card_front", { name: "card.jpg", mimeType: "image/jpeg", buffer });
  await open(`/liff/e-service/${town}/street-light`);
  await press(page, "เริ่มยื่นคำร้อง");
  await page.getByText("ไฟดับ", { exact: true }).click();
  await page.locator("[name=lamps]").fill("1");
  await page.getByText("พิมพ์พิกัดเอง").click();
  await page.locator("[name='place.latitude']").fill("13.7563");
  await page.locator("[name='place.longitude']").fill("100.5018");
  await page.locator("[name=landmark]").fill(landmark);
  await press(page, "ตรวจสอบก่อนส่ง");
  await press(page, "ส่งคำร้อง");
  await page.getByText("สำเร็จ", { exact: true }).first().waitFor();
  number = /2\d{3}-\d{6}(-..)?/.exec(await said())?.[0] ?? "";
  expect(number).not.toBe("");
}, 120_000);

test("they download everything: the file opens, holds what the pages show, and nothing of anybody else", async () => {
  await open("/liff/account");
  await page.getByRole("link", { name: "ข้อมูลส่วนบุคคลของฉัน" }).click();
  await fits("privacy");
  await page.getByRole("link", { name: /ดาวน์โหลดข้อมูลของฉัน/ }).click();
  await page.getByLabel("รหัสผ่าน 6 หลัก").fill("135790");
  await press(page, "ขอไฟล์ข้อมูลของฉัน");
  await page.locator(".summary").waitFor();
  await fits("copy refused");
  await page.getByLabel("รหัสผ่าน 6 หลัก").fill(me.pin);
  await press(page, "ขอไฟล์ข้อมูลของฉัน");
  await page.getByText("ไฟล์ข้อมูลพร้อมแล้ว").first().waitFor();
  await fits("copy ready");
  const coming = page.waitForEvent("download");
  await press(page, "ดาวน์โหลดไฟล์ ZIP");
  const path = await (await coming).path();
  const files = unzipSync(new Uint8Array(await readFile(path)));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const [data, readable] = [text("data.json"), text("data.html")];
  for (const mine of [me.citizenId, me.firstName, me.lastName, email, number, landmark]) {
    expect(data).toContain(mine);
    expect(readable).toContain(mine);
  }
  expect(data).toContain(phone);
  expect(readable).toContain(formatPhone(`+66${phone}` as Phone));
  const picture = Object.keys(files).find((name) => name.startsWith("files/id-card_front"));
  expect([...(files[picture ?? ""]?.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
  const whole = Object.keys(files)
    .map((name) => `${name}\n${text(name)}`)
    .join("\n");
  for (const foreign of [
    other.citizenId,
    other.firstName,
    other.lastName,
    other.phone.slice(1),
    foreignPlace,
  ]) {
    expect(whole).not.toContain(foreign);
  }
  const copied = await newPage();
  await copied.setContent(readable);
  await fits("the readable copy", copied);
  await copied.context().close();
}, 120_000);

test("they ask for erasing: told what stays and until when, and a wrong PIN erases nothing", async () => {
  await open("/liff/privacy");
  await page.getByRole("link", { name: /ลบข้อมูลของฉัน/ }).click();
  const told = await said();
  expect(told).toContain(number);
  expect(told).toContain("กำลังดำเนินการอยู่ เก็บไว้จนเสร็จ");
  expect(told).toContain("อีเมลและที่อยู่ เก็บไว้แจ้งผลคำร้องที่ยังไม่เสร็จ แล้วลบ");
  await fits("erase");
  await page.getByLabel("รหัสผ่าน 6 หลัก").fill("135790");
  await press(page, "ลบข้อมูลของฉัน");
  await page.locator(".summary").waitFor();
  expect(await said()).toContain(number);
  await fits("erase refused");
  const [account] = await sql`select 1 from account where person_id = ${citizen.personId}`;
  expect(account).toBeDefined();
});

test("with the PIN the account ends: phone, chat, LINE and the card's picture are gone at once", async () => {
  expect(await whereIs(phone)).toContain("phone.sealed, opened");
  const rows = await sql<
    { key: string }[]
  >`select file_key as key from id_picture where person_id = ${citizen.personId}`;
  fileKeys = rows.map(({ key }) => key);
  expect(await filesLeft()).toEqual(fileKeys);
  expect(fileKeys).toHaveLength(1);
  await page.getByLabel("รหัสผ่าน 6 หลัก").fill(me.pin);
  await press(page, "ลบข้อมูลของฉัน");
  await page.getByText("ลบทุกอย่างที่ลบได้ทันทีแล้ว").first().waitFor();
  await fits("erased");
  await open("/liff/account");
  expect(await page.content()).not.toContain(me.firstName);
  await endFiles(portsAt(new Date()), job);
  expect(await filesLeft()).toEqual([]);
  expect(await whereIs(phone)).toEqual([]);
  expect(
    (await whereIs(citizen.lineUserId)).filter((where) => !/^(audit_entry|limit_count)\./.test(where)),
  ).toEqual([]);
});

test("the petition that runs goes on: the officer reads that its petitioner is erased, and closes it", async () => {
  await officer.goto(`${product.origin}/console/petitions?view=all&order=newest`);
  await officer.locator("tr", { hasText: number }).locator("[data-row]").first().click();
  await officer.getByText("ผู้ยื่นขอลบข้อมูลแล้ว").first().waitFor();
  expect(await said(officer)).toContain(landmark);
  const step = (words: string) => officer.getByRole("button", { name: words, exact: true }).first().click();
  await step("รับเรื่อง");
  await step("เริ่มดำเนินการ");
  const buffer = Buffer.from(await drawnJpeg(640, 480));
  await officer
    .locator("main input[type=file]")
    .first()
    .setInputFiles({ name: "done.jpg", mimeType: "image/jpeg", buffer });
  await step("ส่งรูป");
  await officer.getByText("เก็บรูปแล้ว").waitFor();
  await officer.locator("summary", { hasText: "ปิดเรื่องพร้อมผล" }).click();
  await officer.locator("input[value=done]").check();
  await officer.locator("#completed-text").fill("เปลี่ยนหลอดไฟแล้ว");
  await step("ปิดเรื่อง");
  await officer.getByText("ปิดเรื่องแล้ว").first().waitFor();
  const mails = () => product.simulator.mails(email).map(({ subject }) => subject);
  await expect.poll(() => mails().join(" "), { timeout: 20_000 }).toContain(number);
}, 120_000);

test("when nothing holds it any more, nothing of the person is readable anywhere, and the officer still opens the page", async () => {
  expect(await whereIs(landmark)).toContain("petition.sealed, opened");
  expect(await whereIs(me.citizenId)).toContain("person.sealed, opened");
  const later = portsAt(new Date(Date.now() + 31 * 24 * 3600_000));
  await carryOnErasures(later, job);
  await endFiles(later, job);
  for (const value of [me.citizenId, me.firstName, me.lastName, phone, email, landmark]) {
    expect(await whereIs(value), value).toEqual([]);
  }
  expect(await whereIs(other.citizenId)).toEqual(["person.sealed, opened"]);
  await officer.reload();
  await officer.getByText("ผู้ยื่นขอลบข้อมูลแล้ว").first().waitFor();
  expect(await said(officer)).toContain(number);
  expect(await said(officer)).not.toContain(me.firstName);
});

test("somebody with only a browser erases with the password, and the same number and password open nothing any more", async () => {
  const web = joiner({ firstName: "เขียวก้านตอง", lastName: "ปากงุ้มหน้าผากสีทอง" });
  const desk = await newPage();
  await joinInBrowser(product, desk, web);
  await sql`update person set assurance = 'photo_checked' where id =
    (select person_id from line_user where channel = 'web' and person_id is not null)`;
  await desk.goto(`${product.origin}/liff/privacy/erase`);
  await desk.getByLabel("รหัสผ่านปัจจุบัน").fill("ไม่ใช่รหัสผ่านนี้แน่นอน");
  await press(desk, "ลบข้อมูลของฉัน");
  await desk.locator(".summary").waitFor();
  await fits("erase by password", desk);
  await desk.getByLabel("รหัสผ่านปัจจุบัน").fill(web.password);
  await press(desk, "ลบข้อมูลของฉัน");
  await desk.getByText("ข้อมูลของคุณถูกลบหมดแล้ว").first().waitFor();
  for (const value of [web.citizenId, web.firstName, web.lastName, web.phone.slice(1), web.email]) {
    expect(await whereIs(value), value).toEqual([]);
  }
  await desk.goto(`${product.origin}/liff/password`);
  await desk.locator("[name=login]").fill(web.citizenId);
  await desk.locator("[name=password]").fill(web.password);
  await press(desk, "เข้าสู่ระบบ");
  await desk.getByText("ข้อมูลไม่ถูกต้อง").first().waitFor();
}, 120_000);
