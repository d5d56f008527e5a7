import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askCompanion } from "../../server/identity/actions/ask-companion.ts";
import { makeScreenToken } from "../../server/visits/facility-qr.ts";
import { stepOf } from "../../server/visits/screen-step.ts";
import { askFor } from "../support/companions.ts";
import { openBrowser, openPhone } from "../support/browser.ts";
import { otpFor, signIn } from "../support/citizen-walk.ts";
import { screenLink } from "../support/console-link.ts";
import { drawnQr } from "../support/drawn-qr.ts";
import { inspect, type Inspector } from "../support/inspector.ts";
import { granted, registered, somebody } from "../support/people.ts";
import { readPdf } from "../support/read-pdf.ts";
import { readQr } from "../support/read-qr.ts";
import { startProduct, type Product } from "../support/product.ts";
import { screenQrNumber } from "../support/screen-qr.ts";

let product: Product;
let browser: Browser;
let page: Page;
let inspector: Inspector;
const me = somebody({ firstName: "มานี", lastName: "รักเรียน" });
let phone = me.phone;
const other = somebody({ firstName: "ปิติ", lastName: "ดีใจ" });

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), openBrowser()]);
  page = await (await openPhone(browser)).newPage();
  // A code that is still sliding in has not the contrast it will have.
  await page.emulateMedia({ reducedMotion: "reduce" });
  inspector = inspect(page);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const look = (name: string) => inspector.look(name);
const type = (id: string, text: string) => page.locator(`#${id}`).fill(text);

/** Presses what leads to another page, and is there. */
async function press(selector: string): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.locator(selector).first().click();
  await loaded;
}

const submit = () => press("main form button.primary");

async function open(path: string, name: string): Promise<void> {
  await page.goto(`${product.phone(1)}${path}`);
  // Scanning leads on; every other page is where it says it is.
  if (!path.startsWith("/q/")) expect(new URL(page.url()).pathname).toBe(path);
  await look(name);
}

/** Sends the form as it stands, and looks at the page that says what is wrong with it. */
async function refused(name: string): Promise<void> {
  await submit();
  expect(await page.locator(".summary").count(), name).toBe(1);
  await look(`${name}, refused`);
}

/** A step of a walk: the page, the page that refuses what is missing, and on with the right answer. */
async function step(name: string, answer: () => Promise<void>): Promise<void> {
  await look(name);
  await refused(name);
  await answer();
  await submit();
}

/** An address of the confirmation, as scanning the counter's screen makes it. */
async function scanned(): Promise<string> {
  const { keys, clock } = product.ports;
  return `/q/${makeScreenToken(keys.qr, await screenQrNumber(product), stepOf(clock.now()))}`;
}

test("who is not signed in", async () => {
  await open("/liff/home", "entry");
  await open(await scanned(), "a scanned QR without a session");
  await open("/liff/signed-out", "signed out");
  await open("/liff/nothing-here", "no such page, as a stranger");
  expect(inspector.found()).toEqual([]);
});

test("registration, each step and each refusal", async () => {
  await signIn(product, page, 1, "/liff/home");
  await look("consent");
  await press("main form button.secondary");
  await look("declined");
  await press("main a.button");
  await submit();
  await step("number", () => type("citizenId", me.citizenId));
  await step("name", async () => {
    await type("firstName", me.firstName);
    await type("lastName", me.lastName);
  });
  await step("card", async () => {
    await page.locator("#birthDay").selectOption(me.birth.day);
    await page.locator("#birthMonth").selectOption(me.birth.month);
    await type("birthYear", me.birth.year);
    await type("laserCode", me.laserCode);
  });
  await step("PIN", () => type("pin", me.pin));
  await look("PIN again");
  await type("pin", me.pin);
  await submit();
  await step("phone", () => type("phone", me.phone));
  await look("review");
  const seen = product.simulator.sms(me.phone).length;
  await submit();
  await step("OTP", async () => type("otp", await otpFor(product, me.phone, seen)));
  await look("registered");
  await open("/liff/register/elsewhere", "registered elsewhere");
  expect(inspector.found()).toEqual([]);
});

test("home, scanning, asking, the code and its end", async () => {
  await open("/liff/home", "home, empty");
  await open("/liff/history", "history, empty");
  await open("/liff/scan", "scan");
  await type("shortCode", "123 456 789");
  await press("form:has(#shortCode) button");
  await look("a short code nobody shows");
  await open("/q/notaqrofours", "a QR of nobody");
  await open(await scanned(), "ask");
  await submit();
  await look("code");
  const code = new URL(page.url()).pathname;
  await open("/liff/home", "home, with a code");
  await open("/liff/history", "history, with a code");
  await open(`${code}/cancel`, "cancel");
  await press("main form button.danger");
  await look("cancelled");
  await open("/liff/nothing-here", "no such page");
  expect(inspector.found()).toEqual([]);
});

