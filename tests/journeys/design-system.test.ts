import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildClient } from "../../scripts/build-client.ts";
import { scenes, serveGallery } from "../../scripts/gallery.tsx";
import { axeFaults, wcag } from "../support/axe.ts";
import { openBrowser } from "../support/browser.ts";

const names = Object.keys(scenes);
const widths = [320, 390, 1280];
const looks = ["language=th", "language=en", "language=th&largeText=1"];
const standards = [...wcag.runOnly.values, "best-practice"];

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;
const said: string[] = [];

beforeAll(async () => {
  gallery = await serveGallery(0);
  browser = await openBrowser();
  page = await browser.newPage();
  page.on("console", (message) => said.push(message.text()));
});

afterAll(async () => {
  await browser.close();
  await gallery.close();
});

async function open(name: string, look: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  await page.goto(`${gallery.url}/${name}?${look}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Letters that stand outside a box that cuts off what leaves it. */
function cutLetters(): string[] {
  const cuts = (box: Element) => !["visible", "clip visible"].includes(getComputedStyle(box).overflowY);
  const faults: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const letters = range.getBoundingClientRect();
    if (letters.width === 0) continue;
    let box = texts.currentNode.parentElement;
    if (box?.closest(".visually-hidden")) continue;
    while (box && box !== document.body && !cuts(box)) box = box.parentElement;
    if (!box || box === document.body) continue;
    const edge = box.getBoundingClientRect();
    const inside = letters.top >= edge.top - 1 && letters.bottom <= edge.bottom + 1;
    const along = letters.left >= edge.left - 1 && letters.right <= edge.right + 1;
    if (!inside || !along) faults.push(texts.currentNode.textContent ?? "");
  }
  return faults;
}

/**
 * Controls whose words are taller than their own box. A text input tells no overflow that can be trusted: it has to
 * leave room for two tiers of marks above a Thai letter and one below.
 */
function crampedControls(): string[] {
  const cramped = (control: HTMLElement) =>
    control.matches("input")
      ? control.clientHeight < 1.6 * parseFloat(getComputedStyle(control).fontSize)
      : control.scrollHeight > control.clientHeight + 1;
  return [...document.querySelectorAll<HTMLElement>("button, select, .input, .button, .tag")]
    .filter(cramped)
    .map((control) => control.outerHTML.slice(0, 120));
}

describe.each(names)("%s", (name) => {
  test.each(widths)("keeps WCAG 2.2 AA at %i px, in every look", async (width) => {
    for (const look of looks) {
      await open(name, look, width);
      const faults = await axeFaults(page, { ...wcag, runOnly: { type: "tag", values: standards } });
      expect(faults, look).toEqual([]);
      const told = ".tag, .code-groups";
      if ((await page.locator(told).count()) === 0) continue;
      expect(await axeFaults(page, { runOnly: ["color-contrast-enhanced"] }, told), look).toEqual([]);
    }
  });

  test("does not scroll sideways at 320 px, in every look", async () => {
    for (const look of looks) {
      await open(name, look, 320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(320);
    }
  });

  test("cuts no letter and no Thai mark under the text spacing of WCAG 1.4.12", async () => {
    for (const look of looks) {
      await open(name, look, 320);
      await page.addStyleTag({ url: `${gallery.url}/spacing.css` });
      expect(await page.evaluate(cutLetters), look).toEqual([]);
      expect(await page.evaluate(crampedControls), look).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), look).toBeLessThanOrEqual(320);
    }
  });

  test("gives a thumb 48 px of height on phones for everything that is pressed", async () => {
    await open(name, "language=th", 390);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, .button, select, input:not([type=hidden]), .link-row, .back")]
        .map((control) => control.closest(".choice") ?? control)
        .filter((control) => {
          const { height } = control.getBoundingClientRect();
          return height > 0 && height < (document.documentElement.classList.contains("console") ? 44 : 48);
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);
  });
});

test("an error summary takes the focus, leads to the field, and says the field's own words", async () => {
  await open("refused", "language=th", 390);
  expect(await page.title()).toMatch(/^ผิดพลาด: /);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
  const links = await page.locator(".summary a").all();
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const field = (await link.getAttribute("href"))!;
    const group = page.locator(".field.refused").filter({ has: page.locator(field) });
    expect(await group.locator(".refusal").textContent()).toBe(await link.textContent());
    await link.click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(field.slice(1));
  }
});

test("a PIN is shown and hidden on demand, and stays hidden without script", async () => {
  await open("refused", "language=th", 390);
  const pin = page.locator("#pin");
  await pin.fill("482913");
  const show = page.getByRole("button", { name: "แสดง" });
  await show.click();
  expect(await pin.getAttribute("type")).toBe("text");
  await page.getByRole("button", { name: "ซ่อน" }).click();
  expect(await pin.getAttribute("type")).toBe("password");
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto(`${gallery.url}/refused`);
  expect(await still.locator(".show-secret").isVisible()).toBe(false);
  await still.close();
});

test("a code is said digit by digit", async () => {
  await open("code", "language=th", 390);
  const said = await page
    .getByRole("img", { name: /รหัสเข้ารับบริการ/ })
    .first()
    .getAttribute("aria-label");
  expect(said).toContain("P P, 1 2 3 4, 5 6 7, 8 9 0");
});

test("nothing moves for people who asked for stillness", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const name of ["code", "states"]) {
    await open(name, "language=th", 390);
    expect(await page.evaluate(() => document.getAnimations().length), name).toBe(0);
  }
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await open("code", "language=th", 390);
  expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
});

test("letters come in our own looped face, and no style or script stands in a page", async () => {
  await open("home", "language=th", 390);
  const faces = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
  );
  expect(new Set(faces.map((face) => face.replaceAll('"', "")))).toEqual(new Set(["Plex Looped"]));
  for (const name of names) {
    const html = await (await fetch(`${gallery.url}/${name}`)).text();
    expect(html).not.toMatch(/ style="|<style|<script(?![^>]* src=)/);
  }
});

test("each style sheet stays under 12 kB, compressed", async () => {
  const manifest = await buildClient();
  for (const sheet of ["citizen.css", "console.css"]) {
    const content = await readFile(`dist/public${manifest[sheet]!}`);
    expect(gzipSync(content).length).toBeLessThan(12_000);
  }
});

test("pages say nothing on the browser's console", () => {
  expect(said).toEqual([]);
});
