import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { openTreasuryPortal, type RunningPortal } from "../../scripts/demo/treasury-portal/open.ts";
import { anyFreePort } from "../../scripts/free-port.ts";
import { sealEntries } from "../../server/audit/actions/seal-entries.ts";
import { verifyLog } from "../../server/audit/actions/verify-log.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { press } from "../support/citizen-walk.ts";
import { activateKey, answerOnPhone, type Desk } from "../support/key-walk.ts";
import { choosePerson, nameToSeat, type NamedPerson } from "../support/naming-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import {
  changeFirstPassword,
  enterFirst,
  enterSeat,
  giveAndSend,
  giveIdentity,
  inMail,
  proveByThaId,
} from "../support/registration-walk.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";
import { unguarded } from "../support/unguarded.ts";

/** The whole life of an agency's Soft Tokens, as its people, the central office and the auditor live it. */
const codes = { recorder: "A75XXX000008001", first: "A75XXX000000101", second: "A75XXX000000201" } as const;
const password = "ดอกบัวบานริมคลอง 2570";
/** The one of the first whole sign-in, and from then on. */
const ownPassword = "เรือแจวข้ามคลองยามเย็น";
const people = {
  recorder: person("3101600000014", "ประภา", "prapa@story.example"),
  first: person("3101600000022", "วิโรจน์", "wirote@story.example"),
  second: person("3101600000031", "อรุณี", "arunee@story.example"),
  next: person("3101600000049", "ธนา", "thana@story.example"),
};

let product: Product;
let browser: Browser;
let portal: RunningPortal;
let head: Page;
let registrar: Page;
let sql: postgres.Sql;
const desks = new Map<string, Desk>();

function person(citizenId: string, firstName: string, email: string): NamedPerson {
  return { citizenId, firstName, lastName: "ใจซื่อ", position: "นักวิชาการเงินและบัญชี", email };
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  portal = await openTreasuryPortal(product.ports, { issuer: product.origin, port: await anyFreePort() });
  sql = postgres(product.database.superuserUrl, { max: 1 });
  head = await signedInStaff(product, browser, "prasit");
  registrar = await signedInStaff(product, browser, "kanya");
}, 180_000);
afterAll(async () => {
  await sql.end();
  await browser.close();
  await portal.close();
  await product.stop();
});

/** A computer and a phone of somebody's own; on one phone the computer is the phone. */
async function openDesk(name: string, phoneNumber: number, onePhone = false): Promise<Desk> {
  const context = await openPhone(browser);
  const phone = await context.newPage();
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  desk.setDefaultTimeout(15_000);
  const computer = onePhone ? await context.newPage() : await desk.newPage();
  const made = { computer, phone, phoneNumber, pin: `73094${phoneNumber}` };
  desks.set(name, made);
  return made;
}

function deskOf(name: string): Desk {
  const desk = desks.get(name);
  if (!desk) throw new Error(`no desk of ${name}`);
  return desk;
}

/** The five steps as far as "รอการอนุมัติ": proving on the phone, the rest on the computer. */
async function register(desk: Desk, who: NamedPerson, userCode: string): Promise<void> {
  const { computer, phone, phoneNumber } = desk;
  const { origin } = product;
  await enterFirst(product, computer, { origin, email: who.email, userCode, password });
  await giveIdentity(computer, { facts: { ...who, mobile: null } });
  const way = await computer.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).getAttribute("href");
  await phone.goto(`${product.phone(phoneNumber)}${way ?? ""}`);
  await proveByThaId(phone, who);
  await computer.getByText("ท่านได้ดำเนินการในขั้นตอนการพิสูจน์ตัวตนเสร็จสิ้นแล้ว").waitFor();
  await giveAndSend(product, computer, who.email);
}

/** The central office's answer to the registration of a user code. */
async function decide(userCode: string, answer: "อนุมัติ" | "ไม่อนุมัติ"): Promise<void> {
  await registrar.goto(`${product.origin}/console/tokens/registrations`);
  await registrar
    .getByRole("row", { name: new RegExp(userCode) })
    .getByRole("link", { name: "เปิดดู" })
    .click();
  if (answer === "ไม่อนุมัติ") {
    await registrar.getByLabel("แนบเอกสารไม่ครบ ขาดแบบมอบหมายให้ถือสิทธิ").check();
  }
  await press(registrar, answer);
  await registrar.getByText(answer === "อนุมัติ" ? "อนุมัติแล้ว แจ้งผล" : "ส่งกลับให้แก้ไขแล้ว").waitFor();
}

