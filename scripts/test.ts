import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.ts";
import { buildClient } from "./build-client.ts";

/** One part of the proof: a vitest run, and the environment it runs under. */
interface Part {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const elsewhere = { TZ: "America/New_York" };
const daySpeakers = [
  "server/kernel",
  "server/identity",
  "server/visits",
  "server/petitions",
  "server/notices",
  "bot",
];

const everything: readonly Part[] = [
  { name: "unit tests", args: ["--project", "unit"] },
  {
    name: "rules that speak of days, under another time zone",
    // Days are reckoned in the nouns; what actions and pages make of them there, the journeys show.
    args: ["--project", "unit", "--exclude", "server/*/actions/**", ...daySpeakers],
    env: elsewhere,
  },
  {
    name: "journeys in a browser, the server under another time zone",
    args: ["--project", "journeys"],
    env: elsewhere,
  },
];

/** The journeys that run the app (the others look at the design system and the simulator), with it in workerd. */
const workerd: readonly Part[] = [
  {
    name: "journeys with the app in workerd",
    args: [
      "--project",
      "journeys",
      "tests/journeys/citizen",
      "tests/journeys/faults",
      "tests/journeys/canary",
      "tests/journeys/offline-check",
    ],
    env: { PRATU_HOST: "workerd" },
  },
];

interface Counts {
  passed: number;
  failed: number;
}

async function run(part: Part, filters: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), "pratu-report-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await new Promise<number>((resolve, reject) => {
    const args = ["node_modules/vitest/vitest.mjs", "run", ...part.args, ...reporters, ...filters];
    const child = spawn(process.execPath, args, { env: { ...process.env, ...part.env }, stdio: "inherit" });
    stopRunning = () => child.kill("SIGINT");
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
  const counts = await readCounts(report);
  await rm(folder, { recursive: true, force: true });
  // A run that ended badly without a failed test (a file that does not load) is a failure all the same.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function readCounts(report: string): Promise<Counts> {
  const text = await readFile(report, "utf8").catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
  };
  return { passed: numPassedTests, failed: numFailedTests };
}

// vitest ends its database when it is interrupted. Ctrl-C reaches it from the terminal itself.
let stopRunning = () => false;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted && !(signal === "SIGINT" && process.stdin.isTTY)) stopRunning();
    stopping.abort(new Error("Stopped before the end."));
  });
}

const args = process.argv.slice(2);
const parts = args.includes("--workerd") ? workerd : everything;
const filters = args.filter((arg) => arg !== "--workerd");
const total: Counts = { passed: 0, failed: 0 };
try {
  const browser = findBrowser();
  console.log(browser.note);
  process.env["CHROMIUM_PATH"] = browser.path;
  await buildClient({ minify: true });
  for (const part of filters.length > 0 && parts === everything
    ? [{ name: "chosen tests", args: [] }]
    : parts) {
    stopping.signal.throwIfAborted();
    console.log(`\n— ${part.name}`);
    const { passed, failed } = await run(part, filters);
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
