import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { findBrowser } from "../browser.ts";
import { anyFreePort } from "../free-port.ts";
import { layCitizens, type BenchWorld } from "./world.ts";

const target = 0.95;
const pages = ["home", "scan", "history", "companions", "companions/new", "account", "account/pin"];

/** Lighthouse (mobile) on the citizen's pages: performance and accessibility. */
export async function benchPages(world: BenchWorld): Promise<boolean> {
  const port = await anyFreePort();
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: [
      `--remote-debugging-port=${port}`,
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-gpu",
    ],
  });
  const [citizen] = await layCitizens(world, 1, world.channel);
  const origin = world.origin.replace("127.0.0.1", "localhost");
  const signedIn = { Cookie: `__Host-citizen=${citizen?.cookie ?? ""}` };
  let held = true;
  try {
    held = (await score(port, `${origin}/liff/home`, {}, "entry")) && held;
    for (const page of pages) held = (await score(port, `${origin}/liff/${page}`, signedIn, page)) && held;
  } finally {
    await browser.close();
  }
  return held;
}

async function score(
  port: number,
  url: string,
  extraHeaders: Record<string, string>,
  name: string,
): Promise<boolean> {
  const result = await lighthouse(url, {
    port,
    extraHeaders,
    onlyCategories: ["performance", "accessibility"],
    disableStorageReset: true,
    logLevel: "silent",
  });
  const categories = result?.lhr.categories ?? {};
  const [speed, access] = ["performance", "accessibility"].map(
    (category) => categories[category]?.score ?? 0,
  );
  const held = (speed ?? 0) >= target && (access ?? 0) >= target;
  console.log(
    `page ${name}: performance ${((speed ?? 0) * 100).toFixed(0)}, accessibility ${((access ?? 0) * 100).toFixed(0)} ` +
      `(target ≥ 95) ${held ? "✓" : "✗"}`,
  );
  return held;
}
