import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

const longest = 250;

/** Source files past 250 lines: each is more than one idea. Tests and migrations may be long. */
export async function lengthFaults(root: string): Promise<string[]> {
  const paths = trackedFiles(root).filter(
    (path) =>
      /\.(tsx?|mjs|css|sql)$/.test(path) && !path.includes(".test.") && !path.startsWith("db/migrations/"),
  );
  const found = await Promise.all(
    paths.map(async (path) => {
      const lines = (await readFile(join(root, path), "utf8")).split("\n").length - 1;
      return lines > longest ? [`${path} has ${lines} lines: split it by idea`] : [];
    }),
  );
  return found.flat();
}
