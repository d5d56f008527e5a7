import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hardClips } from "../../scripts/clips/hard-clips.ts";
import { frontal } from "../../scripts/clips/scene.ts";
import { writeClips } from "../../scripts/clips.ts";
import { qrPng } from "../../server/console/printed-files.ts";
import { qrText } from "../../server/visits/qr-text.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { press, register, signIn } from "../support/citizen-walk.ts";
import { hangQr, type HungQr } from "../support/facilities.ts";
import { somebody } from "../support/people.ts";
import { startProduct, type Product } from "../support/product.ts";

let product: Product;
let plain: Browser;
let folder: string;
let qr: HungQr;
/** The cookies of somebody who registered, for each camera's own browser. */
let signedIn: Awaited<ReturnType<Awaited<ReturnType<typeof openPhone>>["storageState"]>>;

beforeAll(async () => {
  [product, plain, folder] = await Promise.all([
    startProduct(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "pratu-clips-")),
  ]);
  const agencyId = product.seeded.facilities[0]?.agencyId ?? "";
  qr = await hangQr(product.ports, agencyId, "printed");
  const phone = await openPhone(plain);
  const page = await phone.newPage();
  await signIn(product, page, 1, "/liff/home");
  await register(product, page, somebody());
  signedIn = await phone.storageState();
  await phone.close();
});
afterAll(async () => {
  await plain.close();
  await product.stop();
  await rm(folder, { recursive: true });
});

const textOf = (token: string) => qrText(new URL(product.origin).host, token);

/** Opens the scan page in a browser whose camera plays a clip; the browser is closed afterwards. */
async function withCamera(clip: string, work: (page: Page) => Promise<void>, script = ""): Promise<void> {
  const browser = await openBrowser({ clip });
  try {
    await onScanPage(browser, work, { script });
  } finally {
    await browser.close();
  }
}

async function onScanPage(
  browser: Browser,
  work: (page: Page) => Promise<void>,
  { script = "", javaScriptEnabled = true } = {},
): Promise<void> {
  const context = await browser.newContext({
    storageState: signedIn,
    viewport: { width: 320, height: 640 },
    locale: "th-TH",
    javaScriptEnabled,
  });
  const page = await context.newPage();
  if (script) await page.addInitScript(script);
  await page.goto(`${product.phone(1)}/liff/scan`);
  await work(page);
  await context.close();
}

async function confirmsTheFacility(page: Page): Promise<void> {
  await page.waitForURL(/\/liff\/ask\//, { timeout: 20_000 });
  expect(await page.locator("main").innerText()).toContain("โรงพยาบาลบ้านประตู");
}

test.each(hardClips.map((clip) => [clip.name, clip] as const))("reads the clip %s", async (_, clip) => {
  const [written] = await writeClips(textOf(qr.token()), folder, [clip]);
  await withCamera(written?.path ?? "", async (page) => {
    await press(page, "เปิดกล้อง");
    await confirmsTheFacility(page);
  });
});

test("loads the decoder only when the camera opens", async () => {
  const [written] = await writeClips(textOf(qr.token()), folder, [
    { name: "easy", view: frontal, effects: [] },
  ]);
  await withCamera(written?.path ?? "", async (page) => {
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map((entry) => entry.name)
          .join(" "),
      );
    expect(await loaded()).not.toMatch(/\.wasm|scan-worker/);
    await press(page, "เปิดกล้อง");
    await confirmsTheFacility(page);
  });
});

test("reads without WebAssembly, and without workers", async () => {
  const [written] = await writeClips(textOf(qr.token()), folder, [
    { name: "easy", view: frontal, effects: [] },
  ]);
  for (const missing of ["delete globalThis.WebAssembly", "delete globalThis.Worker"]) {
    await withCamera(
      written?.path ?? "",
      async (page) => {
        await press(page, "เปิดกล้อง");
        await confirmsTheFacility(page);
      },
      missing,
    );
  }
});

test("names the host of a foreign QR and opens nothing", async () => {
  const [written] = await writeClips("HTTPS://EVIL.EXAMPLE/Q/0123456789ABCDEFGHJKMNPQ", folder, [
    { name: "foreign", view: frontal, effects: [] },
  ]);
  await withCamera(written?.path ?? "", async (page) => {
    await press(page, "เปิดกล้อง");
    await page.getByText("QR นี้พาไปที่ evil.example ซึ่งไม่ใช่ของเรา").waitFor();
    expect(page.url()).toMatch(/\/liff\/scan$/);
  });
});

test("says why a forged QR is refused and goes on looking", async () => {
  const token = qr.token();
  const forged = `${token.slice(0, 23)}${token.endsWith("0") ? "8" : "0"}`;
  const [written] = await writeClips(textOf(forged), folder, [
    { name: "forged", view: frontal, effects: [] },
  ]);
  await withCamera(written?.path ?? "", async (page) => {
    await press(page, "เปิดกล้อง");
    await page.getByText("QR นี้ไม่ได้ออกโดยหน่วยบริการ").waitFor();
    expect(await page.locator("#video").isVisible()).toBe(true);
  });
});

test("without a camera the next rungs stand ready: a picture from the album is read", async () => {
  await onScanPage(plain, async (page) => {
    await press(page, "เปิดกล้อง");
    await page.locator("#said").getByText("เลือกรูป QR จากอัลบั้ม").waitFor();
    const buffer = Buffer.from(qrPng(textOf(qr.token()), qr.shortCode()));
    await page.locator("#picture").setInputFiles({ name: "qr.png", mimeType: "image/png", buffer });
    await confirmsTheFacility(page);
  });
});

test("takes the typed short code without any script", async () => {
  await onScanPage(
    plain,
    async (page) => {
      await page.getByLabel("พิมพ์เลข 9 หลักใต้ QR").fill(qr.shortCode().replace(/(...)/g, "$1 "));
      await press(page, "ใช้เลขนี้");
      await confirmsTheFacility(page);
    },
    { javaScriptEnabled: false },
  );
});
