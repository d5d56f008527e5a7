import { findBrowser } from "./browser.ts";
import { buildClient } from "./build-client.ts";
import { runVitest, type FileOutcome, type Outcome } from "./vitest-run.ts";

/** One part of the proof: a vitest run, and the environment it runs under. */
interface Part {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Its files run beside each other in browsers on few cores: one that fails is run again alone, and only what fails
   * then too has failed. Tests without a browser have no second try.
   */
  readonly isCrowded?: true;
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
    isCrowded: true,
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
    isCrowded: true,
  },
];

interface Counts {
  passed: number;
  failed: number;
}

const sumOf = (files: readonly FileOutcome[]): Counts => ({
  passed: files.reduce((sum, { passed }) => sum + passed, 0),
  failed: files.reduce((sum, { failed }) => sum + failed, 0),
});

/** Files told to run again alone are few: when many fail, the reason is no neighbour. */
const mostAgain = 3;

async function run(part: Part, filters: readonly string[]): Promise<Counts> {
  const { files, isBroken } = await outcomeOf([...part.args, ...filters], part.env);
  if (isBroken) return { ...sumOf(files), failed: sumOf(files).failed + 1 };
  const fallen = files.filter(({ failed }) => failed > 0).map(({ file }) => file);
  if (!part.isCrowded || fallen.length === 0 || fallen.length > mostAgain) return sumOf(files);
  console.log(`\n— again, alone: ${fallen.join(", ")}`);
  const again = await outcomeOf([...part.args.slice(0, 2), "--maxWorkers=1", ...fallen], part.env);
  if (again.isBroken) return sumOf(files);
  const alone = again.files.filter(({ file }) => fallen.includes(file));
  for (const { file, failed } of alone) {
    if (failed === 0) unsteady.push(file);
  }
  const { passed, failed } = sumOf([...files.filter(({ failed }) => failed === 0), ...alone]);
  return { passed, failed };
}

/** Journeys that failed among others and held alone: told at the end, so that somebody looks. */
const unsteady: string[] = [];

async function outcomeOf(args: readonly string[], env?: Part["env"]): Promise<Outcome> {
  const running = runVitest(args, env);
  stopRunning = running.stop;
  return running.outcome;
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
if (unsteady.length > 0) console.log(`\nUnsteady, held only alone: ${unsteady.join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
