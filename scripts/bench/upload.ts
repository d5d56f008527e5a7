import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { findBrowser } from "../browser.ts";
import { layJoined } from "./lay-joined.ts";
import { layCitizens, type BenchCitizen, type BenchWorld } from "./world.ts";

const targetSeconds = 40;
const pictures = 3;
const megabytes = 5;
/** A phone in the country: 1.6 Mbit/s each way, 150 ms there and back, a processor a quarter as fast. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const slowerCpu = 4;
const cutSeconds = 5;

/** From choosing three pictures of 5 MB to the number of the petition, on a slow phone; once more with the line cut. */
export async function benchUpload(world: BenchWorld): Promise<boolean> {
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
  try {
    const [first, second] = await layCitizens(world, 2, world.channel);
    if (!first || !second) throw new Error("nobody to send");
    const whole = await sendOnce(world, browser, first, 0);
    const cut = await sendOnce(world, browser, second, cutSeconds);
    const held = Math.max(whole, cut) <= targetSeconds;
    console.log(
      `upload: ${pictures} pictures of ${megabytes} MB at 1.6 Mbit/s, chosen to sent ${whole.toFixed(1)} s; ` +
        `with the line cut for ${cutSeconds} s ${cut.toFixed(1)} s (target ≤ ${targetSeconds} s) ${held ? "✓" : "✗"}`,
    );
    return held;
  } finally {
    await browser.close();
  }
}

async function sendOnce(
  world: BenchWorld,
  browser: Browser,
  citizen: BenchCitizen,
  cutFor: number,
): Promise<number> {
  await layJoined(world, citizen);
  const context = await openPhone(browser, citizen);
  const page = await context.newPage();
  const files = await drawnPictures(page);
  await fillForm(page, world.origin.replace("127.0.0.1", "localhost"));
  await slowDown(context, page);
  const started = performance.now();
  await page.locator("[id='picture.new']").setInputFiles(files);
  if (cutFor > 0) await cutLine(context, page, cutFor);
  for (const { name } of files) await page.getByRole("link", { name }).waitFor({ timeout: 120_000 });
  await page.getByRole("button", { name: "ตรวจสอบก่อนส่ง" }).click();
  await page.getByRole("button", { name: "ส่งคำร้อง" }).click({ timeout: 60_000 });
  await page.getByRole("heading", { name: /^\d{4}-\d{6}-\w{2}$/ }).waitFor({ timeout: 60_000 });
  const took = (performance.now() - started) / 1000;
  await context.close();
  return took;
}

async function openPhone(browser: Browser, { cookie }: BenchCitizen): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH" });
  const place = { domain: "localhost", path: "/", secure: true, httpOnly: true };
  await context.addCookies([{ name: "__Host-citizen", value: cookie, ...place }]);
  return context;
}

interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Pictures of twelve million pixels with enough grain to weigh five megabytes, as a phone's camera makes them. */
async function drawnPictures(page: Page): Promise<readonly Picture[]> {
  const drawn: Picture[] = [];
  for (let number = 1; number <= pictures; number += 1) {
    const base64 = await page.evaluate(drawGrain, megabytes * 1_000_000);
    const buffer = Buffer.from(base64, "base64");
    drawn.push({ name: `รูปที่ ${number}.jpg`, mimeType: "image/jpeg", buffer });
  }
  return drawn;
}

/** Runs in the page: a picture of 4000 × 3000 of at least `bytes` as JPEG, in base64. */
async function drawGrain(bytes: number): Promise<string> {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [4000, 3000];
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const grain = context.createImageData(canvas.width, canvas.height);
  for (let at = 0; at < grain.data.length; at += 4) {
    const light = 110 + ((at >> 14) & 63) + Math.random() * 40;
    grain.data.set([light, light * 0.9, light * 0.8, 255], at);
  }
  context.putImageData(grain, 0, 0);
  for (let quality = 0.5; quality <= 1; quality += 0.05) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
    if (!blob || blob.size < bytes) continue;
    const url = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result as string);
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(",") + 1);
  }
  throw new Error("no picture of that weight");
}

/** A petition about a road, all but its pictures. */
async function fillForm(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/liff/e-service/banpratu/road-damage`);
  await page.getByRole("button", { name: "เริ่มยื่นคำร้อง" }).click();
  await page.getByLabel("ท่อระบายน้ำอุดตัน").check();
  await page.getByLabel("ไม่ใช่", { exact: true }).check();
  await page.getByText("พิมพ์พิกัดเอง").click();
  await page.locator("[id='place.latitude']").fill("13.7563");
  await page.locator("[id='place.longitude']").fill("100.5018");
  await page.getByLabel("ชื่อถนน ซอย หรือจุดสังเกต").fill("ถนนประชาร่วมใจ ซอย 5");
  await page.getByText("บันทึกแล้ว").waitFor();
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowerCpu });
}

/** Cuts the line once pieces are on their way. */
async function cutLine(context: BrowserContext, page: Page, seconds: number): Promise<void> {
  await page.waitForRequest(/\/uploads\/[0-9a-f-]+\/\d+$/, { timeout: 60_000 });
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { ...line, offline: true });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await session.send("Network.emulateNetworkConditions", line);
}
