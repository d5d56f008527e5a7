import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** True while the process exists and can still be signalled. */
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
 * A pid left behind by a kill, and taken by another program since, is not it.
 */
export async function findPostmaster(cluster: string): Promise<{ pid: number; port: number } | null> {
  const lines = await readFile(join(cluster, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !alive(pid)) return null;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (command !== null && !command.includes(cluster)) return null;
  return { pid, port };
}

/** Resolves when the process is gone; a server that will not end within ten seconds is ended hard. */
export async function waitUntilGone(pid: number): Promise<void> {
  for (let waited = 0; alive(pid); waited += 20) {
    if (waited === 10_000) process.kill(pid, "SIGQUIT");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
