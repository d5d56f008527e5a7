import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildClient } from "./build-client.ts";
import { apiDescriptionFaults } from "./checks/api-description.ts";
import { documentFaults } from "./checks/documents.ts";
import { importFaults, readGraph } from "./checks/imports.ts";
import { lengthFaults } from "./checks/lengths.ts";
import { migrationFaults } from "./checks/migrations.ts";
import { readSqlFaults } from "./checks/sql.ts";

const root = process.cwd();

/** One promise of the house: a name and the ways it is broken now (none: kept). */
interface Check {
  readonly name: string;
  faults(): Promise<string[]>;
}

const checks: readonly Check[] = [
  { name: "imports between rooms", faults: async () => importFaults(await readGraph(root)) },
  { name: "SQL asks no time and keeps no session", faults: () => readSqlFaults(root) },
  { name: "documents name what is there", faults: () => documentFaults(root) },
  { name: "the API's description in step with its routes", faults: () => apiDescriptionFaults(root) },
  { name: "files are one idea long", faults: () => lengthFaults(root) },
  { name: "migrations in step with the schema", faults: () => migrationFaults(root) },
  { name: "format", faults: () => tool("prettier", "bin/prettier.cjs", "--check", "--log-level=warn", ".") },
  { name: "types", faults: () => tool("typescript", "bin/tsc", "--pretty", "false") },
  {
    name: "lint",
    faults: () =>
      tool(
        "eslint",
        "bin/eslint.js",
        "--max-warnings=0",
        "--cache",
        "--cache-location=node_modules/.cache/eslint/",
        ".",
      ),
  },
];

/** Runs a package's own program; its output is the faults when it fails. */
function tool(name: string, program: string, ...args: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${name}/${program}`, ...args], { cwd: root });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? [] : output.trim().split("\n")));
  });
}

const started = performance.now();
// The Worker's entry imports the list of built assets: a clean checkout has none yet.
if (!existsSync(join(root, "dist", "manifest.json"))) await buildClient({ minify: true });
const results = await Promise.all(checks.map(async (check) => ({ ...check, broken: await check.faults() })));
for (const { name, broken } of results) {
  console.log(`${broken.length === 0 ? "✓" : "✗"} ${name}`);
  for (const line of broken.slice(0, 60)) console.log(`    ${line}`);
}
const failed = results.filter(({ broken }) => broken.length > 0).length;
console.log(
  `\n${results.length - failed} of ${results.length} checks hold (${((performance.now() - started) / 1000).toFixed(0)} s)`,
);
process.exitCode = failed === 0 ? 0 : 1;
