import { mkdir } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Citizen } from "../../server/kernel/actor.ts";
import { takeStep, type StepInput } from "../../server/petitions/desk/take-step.ts";
import type { StepActor } from "../../server/petitions/step-actor.ts";
import { findPetition, type KeptPetition } from "../../server/petitions/store/petition.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { press, signIn } from "../support/citizen-walk.ts";
import { asSuperuser } from "../support/citizens.ts";
import { openTown, plainService, type Town } from "../support/municipality.ts";
import { granted, newVisitor, registered, somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";
import { drawnPng } from "../support/drawn-picture.ts";
import { givesEmail } from "../support/reached.ts";

let product: Product;
let browser: Browser;
let page: Page;
let chat: Page;
let town: Town;
let citizen: Citizen;
let petition: KeptPetition;
const typist = somebody();
const email = "somjai.follow@example.com";
/** Pictures of every screen are kept there when it is set. */
const shots = process.env["PRATU_SHOTS"];

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const { ports, simulator } = product;
  const { userId } = simulator.openPhone("phone1");
  await simulator.follow("phone1");
  const visitor = await newVisitor(ports, userId.slice(1), product.config.line.loginChannelId);
  citizen = await registered(ports, typist, visitor);
  await givesEmail(ports, citizen, email);
  town = await openTown(ports);
  const service = plainService({ tellsBySms: false });
  const { serviceId } = await town.serviceOf(service);
  petition = await town.filed(citizen, serviceId, { place: "หน้าตลาดสด เสาที่ 3" });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH" });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  chat = await context.newPage();
  await signIn(product, page, 1, path());
  await page.getByLabel("รหัสผ่าน").first().fill(typist.pin);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === path());
  await chat.goto(`${product.phone(1)}/simulator`);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const path = () => `/liff/petitions/${petition.agencyId}/${petition.id}`;
const open = (to = "") => page.goto(`${product.phone(1)}${path()}${to}`);

/** An officer's step, as the desk takes it. */
async function step(actor: StepActor, more: Omit<StepInput, "petition" | "seen">): Promise<void> {
  await granted(
    product.ports.db.as(actor, async (tx) => {
      const found = await findPetition(tx, petition.agencyId, petition.id);
      if (!found) throw new Error("no petition");
      return takeStep(product.ports, tx, actor, { petition: found, seen: found.version, ...more });
    }),
  );
}

