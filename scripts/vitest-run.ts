import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** What came of one test file. */
export interface FileOutcome {
  /** From the project's folder. */
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
}

/** What came of a vitest run; a fault that belongs to no file (one that does not load, an unhandled error) stands by itself. */
export interface Outcome {
  readonly files: readonly FileOutcome[];
  readonly isBroken: boolean;
}

/** A run that goes on, and the way to interrupt it: vitest ends its database then. */
export interface Running {
  readonly outcome: Promise<Outcome>;
  stop(): boolean;
}

/** Runs vitest with `args` in a process of its own, its output shown as it comes. */
export function runVitest(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const folder = mkdtemp(join(tmpdir(), "pratu-report-"));
  let stop = () => false;
  const outcome = folder.then(async (at) => {
    const report = join(at, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await new Promise<number>((resolve, reject) => {
      const all = ["node_modules/vitest/vitest.mjs", "run", ...args, ...reporters];
      const child = spawn(process.execPath, all, { env: { ...process.env, ...env }, stdio: "inherit" });
      stop = () => child.kill("SIGINT");
      child.once("error", reject);
      child.once("close", (status) => resolve(status ?? 1));
    });
    const files = await readFile(report, "utf8").then(readReport, () => []);
    await rm(at, { recursive: true, force: true });
    return { files, isBroken: code !== 0 && files.every(({ failed }) => failed === 0) };
  });
  return { outcome, stop: () => stop() };
}

/** The files of vitest's JSON report; one that failed as a whole, before or after its tests, counts one failure. */
export function readReport(text: string): FileOutcome[] {
  const { testResults } = JSON.parse(text) as {
    testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[];
  };
  return testResults.map(({ name, status, assertionResults }) => {
    const count = (what: string) => assertionResults.filter((test) => test.status === what).length;
    const failed = count("failed");
    return {
      file: relative(process.cwd(), name),
      passed: count("passed"),
      failed: failed === 0 && status === "failed" ? 1 : failed,
    };
  });
}
