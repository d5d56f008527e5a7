import type { Page } from "playwright-core";
import type { Product } from "./product.ts";
import { otpFor, press } from "./citizen-walk.ts";
import type { Joiner } from "./web-joiner.ts";

/** Chooses an address of Bangkok in the selects whose names begin so ("" for the join form's own). */
export async function chooseAddress(page: Page, name = ""): Promise<void> {
  const at = (part: string) => page.locator(`[name="${name}${part}"]`);
  await at("line").fill("99 หมู่ 1");
  await at("province").selectOption("10");
  for (const part of ["district", "subdistrict"]) {
    await at(part).locator("option:nth-child(2)").waitFor({ state: "attached" });
    await at(part).selectOption({ index: 1 });
  }
  if ((await at("postcode").inputValue()) === "") await at("postcode").fill("10200");
}

/** What the join form asks of everybody, and a password. */
async function giveContact(page: Page, who: Joiner): Promise<void> {
  await page.locator("[name=prefix]").fill(who.prefix);
  await page.locator("[name=email]").fill(who.email);
  await chooseAddress(page, "address.");
  await page.locator("[name=password]").fill(who.password);
  await page.locator("[name=again]").fill(who.password);
}

async function acceptTerms(page: Page): Promise<void> {
  await page.getByText("ข้าพเจ้ายอมรับเงื่อนไข", { exact: true }).click();
  await press(page, "ตกลง");
}

/** Joins somebody who registered in LINE: only what is missing is asked. Ends on the welcome page. */
export async function joinInLine(page: Page, who: Joiner): Promise<void> {
  await acceptTerms(page);
  await giveContact(page, who);
  await press(page, "ถัดไป");
  await page.getByText("ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์").first().waitFor();
}

/** Joins somebody with a browser alone, from the terms to the welcome page. */
export async function joinInBrowser(product: Product, page: Page, who: Joiner): Promise<void> {
  await page.goto(`${product.origin}/liff/join`);
  await acceptTerms(page);
  await page.locator("[name=citizenId]").fill(who.citizenId);
  await page.locator("[name=firstName]").fill(who.firstName);
  await page.locator("[name=lastName]").fill(who.lastName);
  await page.locator("[name=birthDay]").selectOption(who.birth.day);
  await page.locator("[name=birthMonth]").selectOption(who.birth.month);
  await page.locator("[name=birthYear]").fill(who.birth.year);
  await page.locator("[name=phone]").fill(who.phone);
  await giveContact(page, who);
  const seen = product.simulator.sms(who.phone).length;
  await press(page, "ถัดไป");
  await page.locator("[name=otp]").fill(await otpFor(product, who.phone, seen));
  await page.locator("main form button").first().click();
  await page.getByText("ยินดีต้อนรับเข้าสู่ระบบบริการประชาชนออนไลน์").first().waitFor();
}

interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Sends the picture of one slot, as it was crossed out on the phone. */
export async function sendIdPicture(page: Page, slot: string, picture: Picture): Promise<void> {
  const card = page.locator(`#${slot}`);
  await card.locator("input[type=file]").setInputFiles(picture);
  await card.locator("canvas").waitFor();
  await card.getByRole("button", { name: "ส่งรูปนี้" }).click();
  await card.getByText("ได้รับรูปแล้ว").waitFor();
}

/** An officer opens the check that waits longest and approves it, or sends the back of the card back. */
export async function decideIdCheck(
  product: Product,
  officer: Page,
  who: Joiner,
  how: "approve" | "send_back",
): Promise<void> {
  await officer.goto(`${product.origin}/console/id-checks`);
  await officer.getByRole("link", { name: "เปิดตรวจ" }).first().click();
  await officer.locator(".id-desk-picture img").first().waitFor();
  await officer.locator("#lastFour").fill(who.citizenId.slice(-4));
  if (how === "approve") {
    await press(officer, "อนุมัติ");
    return officer.getByText("อนุมัติแล้ว").waitFor();
  }
  await officer.locator("summary", { hasText: "ส่งกลับให้ถ่ายใหม่" }).click();
  await officer.locator("input[value='card_back:unclear']").check();
  await press(officer, "ส่งกลับให้ถ่ายใหม่");
  await officer.locator(".banner.done", { hasText: "ส่งกลับให้ถ่ายใหม่แล้ว" }).waitFor();
}
