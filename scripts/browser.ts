import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export interface FoundBrowser {
  readonly path: string;
  /** One line for people: where it came from. */
  readonly note: string;
}

const programs = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

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
  if (debianRoot() && installOnDebian()) {
    const installed = onSystem();
    if (installed)
      return { path: installed, note: `browser: ${installed} (Debian's package, installed just now)` };
  }
  const downloaded = playwrights();
  if (downloaded) return { path: downloaded, note: `browser: ${downloaded} (Playwright's)` };
  throw new Error(
    "There is no Chromium for the browser journeys. Install one (Debian: apt-get install chromium; elsewhere: " +
      "npx playwright-core install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

function onSystem(): string | null {
  for (const program of programs) {
    const found = spawnSync("which", [program], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

function debianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function installOnDebian(): boolean {
  console.error("Installing Debian's chromium (once) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { env, stdio: "ignore" }).status === 0;
  return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
}

function playwrights(): string | null {
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.error("Downloading Playwright's Chromium (once) …");
  const installed = spawnSync("npx", ["playwright-core", "install", "chromium"], { stdio: "ignore" });
  return installed.status === 0 && existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}
