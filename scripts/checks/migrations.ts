import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A schema that has moved on without a migration: drizzle-kit, run on a copy, would write one. */
export async function migrationFaults(root: string): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), "pratu-migrations-"));
  try {
    const kept = join(root, "db", "migrations");
    await cp(kept, copy, { recursive: true });
    const kit = join(root, "node_modules", "drizzle-kit", "bin.cjs");
    const flags = ["generate", "--dialect=postgresql", "--schema=./db/schema/index.ts", `--out=${copy}`];
    const failure = await failureOf(root, [kit, ...flags, "--prefix=timestamp"]);
    if (failure !== null) return [`drizzle-kit failed: ${failure}`];
    const before = new Set(await readdir(kept));
    const written = (await readdir(copy)).filter((name) => !before.has(name));
    return written.length === 0
      ? []
      : ["db/schema has changed: npx drizzle-kit generate --name what_changed"];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** What a program of Node's says when it fails, or null. A question it asks is a failure: nobody answers. */
function failureOf(root: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: root, timeout: 50_000 }, (error, output, errors) =>
      resolve(error ? errors.trim() || output.trim() || error.message : null),
    );
    child.stdin?.end();
  });
}
