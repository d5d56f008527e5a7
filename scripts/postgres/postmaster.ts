import { spawnSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

/** A server that runs, by its first process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** True while the process exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The server that runs on `cluster`, when one does: postmaster.pid names a live process that is PostgreSQL's own.
 * A pid that a kill left behind and another program has been given since is not it; that file is removed, for
 * PostgreSQL itself would take the program for a server and refuse to start.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const path = join(cluster, "postmaster.pid");
  const lines = await readFile(path, "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !alive(pid)) return null;
  if (await isServerOf(pid, cluster)) return port ? { pid, port } : null;
  await rm(path, { force: true });
  return null;
}

/** True when the process is PostgreSQL as we start it on `cluster`; where nobody can say, the pid is believed. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command === null || `${command} `.includes(` -D ${cluster} `);
}

async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return words.replaceAll("\0", " ").trim();
  }
  const asked = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

/** Resolves when the process is gone; a server that will not end within ten seconds is ended hard. */
export async function waitUntilGone(pid: number): Promise<void> {
  for (let waited = 0; alive(pid); waited += 20) {
    if (waited === 10_000) process.kill(pid, "SIGQUIT");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