/** Nothing against WCAG and nothing sideways, on a narrow and a usual phone and at a desk. */
async function clean(what: string): Promise<void> {
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (shots !== undefined) {
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${what}-${width}.png`, fullPage: true });
    }
    expect([Math.max(0, sideways), ...(await axeFaults(page, wcag))], `${what}, ${width} px`).toEqual([0]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
}

const steps = () => page.locator(".four-steps li").allInnerTexts();
const now = () => page.locator(".four-steps [aria-current=step]").innerText();
/** What waits for the day comes now, whatever the time is. */
async function morning(): Promise<void> {
  const all = asSuperuser(product);
  await all`update notice set due_at = now() where state = 'waiting'`;
  await all.end();
}
const soon = { timeout: 15_000, interval: 200 };
/** The cards the bot sent, newest last, as they are read aloud. */
const cards = () =>
  product.simulator.chat("phone1").map(({ message }) => (message["altText"] as string | undefined) ?? "");

async function seesChat(what: string): Promise<void> {
  if (shots === undefined) return;
  await chat.waitForTimeout(1500);
  await chat.screenshot({ path: `${shots}/chat-${what}.png` });
}

test("the receipt comes into the chat with its number and the day an answer is due", async () => {
  await expect.poll(cards, soon).toContainEqual(expect.stringContaining(petition.number));
  expect(cards().at(-1)).toContain("ถือว่าได้รับเมื่อ");
  expect(cards().at(-1)).toContain("แจ้งผลภายใน");
  await seesChat("receipt");
});

test("the list leads to the petition, which shows the four statuses in their order and where it is", async () => {
  await page.goto(`${product.phone(1)}/liff/petitions`);
  await clean("list");
  await page.getByText(petition.number).click();
  await page.waitForURL((url) => url.pathname === path());
  const four = ["ส่งคำร้อง", "เจ้าหน้าที่รับเรื่อง", "กำลังดำเนินการ", "ดำเนินการสำเร็จ"];
  const shown = await steps();
  expect(shown).toHaveLength(4);
  four.forEach((status, at) => expect(shown[at]).toContain(status));
  expect(await now()).toContain("ส่งคำร้อง");
  expect(await page.locator("main").innerText()).toContain("กองช่าง");
  expect(await page.locator("main").innerText()).toContain("ถือว่าได้รับตามกฎหมายเมื่อ");
  await clean("submitted");
});

test("a correction that is asked for opens only the asked field; what comes back stands, and the clock goes on", async () => {
  await step(town.officer, { step: "received" });
  const words = { text: "ขอเลขเสาไฟให้ชัดเจน", fields: ["place"] };
  await step(town.officer, { step: "correction_asked", words });
  await morning();
  await expect.poll(cards, soon).toContainEqual(expect.stringContaining("ขอให้แก้ไขเพิ่มเติม"));
  await seesChat("correction");
  await open();
  expect(await now()).toContain("ขอให้แก้ไขเพิ่มเติม");
  expect(await page.locator("main").innerText()).toContain("หยุดนับเวลาตั้งแต่");
  await clean("correction-asked");
  await page.getByRole("link", { name: "แก้ไขตามที่ขอ" }).click();
  expect(await page.locator("input[name='spot.latitude']").count()).toBe(0);
  await clean("correct");
  const field = page.getByLabel("จุดที่เสีย");
  await field.fill("");
  await press(page, "ส่งการแก้ไข");
  await page.getByText("ข้อนี้จำเป็นต้องตอบ").first().waitFor();
  await field.fill("หน้าตลาดสด เสาที่ 12/7");
  await press(page, "ส่งการแก้ไข");
  await page.getByText("ส่งการแก้ไขแล้ว เจ้าหน้าที่จะดำเนินการต่อ").waitFor();
  expect(await page.locator("main").innerText()).toContain("เสาที่ 12/7");
  expect(await page.locator("main").innerText()).toContain("จะแจ้งผลภายใน");
});

test("a line in the thread is there once, with its file, and comes back with a file that may not be attached", async () => {
  await open();
  await page.getByLabel("เขียนถึงเจ้าหน้าที่").fill("ตอนกลางคืนมืดมากครับ");
  const svg = { name: "x.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") };
  await page.getByLabel("แนบไฟล์ (ไม่บังคับ)").setInputFiles(svg);
  await press(page, "ส่งข้อความ");
  await page.getByText("ไฟล์นี้ไม่ใช่รูป JPG, PNG หรือเอกสาร PDF").first().waitFor();
  expect(await page.getByLabel("เขียนถึงเจ้าหน้าที่").inputValue()).toBe("ตอนกลางคืนมืดมากครับ");
  const picture = { name: "เสา.png", mimeType: "image/png", buffer: Buffer.from(drawnPng()) };
  await page.getByLabel("แนบไฟล์ (ไม่บังคับ)").setInputFiles(picture);
  await press(page, "ส่งข้อความ");
  await page.locator(".said-line.mine", { hasText: "ตอนกลางคืนมืดมากครับ" }).waitFor();
  expect(await page.locator(".said-line").count()).toBe(1);
  expect(await page.locator(".said-line img").count()).toBe(1);
  await clean("thread");
});

test("what is done is told by LINE and mail, and a citizen who finds it is not done opens it again with a photo", async () => {
  await step(town.officer, { step: "started" });
  await step(town.officer, { step: "completed", outcome: "done", words: { text: "เปลี่ยนหลอดไฟแล้ว" } });
  await expect.poll(cards, soon).toContainEqual(expect.stringContaining("ดำเนินการเสร็จแล้ว"));
  await expect.poll(() => product.simulator.mails(email).length, soon).toBe(1);
  expect(product.simulator.mails(email)[0]?.text).toContain(petition.number);
  await seesChat("completed");
  await open();
  expect(await now()).toContain("ดำเนินการสำเร็จ");
  await clean("completed");
  await page.getByRole("link", { name: "ยังไม่เรียบร้อย" }).click();
  await press(page, "ส่ง และเปิดเรื่องอีกครั้ง");
  await page.getByText("พิมพ์ข้อความก่อนส่ง").first().waitFor();
  await page.getByLabel("ยังขาดอะไร").fill("ไฟยังกระพริบอยู่");
  const photo = { name: "ไฟ.png", mimeType: "image/png", buffer: Buffer.from(drawnPng()) };
  await page.getByLabel("ถ่ายรูปให้ดู (ไม่บังคับ)").setInputFiles(photo);
  await clean("reopen");
  await page.getByLabel("ถ่ายรูปให้ดู (ไม่บังคับ)").setInputFiles(photo);
  await press(page, "ส่ง และเปิดเรื่องอีกครั้ง");
  await page.getByText("เปิดเรื่องอีกครั้งแล้ว").first().waitFor();
  expect(await now()).toContain("กำลังดำเนินการ");
  await morning();
  await expect.poll(cards, soon).toContainEqual(expect.stringContaining("เปิดเรื่องดำเนินการอีกครั้ง"));
});

test("once it is done well the citizen says so, and how content they are", async () => {
  await step(town.other, { step: "completed", outcome: "done" });
  await open();
  await press(page, "เรียบร้อยแล้ว");
  await page.getByText("คุณยืนยันว่าเรียบร้อยแล้ว").waitFor();
  await page.getByLabel("4 · พอใจ").check();
  await press(page, "ส่งคำตอบ");
  await page.getByText("คุณให้ 4 จาก 5: พอใจ").waitFor();
  await clean("confirmed");
});

test("the chat shows one's petitions by a word or a number, and nobody else's", async () => {
  await product.simulator.sendText("phone1", "คำร้อง");
  await expect.poll(() => cards().at(-1), soon).toContain(petition.number);
  await product.simulator.sendText("phone1", petition.number.toLowerCase());
  await expect
    .poll(() => cards().filter((told) => told.includes(`${petition.number} `)).length)
    .toBeGreaterThan(1);
  await seesChat("petitions");
  product.simulator.openPhone("phone2");
  await product.simulator.follow("phone2");
  const other = await newVisitor(
    product.ports,
    product.simulator.openPhone("phone2").userId.slice(1),
    product.config.line.loginChannelId,
  );
  await registered(product.ports, somebody(), other);
  await product.simulator.sendText("phone2", petition.number);
  const last = () => JSON.stringify(product.simulator.chat("phone2").at(-1)?.message ?? {});
  await expect.poll(last, soon).toContain("ไม่พบคำร้องเลขที่นี้");
});

test("channels are chosen, and those of an outcome stay on", async () => {
  await page.goto(`${product.phone(1)}/liff/account/channels`);
  await clean("channels");
  const moved = page.locator("input[name=moved][value=line]");
  await moved.uncheck();
  await press(page, "บันทึก");
  await page.getByText("บันทึกการแจ้งเตือนแล้ว").waitFor();
  expect(await moved.isChecked()).toBe(false);
  expect(await page.locator("input[name=completed][value=mail]").isDisabled()).toBe(true);
});
