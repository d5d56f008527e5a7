import { chromium, type Page } from "playwright-core";
import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import { arrivalsTh } from "../../server/words/arrivals/th.ts";
import { findBrowser } from "../browser.ts";
import { issuing } from "./issuing.ts";
import { percentile } from "./rounds.ts";
import { layCitizens, type BenchCitizen, type BenchWorld } from "./world.ts";

const streamedRuns = 40;
const polledRuns = 10;
const targetMs = 1_000;
/** Taps fall anywhere between two looks of the server, so runs begin at uneven distances. */
const longestPauseMs = 900;

/**
 * From a citizen's tap that asks for the code to the line on the counter's screen in a browser: by server-sent events,
 * and by asking again and again where those are cut off. Only the first is promised.
 */
export async function benchArrivals(world: BenchWorld): Promise<boolean> {
  const browser = await chromium.launch({
    executablePath: findBrowser().path,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await enterConsole(world, page);
    const citizens = await layCitizens(world, streamedRuns + polledRuns + 2, world.channel);
    const streamed = await timesOf(world, page, citizens.slice(0, streamedRuns + 1), arrivalsTh.live);
    await page.route("**/arrivals/stream*", (route) => route.abort());
    const polled = await timesOf(world, page, citizens.slice(streamedRuns + 1), arrivalsTh.polling);
    const held = percentile(streamed, 95) <= targetMs;
    console.log(`arrivals by events, ${said(streamed)} (target p95 ≤ ${targetMs} ms) ${held ? "✓" : "✗"}`);
    console.log(`arrivals where events are cut off, ${said(polled)}`);
    return held;
  } finally {
    await browser.close();
  }
}

async function enterConsole(world: BenchWorld, page: Page): Promise<void> {
  const [facility] = world.seeded.facilities;
  if (!facility) throw new Error("the demo has no facility");
  const link = await makeConsoleLink(world.ports, { kind: "system", job: "bench" }, facility);
  if (!link.ok) throw new Error(link.refusal.kind);
  const origin = world.origin.replace("127.0.0.1", "localhost");
  await page.goto(`${origin}/console/enter/${link.value.token}`);
  await page.goto(`${origin}/console/arrivals`);
}

/** Milliseconds from tap to line once the page `says` how it hears, one citizen after the other; the first does not count. */
async function timesOf(
  world: BenchWorld,
  page: Page,
  citizens: readonly BenchCitizen[],
  says: string,
): Promise<number[]> {
  await page.reload();
  await page.getByText(says, { exact: true }).waitFor();
  const times: number[] = [];
  for (const citizen of citizens) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestPauseMs));
    times.push(await timeOf(world, page, citizen));
  }
  return times.slice(1);
}

async function timeOf(world: BenchWorld, page: Page, citizen: BenchCitizen): Promise<number> {
  const drawn = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const rows = document.querySelector("#arrivals tbody");
        if (!rows) throw new Error("there is no list");
        new MutationObserver((_changes, watching) => {
          watching.disconnect();
          requestAnimationFrame(() => resolve(Date.now()));
        }).observe(rows, { childList: true });
      }),
  );
  const [path, init] = issuing(world, citizen);
  const tapped = Date.now();
  const answer = await fetch(`${world.origin}${path}`, { ...init, redirect: "manual" });
  if (answer.status !== 303) throw new Error(`the ask was answered ${answer.status}`);
  return (await drawn) - tapped;
}

function said(times: readonly number[]): string {
  const [median, p95] = [percentile(times, 50), percentile(times, 95)];
  return `${times.length} runs: median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, most ${Math.max(...times)} ms`;
}
