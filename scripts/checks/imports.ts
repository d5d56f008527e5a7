import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findCycle } from "./cycles.ts";
import { mayBring, mayKnow, openStore, placeOf, roomOf, type Place } from "./rooms.ts";
import { importsOf, type Import } from "./source-imports.ts";
import { trackedFiles } from "./tracked-files.ts";

/** Files of a repository by path, with what each imports. */
export type Graph = ReadonlyMap<string, readonly Import[]>;

/** Every import that the rules of `rooms.ts` forbid, and a cycle when there is one, as sentences. */
export function importFaults(graph: Graph): string[] {
  const faults = [...graph].flatMap(([path, imports]) => imports.flatMap((one) => faultsOf(path, one)));
  const arrows = [...graph].map(
    ([path, imports]) =>
      [path, imports.filter(({ isPackage }) => !isPackage).map(({ from }) => from)] as const,
  );
  const cycle = findCycle(new Map(arrows));
  return cycle ? [...faults, `a cycle: ${cycle.join(" → ")}`] : faults;
}

function faultsOf(path: string, one: Import): string[] {
  const here = placeOf(path);
  if (here === null) return [`${path}: its room is not known`];
  const fault = one.isPackage ? packageFault(here, one) : fileFault(path, here, one);
  return fault === null ? [] : [`${path} imports ${one.from}: ${fault}`];
}

function packageFault(here: Place, { from }: Import): string | null {
  const list = mayBring[here];
  return list === "all" || list.test(from) ? null : `${here} may not bring in this package`;
}

function fileFault(path: string, here: Place, { from, values }: Import): string | null {
  const there = placeOf(from);
  if (there === null) return "that room is not known";
  if (there === "test" && here !== "test") return "tests are for tests";
  if (there === "script" && here !== "test" && here !== "script") return "the product holds no scripts";
  const list = mayKnow[here];
  if (list === "all") return null;
  if (!list.includes(there)) return `${here} may not know ${there}`;
  if (there !== "store" || roomOf(path) === roomOf(from)) return null;
  if (here === "store") return "a store knows its own room only";
  const closed = values.filter((name) => !openStore.test(name));
  return closed.length === 0 ? null : `of another room's store only its reads (${closed.join(", ")})`;
}

/** Reads the imports of every tracked source file. */
export async function readGraph(root: string): Promise<Graph> {
  const paths = trackedFiles(root).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith("db/migrations/"),
  );
  const entries = await Promise.all(
    paths.map(async (path) => {
      const imports = importsOf(path, await readFile(join(root, path), "utf8"));
      return [path, imports.filter(({ isPackage, from }) => isPackage || /\.tsx?$/.test(from))] as const;
    }),
  );
  return new Map(entries);
}
