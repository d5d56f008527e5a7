import { readFile } from "node:fs/promises";
import type { AxeResults } from "axe-core";
import { encode } from "fast-png";
import type { Browser, Frame, Page } from "playwright-core";
import { renderSVG } from "uqr";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { startBench, type Bench } from "../../scripts/simulator/test-bench.ts";
import { smtpMail } from "../../server/adapters/mail-smtp.ts";
import { openBrowser } from "../support/browser.ts";

const wasm = "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm";
const qrText = "HTTP://PHONE1.LOCALHOST/Q/ABCDEFGH0123456789ABCDEF";
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
let browser: Browser;

beforeAll(async () => {
  const bytes = await readFile(wasm);
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer } });
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface World {
  readonly bench: Bench;
  readonly page: Page;
  /** Errors the page's console said; what is left at the end fails the test. */
  readonly said: string[];
}

/** The simulator before a tiny app whose bot answers every event with a card. */
async function openWorld(size = { width: 1280, height: 800 }): Promise<World> {
  const bench = await startBench({
    counterScreens: () => Promise.resolve([{ title: "โรงพยาบาลบ้านประตู", path: "/console/screen" }]),
  });
  bench.answer = (response, { events }) => {
    response.end();
    const replyToken = events[0]?.replyToken;
    if (replyToken) void bench.bot.replyMessage({ replyToken, messages: [card] as never });
  };
  bench.serve = (request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(request.url?.startsWith("/console") ? counterPage : liffPage);
  };
  await publishMenu(bench);
  const context = await browser.newContext({ viewport: size, locale: "th-TH", timezoneId: "Asia/Bangkok" });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(said).toEqual([]);
  });
  await page.goto(`http://phone1.localhost:${bench.simulator.port}/simulator`);
  return { bench, page, said };
}

const link = (path: string) => ({
  type: "uri",
  label: "ดูรหัส",
  uri: `https://liff.line.me/2000000002-AbcdEfgh${path}`,
});
const card = {
  type: "flex",
  altText: "รหัสเข้ารับบริการ PP 1234 567 890",
  contents: {
    type: "bubble",
    body: {
      type: "box",
      layout: "vertical",
      contents: [{ type: "text", text: "PP 1234 567 890", size: "3xl", adjustMode: "shrink-to-fit" }],
    },
    footer: {
      type: "box",
      layout: "vertical",
      contents: [{ type: "button", style: "primary", color: "#0f5c5c", action: link("/codes/1?from=chat") }],
    },
  },
  quickReply: { items: [{ type: "action", action: { type: "message", label: "เมนู", text: "เมนู" } }] },
};
const counterPage = `<!doctype html><html lang="th"><title>จอ</title>${renderSVG(qrText, { pixelSize: 10 }).replace("<svg ", '<svg width="320" height="320" ')}`;
const liffPage = `<!doctype html><html lang="th"><title>รหัสของฉัน</title><main><h1>รหัส</h1><label>OTP <input autocomplete="one-time-code"></label>
<video autoplay muted playsinline></video></main>`;

async function publishMenu(bench: Bench): Promise<void> {
  const size = { width: 800, height: 400 };
  const bounds = { x: 0, y: 0, width: 800, height: 400 };
  const action = {
    type: "postback" as const,
    label: "ขอรหัสเข้ารับบริการ",
    data: "tile=code",
    displayText: "ขอรหัส",
  };
  const { richMenuId } = await bench.bot.createRichMenu({
    size,
    selected: true,
    name: "x",
    chatBarText: "เมนู",
    areas: [{ bounds, action }],
  });
  const png = encode({ ...size, data: new Uint8Array(800 * 400).fill(240), channels: 1 });
  await bench.bot.setRichMenuImage(richMenuId, new Blob([new Uint8Array(png)], { type: "image/png" }));
  await bench.bot.setDefaultRichMenu(richMenuId);
}

async function befriend(page: Page): Promise<void> {
  await page.getByRole("button", { name: "เพิ่มเพื่อน" }).click();
  await page.locator(".flex-bubble").first().waitFor();
}

async function openLiff(page: Page): Promise<Frame> {
  await page.getByRole("button", { name: "ดูรหัส" }).first().click();
  const element = await page.locator(".liff iframe").elementHandle({ timeout: 10_000 });
  const frame = await element.contentFrame();
  if (!frame) throw new Error("the LIFF browser did not open");
  await frame.waitForLoadState("load");
  return frame;
}

test("from a stranger to a tapped tile: the friend is added, the card is drawn, the menu answers", async () => {
  const { bench, page } = await openWorld();
  await befriend(page);
  await page.getByRole("button", { name: "ขอรหัสเข้ารับบริการ" }).click();
  await page.locator(".from-user", { hasText: "ขอรหัส" }).waitFor();
  await expect.poll(() => page.locator(".flex-bubble").count()).toBe(2);
  await page.locator(".quick-replies button", { hasText: "เมนู" }).click();
  await expect.poll(() => bench.received.length).toBe(3);
  expect(await page.locator(".flex-text").first().innerText()).toBe("PP 1234 567 890");
  const fits = (text: Element) => text.scrollWidth <= text.clientWidth && text.clientWidth > 0;
  await expect.poll(() => page.locator(".flex-text").first().evaluate(fits)).toBe(true);
});

