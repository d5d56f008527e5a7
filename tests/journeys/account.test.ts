import { Secret, TOTP } from "otpauth";
import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cards } from "../../scripts/card-agent/cards.ts";
import { serveCardAgent, type RunningAgent } from "../../scripts/card-agent/serve.ts";
import { demoCardAuthority } from "../../scripts/demo/card-authority.ts";
import { totpStep, totpStepSeconds } from "../../server/agencies/totp.ts";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";
import { useCardAgent } from "../support/card-reader.ts";
import { screenLink } from "../support/console-link.ts";
import { startProduct, type Product } from "../support/product.ts";
import { goodPassword, invited } from "../support/staff.ts";

let product: Product;
let browser: Browser;
let agent: RunningAgent;
let page: Page;
let staffId: string;
let username: string;
let totp: TOTP;

const clerkAt = cards.findIndex(({ pin }) => pin !== null);
const clerkCard = cards[clerkAt]!;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  const authority = await demoCardAuthority(product.dataFolder);
  agent = await serveCardAgent(0, () => new Date(), authority);
  Object.assign(agent.agent.desk, { slow: 20, card: clerkAt });
  page = await freshPage();
});
afterAll(async () => {
  await browser.close();
  await agent.close();
  await product.stop();
});

/** A browser nobody was in, with the card agent beside it. */
async function freshPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "th-TH" });
  context.setDefaultTimeout(15_000);
  await useCardAgent(context, agent, product.origin);
  return context.newPage();
}

const open = (path: string) => page.goto(`${product.origin}${path}`);
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const at = (path: string) => page.waitForURL((url) => url.pathname === path);

/** Looks at the page as it stands on narrow and usual phones and at a desk: nothing against WCAG, nothing sideways. */
async function clean(what: string): Promise<void> {
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([sideways, ...(await axeFaults(page, wcag))], `${what}, ${width} px`).toEqual([0]);
  }
}

/** Six digits that were not used yet: of now, or of the next half minute, which is taken too. */
let used = 0;
async function freshCode(): Promise<string> {
  const step = () => Math.max(used + 1, totpStep(new Date()));
  await expect.poll(() => step() - totpStep(new Date()), { timeout: 60_000, interval: 500 }).toBeLessThan(2);
  used = step();
  return totp.generate({ timestamp: used * totpStepSeconds * 1000 });
}

test("an account is opened from the mail's link: password, authenticator, acceptance, counter", async () => {
  const agencyId = product.seeded.facilities[0]!.agencyId;
  const someone = await invited(product.ports, agencyId, "clerk", { citizenId: clerkCard.pid });
  staffId = someone.staffId;
  await open(someone.path);
  await clean("set password");
  await page.fill("#password", goodPassword);
  await press("บันทึกรหัสผ่าน");
  username = someone.person.email.split("@")[0] ?? "";
  await signInByPassword();
  const secret = (await page.locator(".totp-secret").innerText()).replaceAll(" ", "");
  totp = new TOTP({ secret: Secret.fromBase32(secret) });
  await clean("enrolment");
  await page.fill("#code", await freshCode());
  await press("ยืนยัน");
  await press("ยอมรับ และจะไม่มอบสิทธิให้ผู้อื่น");
  await at("/console/counter");
});

async function signInByPassword(): Promise<void> {
  await open("/console/sign-in");
  await page.fill("#username", username);
  await page.fill("#password", goodPassword);
  await press("เข้าสู่ระบบ");
  await at("/console/second-step");
}

/** Chromium's own virtual security key, as a device would be plugged in. */
async function plugKeyIn(): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", isUserVerified: true, hasUserVerification: true },
  });
  return { cdp, authenticatorId };
}

test("a passkey is added with the password, and is the second step of the next sign-in", async () => {
  await plugKeyIn();
  await open("/console/account/passkeys/add");
  await clean("add a passkey");
  await page.fill("#name", "กุญแจที่โต๊ะ");
  await page.fill("#password", "not my password");
  await press("เพิ่มพาสคีย์");
  await page.getByText("เหลืออีก 14 ครั้ง").waitFor();
  await page.fill("#password", goodPassword);
  await press("เพิ่มพาสคีย์");
  await page.getByText("เพิ่มพาสคีย์แล้ว").waitFor();
  expect(await page.locator("main").innerText()).toContain("กุญแจที่โต๊ะ");
  await clean("account");
  await press("ออกจากระบบ");
  await signInByPassword();
  await clean("second step");
  await press("ใช้พาสคีย์");
  await at("/console/counter");
});

