import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

const withinMs = 60_000;
const lastWords = 2_000;

/** Resolves when `url` answers 200; throws, with the end of the log, when the process ends first or a minute passes. */
export async function untilReady(url: string, child: ChildProcess, logFile: string): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    const said = async () => (await readFile(logFile, "utf8")).slice(-lastWords);
    if (child.exitCode !== null) {
      throw new Error(`the app ended with ${child.exitCode} before it was ready: ${await said()}`);
    }
    if (Date.now() > until) {
      throw new Error(`the app was not ready within a minute (last status ${status}): ${await said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks again and again until the answer is not null; throws after `seconds`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
