import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const clientFolders = ["liff/client", "server/console/client"];
const sourceFolders = ["server", "liff"];

/** The browser's entries: every `*.entry.ts` of the client folders, sorted. */
export async function findEntries(): Promise<string[]> {
  const found = await Promise.all(clientFolders.map((folder) => filesIn(folder, /\.entry\.ts$/)));
  return found.flat();
}

/** A mark that changes when any source a bundle may hold, a package, or the way of building changes. */
export async function stampOf(also: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(also.join("\n"));
  for (const folder of sourceFolders) {
    for (const path of await filesIn(folder, /\.(ts|tsx|css|svg)$/)) {
      const { mtimeMs, size } = await stat(path);
      hash.update(`${path}:${mtimeMs}:${size}\n`);
    }
  }
  const own = (await filesIn("scripts/assets", /\.ts$/)).concat("scripts/build-client.ts");
  for (const path of ["package-lock.json", ...own]) hash.update(await readFile(path));
  return hash.digest("hex");
}

async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((found) => name.test(found) && !found.endsWith(".test.ts"))
    .map((found) => join(folder, found))
    .sort();
}
