import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScreenToken } from "../../server/visits/facility-qr.ts";
import { stepOf } from "../../server/visits/screen-step.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { signIn } from "../support/citizen-walk.ts";
import { screenLink } from "../support/console-link.ts";
import { startProduct, type Product } from "../support/product.ts";
import { screenQrNumber } from "../support/screen-qr.ts";

let product: Product;
let browser: Browser;
let phone: Page;
let counter: Page;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  phone = await (await openPhone(browser)).newPage();
  await phone.emulateMedia({ reducedMotion: "reduce" });
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  counter = await desk.newPage();
  await counter.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

test("somebody who does not register by themselves reads a number out, and the clerk's page goes on from it", async () => {
  await signIn(product, phone, 1, "/liff/register");
  const { keys, clock } = product.ports;
  const token = makeScreenToken(keys.qr, await screenQrNumber(product), stepOf(clock.now()));
  await phone.goto(`${product.phone(1)}/q/${token}`);
  await phone.getByRole("button", { name: "ยอมรับ", exact: true }).click();
  await phone.getByRole("link", { name: "ทำเองไม่สะดวก ทำต่อกับเจ้าหน้าที่" }).click();
  await phone.getByText("เตรียมบัตรประชาชน").waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);
  await phone.getByRole("button", { name: "ขอเลขส่งต่อ" }).click();
  const number = phone.getByRole("img", { name: /เลขส่งต่อ/ });
  await number.waitFor();
  expect(await axeFaults(phone, wcag)).toEqual([]);

  await counter.goto(`${product.origin}/console/counter`);
  expect(await axeFaults(counter, wcag)).toEqual([]);
  await counter.getByLabel("เลขส่งต่อ").fill((await number.getAttribute("aria-label")) ?? "");
  await counter.getByRole("button", { name: "รับเลข" }).click();
  await counter.getByText("เลขส่งต่อมี 6 หลัก").or(counter.getByText("ใช้ตัวเลขเท่านั้น")).first().waitFor();
  expect(await axeFaults(counter, wcag)).toEqual([]);
  await counter.getByLabel("เลขส่งต่อ").fill((await number.innerText()).replaceAll(/\D/g, ""));
  await counter.getByRole("button", { name: "รับเลข" }).click();
  await counter.getByText("รับช่วงต่อจากโทรศัพท์").first().waitFor();
  expect(await axeFaults(counter, wcag)).toEqual([]);
  await phone.getByText("เจ้าหน้าที่รับเลขแล้ว").waitFor();
});
