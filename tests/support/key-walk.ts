import type { Page } from "playwright-core";
import { signIn } from "./citizen-walk.ts";
import type { Product } from "./product.ts";

/** Somebody's computer and their phone, which LINE knows by a number of the demo. */
export interface Desk {
  readonly computer: Page;
  readonly phone: Page;
  readonly phoneNumber: number;
  readonly pin: string;
}

/** From "เปิดใช้งาน Soft Token" on the computer: the phone makes its key, and both say so. */
export async function activateKey(
  product: Product,
  { computer, phone, phoneNumber, pin }: Desk,
): Promise<void> {
  await computer.getByRole("heading", { name: "เปิดใช้งาน Soft Token" }).waitFor();
  await computer.getByRole("button", { name: "ตกลง" }).click();
  const link = await computer.getByRole("link", { name: "ใช้โทรศัพท์เครื่องนี้" }).getAttribute("href");
  const { pathname: path } = new URL(link ?? "");
  await signIn(product, phone, phoneNumber, "/liff/token");
  await phone.goto(`${product.phone(phoneNumber)}${path}`);
  await phone.getByRole("button", { name: "Activate" }).click();
  await confirmOnComputer({ computer, phone });
  await phone.locator("input[name=pin]").fill(pin);
  await phone.locator("input[name=again]").fill(pin);
  await phone.getByRole("button", { name: "เปิดใช้งาน" }).click();
  await phone.getByText("เปิดใช้งานเรียบร้อย").waitFor();
  await computer.getByText("เปิดใช้งานเรียบร้อย").waitFor();
}

/** Phone and computer show the same two digits, and one tap on the computer lets the phone go on to its PIN. */
export async function confirmOnComputer({
  computer,
  phone,
}: Pick<Desk, "computer" | "phone">): Promise<void> {
  await phone.getByRole("heading", { name: "รอคอมพิวเตอร์ยืนยัน" }).waitFor();
  const mark = await phone.locator(".riddle-digits").innerText();
  await computer.locator(".riddle-digits", { hasText: mark }).waitFor();
  await computer.getByRole("button", { name: "นี่คือโทรศัพท์ของฉัน" }).click();
  await computer.getByRole("heading", { name: "ตั้งรหัส PIN บนโทรศัพท์" }).waitFor();
  await phone.locator("input[name=again]").waitFor();
}

/** What the computer shows, given back on the phone with the PIN, and confirmed; answers what the phone said it is for. */
export async function answerOnPhone(product: Product, desk: Desk): Promise<string> {
  const { computer, phone, phoneNumber, pin } = desk;
  const picture = await computer.locator(".riddle strong").innerText();
  const digits = await computer.locator(".riddle-digits").innerText();
  // The list loads itself anew when something waits, and would cut the way to it short: it is left first.
  await openOnPhone(phone, `${product.phone(phoneNumber)}/liff/token/gone`);
  await openOnPhone(phone, `${product.phone(phoneNumber)}/liff/token`);
  await phone.locator("a.link-row[href*='/sign/']").first().click();
  const asks = await phone.locator("dl").first().innerText();
  await phone.locator(".riddle-choice", { hasText: picture }).click();
  await phone.locator("input[name=digits]").fill(digits);
  await phone.locator("input[name=pin]").fill(pin);
  await phone.getByRole("button", { name: "ยืนยัน", exact: true }).click();
  await phone.getByText("ยืนยันเรียบร้อย").waitFor();
  return asks;
}

/** Opens a page on the phone; where a way that is still being taken there cuts it short, it is opened again. */
async function openOnPhone(phone: Page, url: string): Promise<void> {
  for (let left = 4; left > 0; left -= 1) {
    const isThere = await phone.goto(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
  }
  await phone.goto(url);
}
