import { readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { trackedFiles } from "./tracked-files.ts";

/** What a file is, as far as imports go; the first rule that fits a path names it. */
const places = [
  ["test", /\.test\.tsx?$|^tests\//],
  ["script", /^scripts\/|^[^/]+\.(ts|mjs|js)$/],
  ["client", /^(liff|server\/console)\/client\//],
  ["root", /^server\/(app|wiring|node|worker|jobs)\.ts$/],
  ["setting", /^server\/(config|setting-reader)\.ts$/],
  ["ports", /^server\/ports\.ts$/],
  ["words", /^server\/words\//],
  ["adapter", /^server\/adapters\//],
  ["page", /^server\/http\/page\//],
  ["http store", /^server\/http\/session-store\.ts$/],
  ["http", /^server\/http\//],
  ["bot store", /^bot\/store(\.ts|\/)/],
  ["bot action", /^bot\/actions\//],
  ["bot", /^bot\//],
  ["liff", /^liff\//],
  ["console", /^server\/console\//],
  ["api", /^server\/api\//],
  ["schema", /^db\/schema\//],
  ["db", /^db\//],
  ["kernel", /^server\/kernel\//],
  ["desk", /^server\/[a-z]+\/desk\//],
  ["action", /^server\/[a-z]+\/actions\//],
  ["store", /^server\/[a-z]+\/store(\.ts$|\/)/],
  ["noun", /^server\/[a-z]+\/[a-z-]+\.ts$/],
] as const satisfies readonly (readonly [string, RegExp])[];

type Place = (typeof places)[number][0];

const nouns: readonly Place[] = ["kernel", "noun"];
const known: readonly Place[] = [...nouns, "words"];
const face: readonly Place[] = [...known, "ports", "action", "page", "http"];

/** Who may import whom (types count too). Tests and scripts know everybody; only app and wiring do besides. */
const allowed: Record<Place, readonly Place[] | "all"> = {
  test: "all",
  script: "all",
  root: "all",
  kernel: ["kernel"],
  noun: nouns,
  words: known,
  ports: nouns,
  setting: [...nouns, "setting", "adapter", "ports"],
  client: [...nouns, "client"],
  adapter: [...known, "ports", "adapter"],
  schema: [...nouns, "schema"],
  db: ["db", "schema", "kernel", "ports"],
  store: [...nouns, "ports", "schema", "store"],
  // What several actions of a room do inside their transactions (asking for an OTP, proving a PIN).
  desk: [...nouns, "ports", "store", "desk"],
  action: [...known, "ports", "store", "desk"],
  "http store": [...nouns, "ports", "schema", "http"],
  page: [...known, "page"],
  http: [...face, "http store", "setting"],
  "bot store": [...nouns, "ports", "schema", "bot store", "bot"],
  "bot action": [...known, "ports", "store", "bot", "bot store"],
  bot: [...face, "bot", "bot action", "bot store"],
  liff: [...face, "liff"],
  console: [...face, "console"],
  api: [...face, "api"],
};

/** Files of a repository by path, with what each imports (paths within it). */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Every import that the rules forbid, and every cycle between rooms' files, as sentences. */
export function importFaults(graph: Graph): string[] {
  const faults: string[] = [];
  for (const [from, targets] of graph) {
    for (const to of targets) {
      const fault = faultOf(from, to);
      if (fault) faults.push(`${from} imports ${to}: ${fault}`);
    }
  }
  const cycle = findCycle(graph);
  return cycle ? [...faults, `a cycle: ${cycle.join(" → ")}`] : faults;
}

function faultOf(from: string, to: string): string | null {
  const here = placeOf(from);
  const there = placeOf(to);
  if (here === null || there === null)
    return here === null ? "its room is not known" : "that room is not known";
  if (there === "test" && here !== "test") return "tests are for tests";
  const list = allowed[here];
  if (list !== "all" && !list.includes(there)) return `${here} may not know ${there}`;
  const sameRoom = roomOf(from) === roomOf(to);
  if (here === "store" && there === "store" && !sameRoom) return "a store knows its own room only";
  return null;
}

/** The place of a path, or null when no rule fits. */
export function placeOf(path: string): Place | null {
  return places.find(([, shape]) => shape.test(path))?.[0] ?? null;
}

function roomOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function findCycle(graph: Graph): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return [...trail.slice(at), path];
    if (done.has(path)) return null;
    for (const next of graph.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return null;
}

/** What a source file imports from files of ours, by the text of its import and export clauses. */
export function importsOf(path: string, source: string): string[] {
  const clauses = source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;"']*?["'](\.{1,2}\/[^"']+)["']/g);
  const dynamic = source.matchAll(/\bimport\(\s*["'](\.{1,2}\/[^"']+)["']\s*\)/g);
  return [...clauses, ...dynamic].map((found) => normalize(join(dirname(path), found[1] ?? "")));
}

/** Reads the imports of every tracked source file. */
export async function readGraph(root: string): Promise<Graph> {
  const paths = trackedFiles(root).filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith("db/migrations/"),
  );
  const entries = await Promise.all(
    paths.map(async (path) => {
      const targets = importsOf(path, await readFile(join(root, path), "utf8"));
      return [path, targets.filter((target) => /\.tsx?$/.test(target))] as const;
    }),
  );
  return new Map(entries);
}
