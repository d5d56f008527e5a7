import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

const rooms = /^(server|bot|liff|db|scripts|tests|docs|\.ci)\//;
const longestReadme = 90;

/** Paths that a document names, in backticks or as links. */
export function namedPaths(text: string): string[] {
  const ticked = [...text.matchAll(/`([^`\s]+)`/g)]
    .map((found) => found[1] ?? "")
    .filter((path) => rooms.test(path));
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map((found) => found[1] ?? "");
  return [...ticked, ...linked].filter((path) => !/[*<>…{]/.test(path));
}

/** Documents that name what is not there, and a README past its length, as sentences. */
export async function documentFaults(root: string): Promise<string[]> {
  const documents = trackedFiles(root).filter((path) => path.endsWith(".md"));
  const faults = await Promise.all(documents.map((path) => faultsOf(root, path)));
  return faults.flat();
}

async function faultsOf(root: string, document: string): Promise<string[]> {
  const text = await readFile(join(root, document), "utf8");
  const missing = namedPaths(text).filter((path) => {
    const bare = path.replace(/[:#].*$/, "");
    return !existsSync(join(root, bare)) && !existsSync(join(root, dirname(document), bare));
  });
  const long = document === "README.md" && text.split("\n").length > longestReadme + 1;
  return [
    ...missing.map((path) => `${document} names ${path}, which is not there`),
    ...(long ? [`README.md is longer than ${longestReadme} lines`] : []),
  ];
}