/** In again after the approval, the key onto the phone, whole by it, the first password changed, and in by the new one. */
async function goLive(desk: Desk, userCode: string): Promise<void> {
  const { computer } = desk;
  await computer.context().clearCookies();
  await enterSeat(computer, product.origin, userCode, password);
  await activateKey(product, desk);
  await computer.getByRole("link", { name: "เข้าสู่ระบบ" }).click();
  await answerOnPhone(product, desk);
  await changeFirstPassword(computer, password, ownPassword);
  await enterSeat(computer, product.origin, userCode, ownPassword);
  await answerOnPhone(product, desk);
  await computer.getByRole("heading", { name: "Soft Token ของฉัน" }).waitFor();
}

test("the head names three people; the same person is refused for both approvals", async () => {
  const { origin } = product;
  await nameToSeat(head, origin, { code: codes.recorder, who: people.recorder, order: "101/2569" });
  await nameToSeat(head, origin, { code: codes.first, who: people.first, order: "102/2569" });
  await choosePerson(head, origin, codes.second, people.first);
  await head.getByText("อนุมัติ 1 และอนุมัติ 2 เป็นบุคคลเดียวกันมิได้").waitFor();
  await nameToSeat(head, origin, { code: codes.second, who: people.second, order: "103/2569" });
}, 120_000);

test("each goes through the five steps, one of them on a single phone; one is refused once, then all are approved", async () => {
  await register(await openDesk("recorder", 1), people.recorder, codes.recorder);
  await register(await openDesk("first", 2), people.first, codes.first);
  const { phone, phoneNumber } = await openDesk("second", 3);
  const origin = product.phone(phoneNumber);
  const { email } = people.second;
  await enterFirst(product, phone, { origin, email, userCode: codes.second, password });
  await giveIdentity(phone, { facts: { ...people.second, mobile: null } });
  await phone.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).click();
  await proveByThaId(phone, people.second);
  await phone.getByRole("link", { name: "ทำต่อบนโทรศัพท์เครื่องนี้" }).click();
  await giveAndSend(product, phone, email);

  await decide(codes.recorder, "ไม่อนุมัติ");
  await decide(codes.first, "อนุมัติ");
  await decide(codes.second, "อนุมัติ");
  const { computer } = deskOf("recorder");
  await computer.getByRole("link", { name: "ตรวจสอบผล" }).click();
  await computer.getByRole("link", { name: "ดำเนินการต่อ" }).click();
  await computer.getByRole("link", { name: "แก้ไขแล้ว ตรวจและส่งใหม่" }).click();
  await press(computer, "ยืนยันและส่ง");
  await computer.getByRole("heading", { name: "รอการอนุมัติ" }).waitFor();
  await decide(codes.recorder, "อนุมัติ");
}, 240_000);

test("their phones make their keys, and sign them in", async () => {
  await goLive(deskOf("recorder"), codes.recorder);
  await goLive(deskOf("first"), codes.first);
  await goLive(deskOf("second"), codes.second);
}, 180_000);

test("the treasury lets an approver in by password, picture, digits, PIN and signature", async () => {
  const desk = deskOf("first");
  const { computer } = desk;
  await computer.context().clearCookies();
  await computer.goto(portal.origin);
  await computer.getByRole("link", { name: "เข้าสู่ระบบด้วย Soft Token" }).click();
  await computer.getByLabel("รหัสผู้ใช้งาน").fill(codes.first);
  await computer.getByLabel("รหัสผ่าน", { exact: true }).fill(ownPassword);
  await press(computer, "เข้าสู่ระบบ");
  await computer.locator(".riddle-digits").waitFor();
  const asks = await answerOnPhone(product, desk);
  expect(asks).toContain("ระบบบริหารการเงินการคลังภาครัฐ");
  await computer.waitForURL(`${portal.origin}/`);
  const act = (name: string) => computer.locator("li", { hasText: name }).getByRole("button").click();
  await act("ขอเบิกเงินจากคลัง");
  await computer.getByText("ทำรายการแล้ว: อนุมัติ 1").waitFor();
  await act("อนุมัติจ่ายตรง");
  await computer.getByText("ทำไม่ได้: อนุมัติ 2: อนุมัติจ่ายตรง", { exact: true }).waitFor();
}, 90_000);