test("a tapped LIFF link opens over the chat where LINE would, and ✕ leads back", async () => {
  const { page } = await openWorld();
  await befriend(page);
  const frame = await openLiff(page);
  expect(frame.url()).toMatch(
    /^http:\/\/phone1\.localhost:\d+\/liff\?liff\.state=%2Fcodes%2F1%3Ffrom%3Dchat$/,
  );
  expect(await page.locator(".liff-title").innerText()).toBe("รหัสของฉัน");
  await page.locator(".liff-bar").getByRole("button", { name: "ปิด" }).click();
  expect(await page.locator(".liff").isVisible()).toBe(false);
});

test("an SMS pops up, and its code goes into the field that asks for one", async () => {
  const { bench, page } = await openWorld();
  await befriend(page);
  const frame = await openLiff(page);
  const authorization = `Basic ${Buffer.from("sms-key:sms-secret").toString("base64")}`;
  const body = new URLSearchParams({
    sender: "PRATU",
    msisdn: "66810000001",
    message: "รหัส OTP 483920 อ้างอิง KXQD",
  });
  await fetch(`${bench.api}/sms`, { method: "POST", headers: { authorization }, body });
  await page.getByRole("button", { name: "ใช้รหัส 483920" }).click();
  expect(await frame.locator("input").inputValue()).toBe("483920");
});

/** Hands a mail over to the simulator's mailbox, with `more` at its end. */
async function receiveMail({ simulator }: Bench, more = ""): Promise<void> {
  const from = { name: "ประตู", address: "no-reply@pratu.example" };
  const port = simulator.mailPort;
  const mailer = smtpMail({ host: "127.0.0.1", port, tls: "none", login: null, from, timeoutMs: 5_000 });
  const address = `http://localhost:${simulator.port}/console/set-password/x`;
  const html = `<!doctype html><html lang="th"><head><title>ตั้งรหัสผ่าน</title></head><body><h1>ตั้งรหัสผ่าน</h1>
    <a href="${address}">ตั้งรหัสผ่าน</a>${more}</body></html>`;
  const mail = { to: "manee@clinic.example", subject: "ตั้งรหัสผ่าน", text: "ตั้งรหัสผ่าน", html };
  expect(await mailer.send({ ...mail, messageId: "1" })).toEqual({ kind: "sent" });
}

test("a mail is counted until it is opened, runs nothing, and its link opens an ordinary tab", async () => {
  const { bench, page, said } = await openWorld();
  const tab = page.locator(".tab-mail");
  await receiveMail(bench, '<script>document.body.append("ran")</script>');
  await expect.poll(() => tab.locator(".badge").innerText()).toBe("1");
  await tab.click();
  await page.getByRole("button", { name: /ถึง manee@clinic.example/ }).click();
  await expect.poll(() => tab.locator(".badge").isVisible()).toBe(false);
  const frame = page.frameLocator(".mail-reader iframe");
  expect(await frame.locator("body").innerText()).not.toContain("ran");
  const opened = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "ตั้งรหัสผ่าน" }).click();
  const popup = await opened;
  await popup.waitForLoadState();
  expect(new URL(popup.url()).pathname).toBe("/console/set-password/x");
  expect(await popup.evaluate(() => window.opener === null && window.origin !== "null")).toBe(true);
  await page.getByRole("button", { name: "กล่องอีเมล" }).click();
  expect(await page.locator(".mail-line").evaluate((line) => line === document.activeElement)).toBe(true);
  expect(said.splice(0)).toEqual([expect.stringMatching(/^Blocked script execution/)]);
});

test("the phone's camera sees the QR on the counter's screen", async () => {
  const { page } = await openWorld();
  await befriend(page);
  await page.locator(".counter-stage iframe").waitFor();
  const frame = await openLiff(page);
  const seen = await frame.evaluate(async () => {
    const stream: unknown = await navigator.mediaDevices.getUserMedia({ video: true });
    const video = document.querySelector("video");
    if (!(stream instanceof MediaStream) || !video) return null;
    video.srcObject = stream;
    await video.play();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext("2d")?.drawImage(video, 0, 0);
    return canvas.toDataURL("image/png");
  });
  const picture = Buffer.from(seen?.split(",")[1] ?? "", "base64");
  const found = await readBarcodes(new Uint8Array(picture), { formats: ["QRCode"] });
  expect(found.map(({ text }) => text)).toEqual([qrText]);
});

test("another citizen's phone is a host of its own, with a chat and a name of its own", async () => {
  const { bench, page } = await openWorld();
  await befriend(page);
  const another = page.waitForEvent("popup");
  await page.getByRole("link", { name: "ผู้ใช้อีกคน" }).click();
  const second = await another;
  await second.getByRole("button", { name: "เพิ่มเพื่อน" }).waitFor();
  expect(new URL(second.url()).hostname).toBe("phone2.localhost");
  expect(bench.simulator.phones().map(({ friendship }) => friendship)).toEqual(["friend", "stranger"]);
});

for (const width of [320, 390, 1280]) {
  test(`nothing stands in anybody's way, at ${width} pixels`, async () => {
    const { bench, page } = await openWorld({ width, height: 800 });
    await befriend(page);
    await receiveMail(bench);
    const axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
    await page.evaluate(axe);
    for (const tab of ["phone", "counter", "sms", "mail", "card", "trouble", "journal"]) {
      const button = page.locator(`.tab-${tab}`);
      if (await button.isVisible()) await button.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBe(width);
      expect(await axeFaults(page), tab).toEqual([]);
    }
    await page.locator(".tab-mail").click();
    await page.locator(".mail-line").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "mail").toBe(width);
    expect(await axeFaults(page), "mail").toEqual([]);
  });
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((values) => {
    const { axe } = window as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> };
    };
    return axe.run({ exclude: [["iframe"]] }, { runOnly: { type: "tag", values } });
  }, standards);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
