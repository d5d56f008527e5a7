import type { ConsoleMessage, Page } from "playwright-core";
import { axeFaults, settled, wcag } from "./axe.ts";

/** Phones from the narrowest sold to the usual, and a desk. */
const widths = [320, 390, 1280];
const usual = { width: 390, height: 844 };

/** Looks at pages as they stand in a tab, at every width, and keeps what is wrong with them. */
export interface Inspector {
  /** Looks at the page that is open. `name` says in the report which it was. */
  look(name: string): Promise<void>;
  /** Everything found since it was last asked, a line a fault. */
  found(): string[];
}

/** Watches a tab: WCAG 2.2 AA, nothing to scroll sideways, no word on the console, no policy broken. */
export function inspect(page: Page): Inspector {
  let faults: string[] = [];
  let at = "the first page";
  const say = (what: string) => faults.push(`${at}: ${what}`);
  const pages = new Set<string>();
  page.on("response", (response) => {
    if (response.request().isNavigationRequest()) pages.add(response.url());
  });
  page.on("pageerror", (error) => say(`threw ${error.message}`));
  page.on("console", (message) => {
    if (!isRefusedPage(pages, message)) say(`${message.type()} on the console: ${message.text()}`);
  });
  const lookAt = async (width: number) => {
    await page.setViewportSize({ ...usual, width });
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (scrolls > 0) say(`${width} px: scrolls sideways by ${scrolls} px`);
    for (const fault of await axeFaults(page, wcag)) say(`${width} px: ${fault}`);
  };
  return {
    look: async (name) => {
      at = `${name} (${new URL(page.url()).pathname})`;
      await settled(page);
      for (const width of widths) await lookAt(width);
      await page.setViewportSize(usual);
    },
    found: () => {
      const all = faults;
      faults = [];
      return all;
    },
  };
}

/** Chromium says so of every page that comes with 4xx, and a page that refuses something must. */
function isRefusedPage(pages: ReadonlySet<string>, message: ConsoleMessage): boolean {
  return pages.has(message.location().url) && /responded with a status of 4\d\d/.test(message.text());
}