test("a certificate that ends in ten days is renewed", async () => {
  const desk = deskOf("recorder");
  const { computer, phone, phoneNumber, pin } = desk;
  await unguarded(
    sql,
    (tx) => tx`update soft_token t set not_after = now() + interval '10 days' from seat s
      where s.id = t.seat_id and s.user_code = ${codes.recorder}`,
  );
  await computer.context().clearCookies();
  await enterSeat(computer, product.origin, codes.recorder, ownPassword);
  await answerOnPhone(product, desk);
  await computer.getByRole("button", { name: "ต่ออายุทันที (Renew Soft Token)" }).click();
  await phone.goto(`${product.phone(phoneNumber)}/liff/token`);
  await phone.getByRole("link", { name: /Update Profile/ }).click();
  await phone.locator("input[name=pin]").fill(pin);
  await phone.getByRole("button", { name: "ยอมรับและต่ออายุ" }).click();
  await phone.getByText("Profile updated Successfully").waitFor();
  await computer.getByText("ดำเนินการแล้ว").waitFor();
}, 90_000);

test("a lost phone is stopped from a colleague's LINE, here and at the treasury, and the head has the letter", async () => {
  const { phone, phoneNumber, pin } = deskOf("recorder");
  const { computer } = deskOf("first");
  await phone.goto(`${product.phone(phoneNumber)}/liff/token/lost`);
  await phone.getByLabel("รหัสผู้ใช้งาน").fill(codes.first);
  const [day, month, year] = new Intl.DateTimeFormat("th-TH-u-nu-latn", {
    ...{ timeZone: "Asia/Bangkok", day: "numeric", month: "numeric", year: "numeric" },
  })
    .formatToParts(new Date())
    .flatMap(({ type, value }) => (["day", "month", "year"].includes(type) ? [value] : []));
  await phone.locator("#lostOnDay").selectOption(day ?? "");
  await phone.locator("#lostOnMonth").selectOption(month ?? "");
  await phone.locator("#lostOnYear").fill(year ?? "");
  await phone.locator("input[name=pin]").fill(pin);
  await press(phone, "หยุดใช้งานทันที");
  await phone.getByRole("heading", { name: "หยุดโทรศัพท์เครื่องนั้นแล้ว" }).waitFor();
  await computer.getByRole("button", { name: "ทำรายการ" }).first().click();
  await computer.getByRole("heading", { name: "การเข้าใช้งานสิ้นสุดแล้ว" }).waitFor();
  await head.goto(`${product.origin}/console/lost-phones`);
  await head.getByRole("link", { name: codes.first }).click();
  await head.getByText("เพื่อนร่วมงานแจ้งแทน").waitFor();
  await head.getByText(/เหลือ 3 วันทำการ/).waitFor();
}, 90_000);

test("a holder resigns, and a new one takes the seat", async () => {
  const { phone } = deskOf("second");
  await phone.goto(`${product.origin}/seat/home`);
  await deskOf("second").computer.goto(`${product.origin}/seat/end`);
  const { computer } = deskOf("second");
  await computer.getByLabel("ลาออก").check();
  await press(computer, "ต่อไป");
  await computer.locator("input[name=password]").fill(ownPassword);
  await press(computer, "ยืนยันยกเลิก");
  await computer.getByText("ยกเลิกการใช้ Soft Token เรียบร้อย").first().waitFor();
  await head.goto(`${product.origin}/console/seats`);
  await head.getByText("รอผู้ถือสิทธิรายใหม่").waitFor();
  await nameToSeat(head, product.origin, { code: codes.second, who: people.next, order: "104/2569" });
  const next = await openDesk("next", 4);
  await register(next, people.next, codes.second);
  await decide(codes.second, "อนุมัติ");
  await goLive(next, codes.second);
}, 180_000);

test("the auditor takes the whole story as a file, and the log bears it out", async () => {
  const auditor = await signedInStaff(product, browser, "orathai");
  await auditor.goto(`${product.origin}/console/oversight/story`);
  const download = auditor.waitForEvent("download");
  await auditor.getByRole("link", { name: "ไฟล์ CSV" }).click();
  const story = await readFile(await (await download).path(), "utf8");
  for (const told of [
    "ไม่อนุมัติการลงทะเบียน",
    "เข้าใช้งานด้วย Soft Token",
    "ต่ออายุแล้ว",
    "แจ้งโทรศัพท์หาย ระงับทันที",
    "ลาออก",
  ]) {
    expect(story).toContain(told);
  }
  const sealer = { kind: "system", job: "test" } as const;
  await sealEntries(product.ports, sealer);
  const { report } = await verifyLog(product.ports, sealer, { kept: [] });
  expect(report.faultCount).toBe(0);
  await inMail(product, people.second.email, /(ได้ยกเลิกการใช้ Soft Token เรียบร้อย)/);
}, 90_000);
