import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemoAccounts } from "../../scripts/demo/staff.ts";
import { openBrowser } from "../support/browser.ts";
import { press } from "../support/citizen-walk.ts";
import { startProduct, type Product } from "../support/product.ts";
import { fits, inMail } from "../support/registration-walk.ts";
import { signedInStaff } from "../support/signed-in-staff.ts";

let product: Product;
let browser: Browser;
let head: Page;
let registrar: Page;
const widths = [360, 1280];
const email = "wipha.jaisue@town.example";

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  await openDemoAccounts(product.ports, product.dataFolder, product.seeded);
  head = await signedInStaff(product, browser, "prasit");
  registrar = await signedInStaff(product, browser, "kanya");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

test("a head asks for a user code for the holder of a hardware key; what is missing is told and what was typed stays", async () => {
  await head.goto(`${product.origin}/console/seats`);
  await fits(head, "seats", widths);
  await head.getByRole("link", { name: "ขอรหัสผู้ใช้งานแทนอุปกรณ์เดิม" }).click();
  await fits(head, "asks-empty", widths);
  await head.getByRole("link", { name: "ขอรหัสผู้ใช้งาน", exact: true }).click();
  await head.getByLabel("หมายเลขเครื่อง GFMIS Token Key").fill("TK-778899");
  await press(head, "ส่งคำขอ");
  await head.getByText("เลือกสิทธิที่ขอ").first().waitFor();
  await fits(head, "ask-faults", widths);
  expect(await head.getByLabel("หมายเลขเครื่อง GFMIS Token Key").inputValue()).toBe("TK-778899");
  await head.getByLabel("ผู้บันทึก").check();
  const person = {
    citizenId: "3600000000450",
    firstName: "วิภา",
    lastName: "ใจซื่อ",
    position: "นักวิชาการคลัง",
    email,
  };
  for (const [field, text] of Object.entries(person)) await head.fill(`#${field}`, text);
  await press(head, "ส่งคำขอ");
  await head.getByText("ส่งคำขอให้ส่วนกลางแล้ว").waitFor();
  await fits(head, "asks", widths);
});

test("the central office issues the next code by the rule: the person gets the link, the head sees the code", async () => {
  await registrar.goto(`${product.origin}/console/tokens/code-asks`);
  await fits(registrar, "ask-queue", widths);
  await registrar.getByRole("link", { name: "เปิดดู" }).click();
  expect(await registrar.getByLabel("รหัสผู้ใช้งาน 15 หลัก").inputValue()).toBe("A75XXX000008002");
  await fits(registrar, "ask-one", widths);
  await press(registrar, "ออกรหัสและแต่งตั้ง");
  await registrar.getByText("ออกรหัส A75XXX000008002 แล้ว").waitFor();
  await fits(registrar, "ask-issued", widths);
  expect(await inMail(product, email, /(\/seat\/set-password\/)/)).not.toBe("");
  const ofHead = "prasit@banpratu-town.example";
  const way = await inMail(
    product,
    ofHead,
    /ออกรหัสผู้ใช้งานตามคำขอแล้ว[\s\S]*?(\/console\/seats\/code-asks\/\S+)/,
  );
  expect(way).not.toBe("");
  await head.reload();
  await head.getByText("A75XXX000008002").waitFor();
  await head.getByRole("link", { name: "เปิดดู" }).click();
  await head.getByText("ออกรหัส A75XXX000008002 แล้ว").waitFor();
  await registrar.goto(`${product.origin}/console/tokens/campaign?list=not_returned`);
  await registrar.getByText("TK-778899").waitFor();
});
