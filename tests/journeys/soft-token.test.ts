import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashHolderPassword } from "../../server/credentials/desk/holder-password.ts";
import { saveHolding, type KeptHolding } from "../../server/credentials/store/holding.ts";
import type { Password } from "../../server/kernel/password.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { signIn } from "../support/citizen-walk.ts";
import { confirmOnComputer } from "../support/key-walk.ts";
import { openTown } from "../support/municipality.ts";
import { startProduct, type Product } from "../support/product.ts";
import { issuedSeats, liveHolder, openTreasury, staffOf } from "../support/seats.ts";
import { grantKey } from "../support/test-phone.ts";
import { unguarded } from "../support/unguarded.ts";

const password = "ดอกบัวบานยามเช้า-71" as Password;
const pin = "730948";

let product: Product;
let browser: Browser;
let phone: Page;
let computer: Page;
let holding: KeptHolding;
let sql: postgres.Sql;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const { ports } = product;
  const town = await openTown(ports);
  const head = await staffOf(ports, town.agencyId, "seat_head");
  const seats = await issuedSeats(ports, await openTreasury(ports), town.agencyId);
  holding = await liveHolder(ports, head, seats.recorder.id);
  const passwordHash = await hashHolderPassword(ports, holding.id, password);
  await ports.db.as({ kind: "gate" }, (tx) =>
    saveHolding(ports, tx, holding, {
      ...{ passwordHash, passwordSetAt: ports.clock.now(), mustChangePassword: false },
    }),
  );
  await grantKey(ports, holding.id);
  sql = postgres(product.database.superuserUrl, { max: 1 });
  phone = await (await openPhone(browser, { width: 360, height: 740 })).newPage();
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  desk.setDefaultTimeout(15_000);
  computer = await desk.newPage();
});
afterAll(async () => {
  await sql.end();
  await browser.close();
  await product.stop();
});

async function enterPassword(): Promise<void> {
  await computer.goto(`${product.origin}/seat/sign-in`);
  await computer.locator("input[name=userCode]").fill(holding.userCode);
  await computer.locator("input[name=password]").fill(password);
  await computer.locator("form:has(input[name=password]) button[type=submit]").last().click();
}

/** The list of what waits, in a window of its own: one that is open shows itself anew whenever something comes. */
async function openList(): Promise<void> {
  const before = phone;
  phone = await before.context().newPage();
  await before.close();
  await phone.goto(`${product.phone(1)}/liff/token`);
}

/** What the computer shows, given back on the phone. */
async function answerOnPhone(): Promise<void> {
  const picture = await computer.locator(".riddle strong").innerText();
  const digits = await computer.locator(".riddle-digits").innerText();
  await openList();
  await phone.locator("a.link-row").first().click();
  await phone.locator(".riddle-choice", { hasText: picture }).click();
  await phone.locator("input[name=digits]").fill(digits);
  await phone.locator("input[name=pin]").fill(pin);
}

const press = () => phone.getByRole("button", { name: "ยืนยัน", exact: true }).click();

/** Until the phone says so: a page that is closed while its answer is on the way may never close. */
async function confirm(): Promise<void> {
  await press();
  await phone.getByText("ยืนยันเรียบร้อย").waitFor();
}

async function startSignIn(): Promise<void> {
  await computer.context().clearCookies();
  await enterPassword();
  await computer.getByRole("heading", { name: "ยืนยันด้วยโทรศัพท์" }).waitFor();
}

