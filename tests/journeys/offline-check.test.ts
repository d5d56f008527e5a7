import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "fast-png";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { encode } from "uqr";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Grey } from "../../scripts/clips/grey.ts";
import { y4m } from "../../scripts/clips/y4m.ts";
import { writeCodeToken } from "../../server/visits/code-token.ts";
import { citizenCookie } from "../support/app.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { asSuperuser } from "../support/citizens.ts";
import { screenLink } from "../support/console-link.ts";
import { heldCode, type HeldCode } from "../support/held-code.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { startProduct, type Product } from "../support/product.ts";
import { readQr } from "../support/read-qr.ts";

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let inspector: Inspector;
let sql: ReturnType<typeof asSuperuser>;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  sql = asSuperuser(product);
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "th-TH",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  inspector = inspect(page);
  await page.goto(`${product.origin}${await screenLink(product)}`);
});
afterAll(async () => {
  await browser.close();
  await sql.end();
  await product.stop();
});

/** A code of the facility whose console is open, the demo's first, or of another. */
function held(at = 0): Promise<HeldCode> {
  const facility = product.seeded.facilities[at];
  if (!facility) throw new Error("the demo has too few facilities");
  return heldCode(product.ports, facility.agencyId);
}

async function openDesk(): Promise<void> {
  await page.goto(`${product.origin}/console/codes/check`);
  await page.locator("body[data-offline-ready]").waitFor();
}

/** A camera's picture of a QR held up to it, its modules 8 pixels wide. */
function heldUp(text: string): Grey {
  const { data } = encode(text, { ecc: "L", boostEcc: true, border: 4 });
  const [width, height] = [1280, 720];
  const [left, top] = [width, height].map((side) => Math.floor((side - data.length * 8) / 2));
  const values = Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) - (left ?? 0), Math.floor(at / width) - (top ?? 0)];
    return data[Math.floor(y / 8)]?.[Math.floor(x / 8)] ? 20 : 235;
  });
  return { width, height, values };
}

/** As a scanner types: the text, then Enter. */
async function scan(text: string): Promise<void> {
  await page.locator("#text").fill(text);
  await page.keyboard.press("Enter");
}

const result = (text: string) => page.locator("#result", { hasText: text }).waitFor();
const inList = (text: string) => page.locator("#kept tbody tr", { hasText: text }).first().waitFor();

/** How often the code was used, by the audit, and where it stands. */
async function usedOf({ codeId }: HeldCode): Promise<readonly [string, number]> {
  const [row] = await sql`select status from service_code where id = ${codeId}`;
  const uses = await sql`select from audit_entry
    where subject_id = ${codeId} and action = 'service_code.used'`;
  return [row?.["status"] as string, uses.length];
}

test("the QR on a phone of 360 px is read by another decoder, and says the token of that code", async () => {
  const { citizen, codeId, code } = await held();
  const phone = await openPhone(browser, { width: 360, height: 740 });
  const [name = "", value = ""] = (await citizenCookie(product, citizen)).split("=");
  await phone.addCookies([{ name, value, url: product.origin.replace("http:", "https:"), secure: true }]);
  const screen = await phone.newPage();
  await screen.goto(`${product.origin}/liff/code/${codeId}`);
  const shot = decode(await screen.locator("figure.qr").screenshot());
  const grey = Uint8Array.from(
    { length: shot.width * shot.height },
    (_, at) => Number(shot.data[at * shot.channels]) & 255,
  );
  const text = await readQr(grey, shot.width, shot.height);
  await phone.close();
  await openDesk();
  await scan(text);
  await result("รหัสใช้ได้");
  await result("ลายเซ็นใน QR ถูกต้อง");
  expect(await page.locator("#result").innerText()).toContain(
    `PP ${code.slice(2, 6)} ${code.slice(6, 9)} ${code.slice(9)}`,
  );
  await inspector.look("a good code");
});