test("companions: asking, waiting, agreed, and asked oneself", async () => {
  await open("/liff/companions", "companions, none");
  await open("/liff/companions/vouch", "vouch");
  await refused("vouch");
  await open("/liff/companions/new", "new companion");
  await refused("new companion");
  await type("citizenId", other.citizenId);
  await type("phone", other.phone);
  await page.locator("input[name=relation]").first().check();
  const seen = product.simulator.sms(other.phone).length;
  await submit();
  await step("waiting for a companion", async () => type("otp", await otpFor(product, other.phone, seen)));
  await look("a companion who agreed");
  const delegation = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await open("/liff/companions", "companions, one");
  await open(`/liff/for/${delegation}`, "a companion's page");
  await open(await scanned(), "ask, for two people");
  await open(await askedOneself(), "agree");
  await press("main form button.primary");
  await look("agreed");
  expect(inspector.found()).toEqual([]);
});

/** Somebody registered asks the owner of the tab; answers where the question is answered. */
async function askedOneself(): Promise<string> {
  const { ports } = product;
  const asker = await registered(ports);
  const asked = await granted(askCompanion(ports, asker, askFor(ports, me)));
  return `/liff/agree/${asked.delegationId}`;
}

test("the account and what it leads to", async () => {
  await open("/liff/account", "account");
  await open("/liff/account/number", "number in full");
  await open("/liff/account/devices", "devices");
  await open("/liff/account/consent", "consent given");
  await open("/liff/account/consent/withdraw", "withdraw");
  await open("/liff/account/pin", "change PIN");
  await refused("change PIN");
  await open("/liff/account/phone", "change phone");
  await refused("change phone");
  const next = somebody();
  const [onNew, onOld] = [next.phone, phone].map((each) => product.simulator.sms(each).length);
  await type("phone", next.phone);
  await type("proof", me.pin);
  await submit();
  await step("OTP of the new phone", async () => type("otp", await otpFor(product, next.phone, onNew ?? 0)));
  await step("OTP of the old phone", async () => type("otp", await otpFor(product, phone, onOld ?? 0)));
  await look("account, phone changed");
  phone = next.phone;
  expect(inspector.found()).toEqual([]);
});

test("coming back: the PIN, and a PIN that was forgotten", async () => {
  await press("form[action='/liff/sign-out'] button");
  await signIn(product, page, 1, "/liff/home");
  await look("unlock");
  await refused("unlock");
  await press("main a[href^='/liff/recover']");
  const seen = product.simulator.sms(phone).length;
  await step("recover, card", async () => {
    await type("citizenId", me.citizenId);
    await type("laserCode", me.laserCode);
  });
  await step("recover, OTP", async () => type("otp", await otpFor(product, phone, seen)));
  await step("recover, PIN", () => type("pin", "825193"));
  await look("recover, PIN again");
  await type("pin", "825193");
  await submit();
  await look("recovered");
  expect(inspector.found()).toEqual([]);
});

test("the counter: its screen, its list, its printed QR", async () => {
  const openConsole = async (path: string, name: string) => {
    await page.goto(`${product.origin}${path}`);
    expect(new URL(page.url()).pathname).toMatch(/^\/console/);
    await look(name);
  };
  await openConsole(await screenLink(product), "counter's screen");
  expect(await page.locator("#screen-qr").count()).toBe(1);
  await openConsole("/console/qr", "QR list");
  await refused("QR list");
  await page.locator("input[name=service]").first().check();
  await press("button[name=kind][value=printed]");
  await look("printed QR");
  const printed = new URL(page.url()).pathname;
  const poster = await page.request.get(`${product.origin}${printed}/poster-a4.pdf`);
  const [sheet] = await readPdf(await poster.body());
  const { grey, width, height } = drawnQr(sheet!, 3);
  expect(await readQr(grey, width, height)).toContain("/Q/");
  await openConsole(`${printed}/replace`, "replace");
  await press("main form button.danger");
  await look("replaced");
  const successor = new URL(page.url()).pathname;
  await openConsole(printed, "scan log of an ended QR");
  await openConsole(`${successor}/revoke`, "revoke");
  await press("main form button.danger");
  await look("revoked");
  await page.context().clearCookies();
  await openConsole("/console/enter/nothing", "a dead link");
  expect(inspector.found()).toEqual([]);
});

test("the reports: the list and its export, the desk and a list on it", async () => {
  await page.goto(`${product.origin}${await screenLink(product)}`);
  await page.goto(`${product.origin}/console/reports/claims`);
  await look("claims");
  await page.locator("#from").fill("31/02/2569");
  await press("form.filters button");
  await look("claims, refused");
  const all = "from=2026-01-01&until=2026-01-02";
  await page.goto(`${product.origin}/console/reports/claims/export?${all}`);
  await look("nothing to export");
  await page.goto(`${product.origin}/console/reports/reconciliation`);
  await refused("reconciliation desk");
  const rows = "เลขบัตร,วันที่,รหัสบริการ,HN\n12,1/1/2569,PG0060001,7\n1-1016-00000-01-8,1/1/2569,PG0060001,8";
  await page.setInputFiles("#file", { name: "วันนี้.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await press("main form button.primary");
  await page.locator("a[href$='wrong.xlsx']").waitFor();
  await look("a list judged");
  expect(inspector.found()).toEqual([]);
});