test("a phone makes its own key, and signs its holder in on the computer", async () => {
  await enterPassword();
  await computer.getByRole("heading", { name: "เปิดใช้งาน Soft Token" }).waitFor();
  expect(await axeFaults(computer, wcag)).toEqual([]);
  await computer.getByRole("button", { name: "ตกลง" }).click();
  await computer.getByText("ห้ามปิดหน้านี้").waitFor();
  expect(await axeFaults(computer, wcag)).toEqual([]);
  const link = await computer.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).getAttribute("href");
  const { pathname: path } = new URL(link ?? "");

  await signIn(product, phone, 1, "/liff/token");
  await phone.getByText("โทรศัพท์เครื่องนี้ยังไม่มี Soft Token").waitFor();
  await phone.goto(`${product.phone(1)}${path}`);
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await phone.getByRole("button", { name: "Activate" }).click();
  await computer.getByText("โทรศัพท์เปิด QR Code นี้แล้ว").waitFor();
  expect(await axeFaults(computer, wcag)).toEqual([]);
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await confirmOnComputer({ computer, phone });
  await phone.locator("input[name=pin]").fill("123456");
  await phone.locator("input[name=again]").fill("123456");
  await phone.getByRole("button", { name: "เปิดใช้งาน" }).click();
  await phone.locator(".error-summary, [role=alert]:not([hidden])").first().waitFor();
  await phone.locator("input[name=pin]").fill(pin);
  await phone.locator("input[name=again]").fill(pin);
  await phone.getByRole("button", { name: "เปิดใช้งาน" }).click();
  await phone.getByText("เปิดใช้งานเรียบร้อย").waitFor();
  await computer.getByText("เปิดใช้งานเรียบร้อย").waitFor();

  await computer.getByRole("link", { name: "เข้าสู่ระบบ" }).click();
  await computer.locator(".riddle-digits").waitFor();
  expect(await axeFaults(computer, wcag)).toEqual([]);
  await answerOnPhone();
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await confirm();
  await computer.getByRole("heading", { name: "Soft Token ของฉัน" }).waitFor();
  expect(await axeFaults(computer, wcag)).toEqual([]);
});

test("the private key cannot be taken off the phone", async () => {
  const isExportable = await phone.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open("pratu-soft-token", 1);
        open.onerror = () => reject(new Error("no store"));
        open.onsuccess = () => {
          const all = open.result.transaction("keys").objectStore("keys").getAll();
          all.onsuccess = () =>
            resolve((all.result as { privateKey: CryptoKey }[]).map((pair) => pair.privateKey.extractable));
        };
      }),
  );
  expect(isExportable).toEqual([false]);
});

test("“not me” stops a sign-in, and the computer says so", async () => {
  await startSignIn();
  await openList();
  await phone.locator("a.link-row").first().click();
  await phone.getByRole("button", { name: "ไม่ใช่ฉัน" }).click();
  await phone.getByText("หยุดการเข้าสู่ระบบนั้นแล้ว").waitFor();
  await computer.getByText("โทรศัพท์ตอบว่าไม่ใช่คุณ").waitFor();
});

test("a key that ends soon is renewed on the phone, and the new one signs in", async () => {
  await startSignIn();
  await unguarded(
    sql,
    (tx) => tx`update soft_token set not_after = now() + interval '5 days' where holding_id = ${holding.id}`,
  );
  await answerOnPhone();
  await confirm();
  await computer.getByText("Soft Token จะหมดอายุใน 5 วัน").waitFor();
  await computer.getByRole("button", { name: "ต่ออายุทันที (Renew Soft Token)" }).click();
  await computer.getByText("กำลังรอโทรศัพท์").waitFor();
  await openList();
  await phone.getByRole("link", { name: /Update Profile/ }).click();
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await phone.locator("input[name=pin]").fill(pin);
  await phone.getByRole("button", { name: "ยอมรับและต่ออายุ" }).click();
  await phone.getByText("Profile updated Successfully").waitFor();
  await computer.getByText("ดำเนินการแล้ว").waitFor();

  await startSignIn();
  await answerOnPhone();
  await confirm();
  await computer.getByRole("heading", { name: "Soft Token ของฉัน" }).waitFor();
});

test("a phone whose data were cleared says so and leads on", async () => {
  await startSignIn();
  await answerOnPhone();
  await phone.evaluate(() => indexedDB.deleteDatabase("pratu-soft-token"));
  await press();
  await phone.getByRole("heading", { name: "ไม่พบ Soft Token ในโทรศัพท์เครื่องนี้" }).waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);
});
