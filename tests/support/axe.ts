import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2 AA, with the one rule of it that axe leaves off unless it is named. */
export const wcag = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true } },
} satisfies RunOptions;

/** What axe finds against its rules in a page that has come in whole, a line a fault. */
export async function axeFaults(page: Page, options: RunOptions, within = "html"): Promise<string[]> {
  await settled(page);
  await answered(page, page.evaluate(await source));
  const looking = page.evaluate(
    ([selector, given]) =>
      (window as unknown as { axe: { run(s: string, o: RunOptions): Promise<AxeResults> } }).axe.run(
        selector,
        given,
      ),
    [within, options] as const,
  );
  const { violations } = await answered(page, looking);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/**
 * Waits until a page has come in: with its styles and letters, and its transition over. A width that changes on the way in
 * breaks that off, which the browser calls an error.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState();
  const comeIn = page.evaluate(async () => {
    await document.fonts.ready;
    await document.activeViewTransition?.finished;
  });
  await answered(page, comeIn);
}

/** A page that answers no more is named; left to itself, a journey would only say that its time was over. */
async function answered<T>(page: Page, answer: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const silence = setTimeout(30_000, null, { signal: waiting.signal }).then(() => {
    throw new Error(`no answer from ${page.url()} in 30 s`);
  });
  silence.catch(() => {});
  try {
    return await Promise.race([answer, silence]);
  } finally {
    waiting.abort();
  }
}
