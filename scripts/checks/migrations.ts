import { spawnSync } from "node:child_process";
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
    const run = spawnSync(process.execPath, [kit, ...flags, "--prefix=timestamp"], {
      cwd: root,
      encoding: "utf8",
    });
    if (run.status !== 0) return [`drizzle-kit failed: ${run.stderr.trim() || run.stdout.trim()}`];
    const before = new Set(await readdir(kept));
    const written = (await readdir(copy)).filter((name) => !before.has(name));
    return written.length === 0
      ? []
      : ["db/schema has changed: npx drizzle-kit generate --name what_changed"];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