test("a code checked and marked without a network is used exactly once when the network is back", async () => {
  const code = await held();
  await openDesk();
  await context.setOffline(true);
  await page.reload();
  await scan(code.token);
  await result("ตรวจลายเซ็นแล้ว ยังไม่ได้ตรวจสถานะล่าสุด");
  await inspector.look("a code checked without a network");
  await page.locator("#mark").click();
  await result("เก็บไว้แล้ว รอส่ง");
  await inList("รอส่ง");
  await inspector.look("a mark that waits");
  expect(await usedOf(code)).toEqual(["issued", 0]);
  await context.setOffline(false);
  await inList("ส่งแล้ว");
  expect(await usedOf(code)).toEqual(["used", 1]);
  const again = await page.evaluate(async (text) => {
    const body = JSON.stringify({ text });
    const answers = [1, 2].map(() => fetch("/console/codes/marks", { method: "POST", body }));
    return (await Promise.all(answers)).map(({ status }) => status);
  }, code.token);
  expect([again, await usedOf(code)]).toEqual([
    [200, 200],
    ["used", 1],
  ]);
});

test("the camera reads a phone's screen without a network too", async () => {
  const { token } = await held();
  const folder = await mkdtemp(join(tmpdir(), "pratu-screen-"));
  const clip = join(folder, "screen.y4m");
  await writeFile(clip, y4m([heldUp(token)], 10));
  const withCamera = await openBrowser({ clip });
  try {
    const desk = await (await withCamera.newContext({ permissions: ["camera"] })).newPage();
    await desk.goto(`${product.origin}${await screenLink(product)}`);
    await desk.goto(`${product.origin}/console/codes/check`);
    await desk.locator("body[data-offline-ready]").waitFor();
    await desk.context().setOffline(true);
    await desk.locator("#open-camera").click();
    await desk.locator("#result", { hasText: "ตรวจลายเซ็นแล้ว" }).waitFor();
    await desk.locator("#close-camera").click();
    expect(await desk.locator("#view").isVisible()).toBe(false);
  } finally {
    await withCamera.close();
    await rm(folder, { recursive: true });
  }
});

test("without a network what is forged, of another day or of another place is refused, and a number is not enough", async () => {
  const [{ token, code }, elsewhere] = [await held(), await held(1)];
  const yesterday = await writeCodeToken(product.ports.keys.codeSigner, {
    code,
    facility: "99001",
    serviceType: "PG0060001",
    expiresAt: new Date(product.ports.clock.now().getTime() - 86_400_000),
  });
  await openDesk();
  await context.setOffline(true);
  await scan(`${token.slice(0, 80)}${token[80] === "A" ? "B" : "A"}${token.slice(81)}`);
  await result("QR นี้ไม่ได้ออกจากประตู หรือถูกแก้ไข");
  await inspector.look("a forged token");
  await scan(code);
  await result("ยังตรวจเลขนี้ไม่ได้");
  expect(await page.locator("#mark").count()).toBe(0);
  await scan(elsewhere.token);
  await result("รหัสนี้ออกให้หน่วยบริการอื่น");
  await scan(yesterday);
  await result("รหัสใช้ได้เฉพาะวันที่ขอ");
  expect(await page.locator("#mark").count()).toBe(0);
  await context.setOffline(false);
});

test("who signs out with a mark unsent is told before and after, and the kept page is gone", async () => {
  const code = await held();
  await page.setViewportSize({ width: 1280, height: 900 });
  await openDesk();
  await context.route("**/console/codes/marks", (route) => route.abort());
  await scan(code.token);
  await result("รหัสใช้ได้");
  await page.locator("#mark").click();
  await inList("รอส่ง");
  const signOut = page.locator("form.sign-out button").first();
  await signOut.click();
  await page.locator("#network", { hasText: "รายการรอส่ง" }).waitFor();
  await signOut.click();
  await page.locator("#left", { hasText: "1 รายการ" }).waitFor();
  await page.waitForFunction(async () => (await caches.keys()).length === 0);
  expect(await usedOf(code)).toEqual(["issued", 0]);
  await context.unroute("**/console/codes/marks");
});

test("every page of it is accessible, fits, and says nothing on the console", () => {
  const cut = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of 422/;
  expect(inspector.found().filter((fault) => !cut.test(fault))).toEqual([]);
});
