import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

export interface FoundBrowser {
  readonly path: string;
  /** One line for people: where it came from. */
  readonly note: string;
}

/** The same engine without what a window needs comes first: journeys on two cores take a quarter less time with it. */
const programs = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
/** Debian's packages that bring one, the best first. */
const debianPackages = ["chromium-headless-shell", "chromium"];
const macPrograms = ["Google Chrome", "Chromium"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/**
 * Finds a Chromium for the journeys: CHROMIUM_PATH, the system's, Debian's package (installed when we are root on
 * Debian), Playwright's download elsewhere. Throws the sentence that mends it when there is none.
 */
export function findBrowser(): FoundBrowser {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (existsSync(named)) return { path: named, note: `browser: ${named} (CHROMIUM_PATH)` };
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it, or unset it.`);
  }
  const system = onSystem();
  if (system) return { path: system, note: `browser: ${system} (the system's)` };
  const installed = rootOnDebian() && installOnDebian() ? onSystem() : null;
  if (installed)
    return { path: installed, note: `browser: ${installed} (Debian's package, installed just now)` };
  const downloaded = playwrights();
  if (downloaded) return { path: downloaded, note: `browser: ${downloaded} (Playwright's)` };
  throw new Error(
    "There is no Chromium for the browser journeys. Install one (Debian: apt-get install chromium; elsewhere: " +
      "npx playwright-core install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

/** The first that is there and runs: some systems put a program there that only says where to get one. */
function onSystem(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...paths, ...macPrograms].find((path) => existsSync(path) && runs(path)) ?? null;
}

function runs(path: string): boolean {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function rootOnDebian(): boolean {
  const release = "/etc/os-release";
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"))
  );
}

function installOnDebian(): boolean {
  console.error("No Chromium here: installing Debian's package of it (once, a minute or two) …");
  const install = (name: string) => apt("install", "-y", "-qq", "--no-install-recommends", name);
  return apt("update", "-qq") && debianPackages.some(install);
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const done = spawnSync("apt-get", args, { env, encoding: "utf8" });
  if (done.status === 0) return true;
  const reason = done.error?.message ?? done.stderr.trim().split("\n").at(-1) ?? "no reason given";
  console.error(`apt-get ${args[0] ?? ""} did not work: ${reason}`);
  return false;
}

function playwrights(): string | null {
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  console.error("No Chromium here: downloading Playwright's (once) …");
  const program = join("node_modules", "playwright-core", "cli.js");
  const installed = spawnSync(process.execPath, [program, "install", "chromium"], { stdio: "ignore" });
  return installed.status === 0 && existsSync(path) ? path : null;
}
