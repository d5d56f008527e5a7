import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { StartProblem } from "./free-port.ts";

interface Running {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

/**
 * Notes in the data folder who serves from it, so that a second start does not take up the first one's database and
 * stop it later. Throws a sentence that names the first when it still answers; a note left by a crash is overwritten.
 * Answers how to take the note away.
 */
export async function claimDataFolder(dataFolder: string, own: Running): Promise<() => Promise<void>> {
  await refuseServedFolder(dataFolder);
  const path = noteIn(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  await writeFile(path, `${JSON.stringify(own)}\n`);
  return () => rm(path, { force: true });
}

/** Throws a sentence that names who serves from the folder, if somebody does. */
export async function refuseServedFolder(dataFolder: string): Promise<void> {
  const other = await readFile(noteIn(dataFolder), "utf8").then(
    (text) => JSON.parse(text) as Running,
    () => null,
  );
  if (other && isAlive(other.pid) && (await answers(other))) {
    throw new StartProblem(
      `Another Pratu (process ${other.pid}, port ${other.port}) serves from ${dataFolder}. ` +
        "Stop it first, or name another folder: DATA_DIR=.data-2 npm start",
    );
  }
}

function noteIn(dataFolder: string): string {
  return join(dataFolder, "running.json");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

function answers({ host, port }: Running): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createConnection({ host, port });
    const end = (answered: boolean) => {
      probe.destroy();
      resolve(answered);
    };
    probe.once("connect", () => end(true));
    probe.once("error", () => end(false));
    probe.setTimeout(1_000, () => end(false));
  });
}
