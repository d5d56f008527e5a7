import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { drawMenu } from "../bot/rich-menu/artwork/menu.tsx";
import { menuSize } from "../bot/rich-menu/menu.ts";
import { botTh } from "../server/words/bot/th.ts";
import { findBrowser } from "./browser.ts";

/** LINE takes no larger picture for a rich menu. */
const maxBytes = 1_000_000;

const fonts = "node_modules/@fontsource/ibm-plex-sans-thai-looped/files/ibm-plex-sans-thai-looped";

/** Draws the rich menu's picture from its artwork and the tiles' words: a PNG of 2500 × 1686. Throws past 1 MB. */
export async function drawRichMenu(): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { ...menuSize } });
    const markup = await drawMenu(botTh.tiles, await readStyle());
    await page.setContent(`<!doctype html>${String(markup)}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const picture = await page.screenshot({ type: "png" });
    if (picture.length > maxBytes) throw new Error(`the rich menu has ${picture.length} bytes: too many`);
    return picture;
  } finally {
    await browser.close();
  }
}

async function readStyle(): Promise<string> {
  const [thai, sheet] = await Promise.all([
    readFile(`${fonts}-thai-600-normal.woff2`, "base64"),
    readFile("bot/rich-menu/artwork/menu.css", "utf8"),
  ]);
  const source = `url("data:font/woff2;base64,${thai}") format("woff2")`;
  return `@font-face { font-family: "Plex Looped"; font-weight: 600; src: ${source}; }\n${sheet}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const picture = await drawRichMenu();
  await writeFile("bot/rich-menu/menu.png", picture);
  console.log(`bot/rich-menu/menu.png: ${picture.length} bytes`);
}