test("the pages of one's own account are clean at every width, and so are their refusals", async () => {
  for (const path of ["/password", "/authenticator", "/second-steps/authenticator/remove"]) {
    await open(`/console/account${path}`);
    await clean(path);
    await page.locator("main form button.primary, main form button.danger").first().click();
    await page.locator(".summary").waitFor();
    await clean(`${path}, refused`);
  }
  await open("/console/account/authenticator");
  await page.fill("#proof", await freshCode());
  await press("ต่อไป");
  await clean("a new authenticator");
});

test("a browser without the passkey says so, and the digits still open", async () => {
  const keyHolder = page;
  page = await freshPage();
  await plugKeyIn();
  await signInByPassword();
  await press("ใช้พาสคีย์");
  await page.getByText("ใช้พาสคีย์ไม่สำเร็จ").waitFor();
  await page.fill("#code", await freshCode());
  await press("ยืนยัน");
  await at("/console/counter");
  await page.getByText("ระบบออกจากเครื่องเดิมแล้ว").waitFor();
  await clean("told of the other machine");
  await keyHolder.goto(`${product.origin}/console/counter`);
  await keyHolder.getByText("ระบบออกจากเครื่องเดิมแล้ว").waitFor();
  await page.context().close();
  page = keyHolder;
});

test("one's own card and its PIN stand for name and password, and the second step follows", async () => {
  await open("/console/sign-in");
  await page.getByRole("link", { name: "เข้าสู่ระบบด้วยบัตรประชาชน" }).click();
  await clean("card sign-in");
  await page.fill("#pin", clerkCard.pin ?? "");
  await press("เข้าสู่ระบบ");
  await at("/console/second-step");
  await press("ใช้พาสคีย์");
  await at("/console/counter");
  await press("ออกจากระบบ");
});

test("who lost every second step is helped by the admin, and sets up another after the password", async () => {
  const clerk = page;
  page = await freshPage();
  await open(await screenLink(product));
  await open(`/console/people/${staffId}/second-step`);
  await clean("somebody's second step");
  await press("ยืนยันตั้งใหม่");
  await page.locator(".summary").waitFor();
  await clean("somebody's second step, refused");
  await page.getByText("โทรศัพท์หรืออุปกรณ์หาย").click();
  await press("ยืนยันตั้งใหม่");
  await page.getByText("ตั้งใหม่แล้ว").waitFor();
  await clean("somebody's second step, set anew");
  await page.context().close();
  page = clerk;
  await signInByPassword();
  await page.locator(".totp-secret").waitFor();
});

test("each trouble of reader, card and PIN is said as it is, and nothing is sent to us", async () => {
  await open("/console/sign-in/card");
  const posted: string[] = [];
  page.on("request", (request) => posted.push(`${request.url()} ${request.postData() ?? ""}`));
  const says = async (pin: string, sentence: string) => {
    await page.fill("#pin", pin);
    await press("เข้าสู่ระบบ");
    await page.getByText(sentence).waitFor();
  };
  const { desk } = agent.agent;
  await says("12", "ตัวเลข 4 หลัก");
  desk.stopped = true;
  await says("0001", "ไม่พบโปรแกรมอ่านบัตร");
  desk.stopped = false;
  desk.readers = 0;
  await says("0001", "ไม่พบเครื่องอ่านบัตร");
  desk.readers = 1;
  desk.card = null;
  await says("0001", "ไม่พบบัตรในเครื่องอ่าน");
  desk.card = 0;
  await says("0001", "บัตรนี้ยังไม่มี PIN");
  desk.card = clerkAt;
  await says("0001", "PIN ไม่ถูกต้อง");
  await says("0002", "PIN ไม่ถูกต้อง");
  await says("0003", "ต้องขอ PIN ใหม่ที่สำนักทะเบียน");
  await says("0004", "อย่าลองอีก");
  await says("0005", "ต้องทำบัตรใหม่ บริการอื่นยังใช้บัตรนี้ได้ตามปกติ");
  await clean("a card that can prove nothing any more");
  const ours = posted.filter((each) => each.startsWith(product.origin));
  expect(ours.filter((each) => /000[1-5]/.test(each))).toEqual([]);
});
