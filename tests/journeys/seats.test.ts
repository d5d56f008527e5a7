import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { scannedLetter } from "../support/access.ts";
import { openBrowser } from "../support/browser.ts";
import { choosePerson, fillToday, goOn, type NamedPerson } from "../support/naming-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const person = (number: number, firstName: string, email = ""): NamedPerson => ({
  citizenId: completeCitizenId(String(199_990_002_000 + number)),
  firstName,
  lastName: "ใจซื่อ",
  position: "นักวิชาการเงินและบัญชี",
  email,
});
const recorder = person(1, "ประภา", "prapa@banpratu.example");
const firstApprover = person(2, "วิโรจน์");
const secondApprover = person(3, "อรุณี", "arunee@banpratu.example");

/** No rule of axe broken and no sideways scroll, on phones and on the console's own width. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const name = `${new URL(page.url()).pathname} at ${width}`;
    expect(await axeFaults(page, wcag), name).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways, name).toBeLessThanOrEqual(0);
  }
}

const choose = (page: Page, code: string, who: NamedPerson) => choosePerson(page, product.origin, code, who);

test("the head names three people, one person is refused for both approvals, and the registrar opens a letter once", async () => {
  const head = await signedInStaff(product, browser, "prasit");
  await head.goto(`${product.origin}/console/seats`);
  await head.getByText("A75XXX000008001").waitFor();
  await expectSound(head);

  await choose(head, "A75XXX000008001", recorder);
  await fillToday(head, "starts");
  await fillToday(head, "dated");
  await head.fill("#number", "125/2569");
  await expectSound(head);
  await goOn(head);
  await head.getByRole("heading", { name: "ตรวจทานก่อนแต่งตั้ง" }).waitFor();
  await expectSound(head);
  const draft = head.waitForEvent("download");
  await head.getByRole("button", { name: /PDF/ }).click();
  expect((await draft).suggestedFilename()).toBe("seat-order-draft.pdf");
  await head.getByRole("button", { name: "แต่งตั้ง", exact: true }).click();
  await head.getByText("ส่งลิงก์ตั้งรหัสผ่านไปที่อีเมล").waitFor();
  await expectSound(head);

  const buffer = Buffer.from(scannedLetter);
  await head.setInputFiles("#file", { name: "คำสั่งลงนามแล้ว.pdf", mimeType: "application/pdf", buffer });
  await head.getByRole("button", { name: "แนบไฟล์" }).click();
  await head.getByRole("link", { name: "คำสั่งลงนามแล้ว.pdf" }).waitFor();

  await choose(head, "A75XXX000000101", firstApprover);
  await fillToday(head, "starts");
  await head.selectOption("#orderId", { index: 1 });
  await goOn(head);
  await head.getByRole("button", { name: "แต่งตั้ง", exact: true }).click();
  await head.getByText("ขอจดหมายปิดผนึก").waitFor();

  await choose(head, "A75XXX000000201", firstApprover);
  await head.getByText("อนุมัติ 1 และอนุมัติ 2 เป็นบุคคลเดียวกันมิได้").waitFor();
  expect(await head.inputValue("#firstName")).toBe(firstApprover.firstName);
  await expectSound(head);
  for (const [field, text] of Object.entries(secondApprover)) await head.fill(`#${field}`, text);
  await goOn(head);
  await fillToday(head, "starts");
  await head.selectOption("#orderId", { index: 1 });
  await goOn(head);
  await head.getByRole("button", { name: "แต่งตั้ง", exact: true }).click();
  await head.goto(`${product.origin}/console/seats`);
  expect(await head.getByText("รอลงทะเบียน").count()).toBe(3);
  await expectSound(head);

  const mail = `${product.origin}/seat/set-password/`;
  const mails = () => product.simulator.mails(recorder.email).map(({ text }) => text);
  await expect.poll(() => mails().join("\n"), { timeout: 20_000 }).toContain(mail);

  const registrar = await signedInStaff(product, browser, "kanya");
  await registrar.goto(`${product.origin}/console/tokens/agencies?q=A75XXX00000`);
  await expectSound(registrar);
  await registrar.getByRole("link", { name: "เปิด" }).first().click();
  await expectSound(registrar);
  await registrar
    .getByRole("row", { name: /A75XXX000000101/ })
    .getByRole("link")
    .click();
  await expectSound(registrar);
  await registrar.getByRole("button", { name: "ออกจดหมายปิดผนึก" }).click();
  await expectSound(registrar);
  const letter = registrar.url();
  await registrar.getByRole("button", { name: "เปิดและแสดงรหัสผ่าน" }).click();
  const password = (await registrar.locator(".letter-codes dd").last().textContent()) ?? "";
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
  await expectSound(registrar);
  await registrar.goto(letter);
  await registrar.getByText("จดหมายนี้เปิดแล้ว").waitFor();
  expect(await registrar.content()).not.toContain(password);
  await expectSound(registrar);
}, 180_000);
