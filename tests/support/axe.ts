import { readFile } from "node:fs/promises";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFile("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2 AA, with the one rule of it that axe leaves off unless it is named. */
export const wcag = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  rules: { "target-size": { enabled: true } },
} satisfies RunOptions;

/** What axe finds against its rules, a line a fault. */
export async function axeFaults(page: Page, options: RunOptions, within = "html"): Promise<string[]> {
  await page.evaluate(await source);
  const { violations } = await page.evaluate(
    ([selector, given]) =>
      (window as unknown as { axe: { run(s: string, o: RunOptions): Promise<AxeResults> } }).axe.run(
        selector,
        given,
      ),
    [within, options] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
