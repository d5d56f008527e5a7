import { Secret, TOTP } from "otpauth";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { readKeptStaff } from "../../scripts/demo/kept-staff.ts";
import type { Product } from "./product.ts";

/**
 * A page of somebody of the demo who signed in by password and authenticator and accepted, in a browser context of
 * their own. The demo's accounts must be open (scripts/demo/staff.ts).
 */
export async function signedInStaff(
  product: Product,
  browser: Browser,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const held = (await readKeptStaff(product.dataFolder))[username];
  if (!held?.totp) throw new Error(`the demo keeps no whole account of ${username}`);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "th-TH",
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${product.origin}/console/sign-in`);
  await page.locator("input[name=username]").fill(username);
  await page.locator("input[name=password]").fill(held.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/second-step/);
  await page.locator("input[name=code]").fill(new TOTP({ secret: Secret.fromBase32(held.totp) }).generate());
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /ยอมรับ/ }).click();
  await page.waitForURL((url) => !/accept|second-step/.test(url.pathname));
  return page;
}
